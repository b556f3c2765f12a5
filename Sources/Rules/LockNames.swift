import RuleCatalogue

/// The names of calls that may take a lock or give one up.
package struct LockNames {
    /// Library calls.
    let library: Set<String>
    /// Library calls and the usual names of wrappers around them.
    let all: Set<String>

    static let acquiring: Set<String> = [
        "lock", "wait", "acquire", "enter", "obtain", "lockExclusive", "lockShared", "acquireLock", "writeLock",
        "readLock",
    ]
    static let releasing: Set<String> = [
        "unlock", "signal", "release", "leave", "releaseLock", "unlockLock", "unlockRead", "unlockWrite",
    ]

    package init(_ catalogue: Catalogue) {
        library = Set(
            catalogue.relevantNames.filter { name in
                catalogue.effects(named: name).contains { $0.acquires || $0.releases }
            })
        all = library.union(Self.acquiring).union(Self.releasing)
    }

    package func contains(_ name: String) -> Bool { all.contains(name) }
}
