import ExecutorFutures

/// The cores, shared evenly by all that compute: with twice as many as cores, each takes twice as long.
///
/// That is what an operating system's fair scheduler does to threads of equal weight. All that compute advance at one
/// rate, so they finish in the order of (work at which they are done), and no entry changes when others come or go.
struct ProcessorSharing {
    private let cores: Int64
    /// Nanoseconds of work that each has been given since the start.
    private var work: Int64 = 0
    private var time: Int64 = 0
    private var heap = DeadlineHeap<Int>()

    init(cores: Int) { self.cores = Int64(max(cores, 1)) }

    var count: Int { heap.count }

    mutating func reset() {
        work = 0
        time = 0
        heap.reset()
    }

    mutating func start(_ task: Int, nanoseconds: Int64, now: Int64) {
        advance(to: now)
        heap.add(task, deadline: work + nanoseconds)
    }

    /// When the first is done, if nobody comes before; rounded up.
    var nextCompletion: Int64? {
        guard let first = heap.first else { return nil }
        let left = max(first.deadline - work, 0)
        let sharers = Int64(heap.count)
        guard sharers > cores else { return time + left }
        let (product, overflow) = left.multipliedReportingOverflow(by: sharers)
        return overflow ? .max : time + (product + cores - 1) / cores
    }

    /// The next task that is done by `now`.
    mutating func popCompleted(at now: Int64) -> Int? {
        guard let completion = nextCompletion, completion <= now, let first = heap.first else { return nil }
        advance(to: now)
        // What was rounded when the rate changed must not make it late.
        work = max(work, first.deadline)
        return heap.removeFirst()
    }

    private mutating func advance(to now: Int64) {
        let sharers = Int64(heap.count)
        work += sharers > cores ? (now - time) * cores / sharers : now - time
        time = now
    }
}
