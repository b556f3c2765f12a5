/// Jobs in the order in which they are to start: by priority, then by arrival.
///
/// Adding and taking cost O(1), amortised.
struct JobQueue<Job> {
    /// One ring per priority, lowest first.
    private var rings = [Ring](repeating: Ring(), count: JobPriority.allCases.count)
    /// Jobs in it, dead ones included.
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// The priority of the next job to start.
    var highestPriority: JobPriority? {
        isEmpty ? nil : JobPriority.allCases.last { !rings[$0.rawValue].isEmpty }
    }

    mutating func append(_ job: Job, priority: JobPriority) {
        rings[priority.rawValue].append(job)
        count += 1
    }

    /// The next job to start.
    mutating func popFirst() -> Job? {
        guard count > 0 else { return nil }
        for index in rings.indices.reversed() {
            if let job = rings[index].popFirst() {
                count -= 1
                return job
            }
        }
        return nil
    }

    /// Takes everything out, in the order in which it would have started.
    mutating func removeAll() -> [Job] {
        var all: [Job] = []
        all.reserveCapacity(count)
        while let job = popFirst() { all.append(job) }
        return all
    }

    /// Takes out the jobs that `isDead` says, and hands them back so that they are released elsewhere. O(count).
    mutating func remove(where isDead: (Job) -> Bool) -> [Job] {
        var dead: [Job] = []
        for index in rings.indices {
            var alive = Ring()
            while let job = rings[index].popFirst() {
                if isDead(job) { dead.append(job) } else { alive.append(job) }
            }
            rings[index] = alive
        }
        count -= dead.count
        return dead
    }

    /// A growing circular buffer.
    private struct Ring {
        private var slots: [Job?] = []
        private var head = 0
        private var count = 0

        var isEmpty: Bool { count == 0 }

        mutating func append(_ job: Job) {
            if count == slots.count { grow() }
            // The number of slots is a power of two, so the mask does what a division would.
            slots[(head + count) & (slots.count - 1)] = job
            count += 1
        }

        mutating func popFirst() -> Job? {
            guard count > 0 else { return nil }
            defer {
                head = (head + 1) & (slots.count - 1)
                count -= 1
            }
            return slots[head].take()
        }

        private mutating func grow() {
            let inOrder = Array(slots[head...] + slots[..<head])
            slots = inOrder + [Job?](repeating: nil, count: max(inOrder.count, 16))
            head = 0
        }
    }
}
