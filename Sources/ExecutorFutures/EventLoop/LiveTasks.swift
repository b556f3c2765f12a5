/// The tasks that were spawned on a loop and have not ended.
final class LiveTasks: Sendable {
    /// What is known about one of them.
    struct Entry: Sendable {
        /// How many were spawned before it.
        var sequence = 0
        var name: String?
        var fileID: StaticString
        var line: Int
        var task: (any SpawnedTask)?
    }

    /// One task's place. Slots are used again, sequences are not.
    struct Ticket: Sendable {
        let slot: Int
        let sequence: Int
    }

    private struct Guarded {
        /// A task keeps its slot until it ends; then the slot is used again.
        var slots: [Entry?] = []
        var free: [Int] = []
        var spawned = 0
        /// The last one that has ended, because a piece of a task can be its last.
        var lastEnded: Entry?
        /// Set when the loop winds up: tasks that come now are cancelled, and it is told when none is left.
        var whenEmpty: (@Sendable () -> Void)?

        var isEmpty: Bool { free.count == slots.count }
    }

    private let guarded = LockedValue(Guarded())

    /// Enters a task before it is made.
    func begin(name: String?, fileID: StaticString, line: Int) -> Ticket {
        guarded.withLock { guarded in
            let entry = Entry(sequence: guarded.spawned, name: name, fileID: fileID, line: line)
            guarded.spawned += 1
            guard let slot = guarded.free.popLast() else {
                guarded.slots.append(entry)
                return Ticket(slot: guarded.slots.count - 1, sequence: entry.sequence)
            }
            guarded.slots[slot] = entry
            return Ticket(slot: slot, sequence: entry.sequence)
        }
    }

    /// Says which task it is; it may have ended by now, if another thread spawned it.
    func set(_ task: any SpawnedTask, of ticket: Ticket) {
        let isWindingUp = guarded.withLock { guarded in
            guard guarded.slots[ticket.slot]?.sequence == ticket.sequence else { return false }
            guarded.slots[ticket.slot]?.task = task
            return guarded.whenEmpty != nil
        }
        if isWindingUp { task.cancel() }
    }

    func end(_ ticket: Ticket) {
        let (entry, whenEmpty) = guarded.withLock { guarded in
            let entry = guarded.slots[ticket.slot].take()
            guarded.free.append(ticket.slot)
            guarded.lastEnded = entry
            return (entry, guarded.isEmpty ? guarded.whenEmpty : nil)
        }
        whenEmpty?()
        // Released after the lock, since it may hold the last reference to something of the user's.
        withExtendedLifetime(entry) {}
    }

    /// Cancels every task, those to come included.
    /// - Parameter whenEmpty: called each time the last one has ended.
    /// - Returns: `false` if there is none now, and `whenEmpty` will only be called for those to come.
    func cancelAll(whenEmpty: @escaping @Sendable () -> Void) -> Bool {
        guarded.withLock { $0.whenEmpty = whenEmpty }
        let entries = snapshot
        for entry in entries { entry.task?.cancel() }
        return !entries.isEmpty
    }

    var isEmpty: Bool { guarded.withLock { $0.isEmpty } }

    var count: Int { guarded.withLock { $0.slots.count - $0.free.count } }

    /// Before a piece of a task whose description may be asked for.
    func forgetLastEnded() {
        let entry = guarded.withLock { $0.lastEnded.take() }
        withExtendedLifetime(entry) {}
    }

    /// What is known about the task that a piece belonged to; it may have ended with that piece.
    func description(of job: UnownedJob) -> String? {
        let address = unsafeBitCast(job, to: UInt.self)
        let known = guarded.withLock { guarded in
            guarded.slots.compactMap(\.self) + [guarded.lastEnded].compactMap(\.self)
        }
        return known.first { $0.task?.address == address }?.description
    }

    /// Them all, in the order in which they were spawned, so that virtual time repeats what is done with them.
    var snapshot: [Entry] {
        guarded.withLock { $0.slots }.compactMap(\.self).sorted { $0.sequence < $1.sequence }
    }
}

/// A task of any type.
protocol SpawnedTask: Sendable {
    func cancel()
    /// Where the runtime keeps it, which is also where its jobs are.
    var address: UInt { get }
}

extension Task: SpawnedTask {
    var address: UInt { unsafeBitCast(self, to: UInt.self) }
}

extension LiveTasks.Entry: CustomStringConvertible {
    /// The task's name if it has one, and in any case the place where it was spawned.
    var description: String {
        let place = "\(fileID):\(line)"
        return name.map { "\($0) (\(place))" } ?? place
    }
}
