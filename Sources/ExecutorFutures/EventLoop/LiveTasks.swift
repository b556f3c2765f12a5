/// The tasks that were spawned on a loop and have not ended.
final class LiveTasks: Sendable {
    /// What is known about one of them.
    struct Entry: Sendable {
        var name: String?
        var fileID: StaticString
        var line: Int
        var cancel: (@Sendable () -> Void)?
    }

    private struct Guarded {
        var entries: [Int: Entry] = [:]
        var nextNumber = 0
        /// Set when the loop winds up: tasks that come now are cancelled, and it is told when none is left.
        var whenEmpty: (@Sendable () -> Void)?
    }

    private let guarded = LockedValue(Guarded())

    /// Enters a task before it is made.
    /// - Returns: its number.
    func begin(_ entry: Entry) -> Int {
        guarded.withLock { guarded in
            defer { guarded.nextNumber += 1 }
            guarded.entries[guarded.nextNumber] = entry
            return guarded.nextNumber
        }
    }

    /// Says how the task is cancelled, unless it has ended by now.
    func setCancel(_ cancel: @escaping @Sendable () -> Void, of number: Int) {
        let isWindingUp = guarded.withLock { guarded in
            guarded.entries[number]?.cancel = cancel
            return guarded.whenEmpty != nil
        }
        if isWindingUp { cancel() }
    }

    func end(_ number: Int) {
        let (entry, whenEmpty) = guarded.withLock { guarded in
            let entry = guarded.entries.removeValue(forKey: number)
            return (entry, guarded.entries.isEmpty ? guarded.whenEmpty : nil)
        }
        whenEmpty?()
        // Released after the lock, since it may hold the last reference to something of the user's.
        withExtendedLifetime(entry) {}
    }

    /// Cancels every task, those to come included.
    /// - Parameter whenEmpty: called each time the last one has ended.
    /// - Returns: `false` if there is none now, and `whenEmpty` will only be called for those to come.
    func cancelAll(whenEmpty: @escaping @Sendable () -> Void) -> Bool {
        let entries = guarded.withLock { guarded in
            guarded.whenEmpty = whenEmpty
            return guarded.entries
        }
        // In the order in which they were spawned, so that virtual time repeats it.
        for (_, entry) in entries.sorted(by: { $0.key < $1.key }) { entry.cancel?() }
        return !entries.isEmpty
    }

    var isEmpty: Bool { guarded.withLock { $0.entries.isEmpty } }

    /// Them all, in the order in which they were spawned.
    var snapshot: [Entry] {
        guarded.withLock { $0.entries }.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension LiveTasks.Entry: CustomStringConvertible {
    /// The task's name if it has one, and in any case the place where it was spawned.
    var description: String {
        let place = "\(fileID):\(line)"
        return name.map { "\($0) (\(place))" } ?? place
    }
}
