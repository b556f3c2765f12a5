/// What the build description says about a file.
package struct Module: Sendable, Hashable {
    /// As an `import` spells it.
    package var name: String
    /// True for test targets, and for folders that look like one.
    package var isTest: Bool
    /// The isolation of declarations that state none: `MainActor`, or `nil`.
    package var defaultGlobalActor: String?
    /// Targets and products that a package's target depends on; `nil` without a package.
    package var dependencies: Set<String>?
    /// Whether every platform that the package names has `Duration` and `Task.sleep(for:)`.
    package var hasDurations: Bool
    /// Asynchronous functions run where their callers do, unless they say otherwise.
    package var isNonsendingByDefault: Bool

    package init(
        name: String, isTest: Bool = false, defaultGlobalActor: String? = nil, dependencies: Set<String>? = nil,
        hasDurations: Bool = true, isNonsendingByDefault: Bool = false
    ) {
        self.name = name
        self.isTest = isTest
        self.defaultGlobalActor = defaultGlobalActor
        self.dependencies = dependencies
        self.hasDurations = hasDurations
        self.isNonsendingByDefault = isNonsendingByDefault
    }

    /// A target's or folder's name as the compiler turns it into an identifier: `swift-tool` becomes `swift_tool`.
    static func identifier(_ name: String) -> String {
        let bytes = name.utf8.map { IdentifierMask.contains($0) ? $0 : UInt8(ascii: "_") }
        guard let first = bytes.first, (0x30...0x39).contains(first) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return "_" + String(decoding: bytes, as: UTF8.self)
    }
}
