/// A trace as stretches: which task had which thread from when to when, and how many others waited.
///
/// Positions count nanoseconds, or events when the run took no time.
struct ThreadActivity {
    /// One task on one thread without a change.
    struct Stretch {
        /// Position in ``threads``.
        let row: Int
        let task: Int
        let isBlocked: Bool
        let start: Int64
        /// `nil` when the run ended before the stretch did.
        var end: Int64?

        /// Nothing ended the wait: most often a deadlock.
        var isStuck: Bool { isBlocked && end == nil }
    }

    /// How many tasks are on no thread, from a position on.
    struct Waiting {
        let start: Int64
        /// They could run and wait for a thread.
        var ready: Int
        /// They wait for something else.
        var suspended: Int
    }

    struct Mark {
        let position: Int64
        let problem: Problem
    }

    /// In the order in which people look for them: the pool, the main thread, event loops, Dispatch, executors.
    let threads: [ThreadID]
    /// By start; those of one thread do not overlap.
    private(set) var stretches: [Stretch] = []
    private(set) var waiting: [Waiting] = []
    private(set) var marks: [Mark] = []
    let end: Int64

    fileprivate enum TaskState { case ready, suspended }

    /// O(number of events).
    init(_ trace: Trace, countsEvents: Bool) {
        threads = Self.threads(of: trace)
        end = countsEvents ? Int64(trace.events.count) : trace.end.nanoseconds
        let rows = Dictionary(threads.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var open: [Int: Int] = [:]
        var states: [Int: TaskState] = [:]
        var now = Waiting(start: 0, ready: 0, suspended: 0)

        for (index, event) in trace.events.enumerated() {
            let position = countsEvents ? Int64(index) : event.time.nanoseconds
            let row = event.thread.flatMap { rows[$0] }
            var state = states[event.task]
            var isBlocked: Bool?
            switch event.kind {
            case .ready: state = .ready
            case .began, .resumed: (state, isBlocked) = (nil, false)
            case .blocked: (state, isBlocked) = (nil, true)
            case .left(let reason):
                state = reason == nil ? nil : .suspended
                close(row, &open, at: position)
            case .finished:
                state = nil
                if let row, let stretch = open[row], stretches[stretch].task == event.task {
                    close(row, &open, at: position)
                }
            case .observed(let problem): marks.append(Mark(position: position, problem: problem))
            case .created, .acquired, .released, .signalled, .read, .wrote, .cancelled, .timedOut: break
            }
            if let isBlocked, let row {
                close(row, &open, at: position)
                open[row] = stretches.count
                stretches.append(Stretch(row: row, task: event.task, isBlocked: isBlocked, start: position))
            }
            if state != states[event.task] {
                now.count(states[event.task], -1)
                now.count(state, 1)
                states[event.task] = state
                note(now, at: position)
            }
        }
    }

    private mutating func close(_ row: Int?, _ open: inout [Int: Int], at position: Int64) {
        guard let row, let stretch = open.removeValue(forKey: row) else { return }
        stretches[stretch].end = position
    }

    /// Keeps one entry for each position.
    private mutating func note(_ count: Waiting, at position: Int64) {
        if waiting.last?.start == position { waiting.removeLast() }
        waiting.append(Waiting(start: position, ready: count.ready, suspended: count.suspended))
    }

    /// Those that events name; and the whole pool once a task ran there, since an idle thread says something too.
    private static func threads(of trace: Trace) -> [ThreadID] {
        var threads = Set(trace.events.lazy.compactMap(\.thread))
        if threads.contains(where: { $0.group == .cooperativePool }) {
            for number in 0..<trace.machine.poolWidth {
                threads.insert(ThreadID(group: .cooperativePool, number: number))
            }
        }
        return threads.sorted { $0.rank < $1.rank }
    }
}

extension ThreadActivity.Waiting {
    fileprivate mutating func count(_ state: ThreadActivity.TaskState?, _ change: Int) {
        switch state {
        case .ready?: ready += change
        case .suspended?: suspended += change
        case nil: break
        }
    }
}

extension ThreadID {
    /// Total, so that sorting a set gives one order.
    fileprivate var rank: (Int, Int, Int) {
        switch group {
        case .cooperativePool: (0, 0, number)
        case .main: (1, 0, number)
        case .eventLoop(let loop): (2, loop, number)
        case .dispatch: (3, 0, number)
        case .threadPool(let pool): (4, pool.index, number)
        case .own: (5, 0, number)
        }
    }
}
