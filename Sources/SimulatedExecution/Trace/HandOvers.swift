/// Which event let which other one happen: the signal and the wait that it ended, the start of a task and its first step.
struct HandOvers {
    /// Where an arrow begins: what the thread did just then let the other go on.
    struct Start: Hashable {
        let arrow: Int
        let thread: ThreadID
    }

    /// By the events at their ends.
    private var starts: [Int: [Start]] = [:]
    private var ends: [Int: [Int]] = [:]
    private var count = 0

    /// O(number of events).
    init(_ trace: Trace) {
        /// The latest event that gave something to those that wait for it.
        var givers: [ResourceID: Cause] = [:]
        var lastEnding: Cause?
        /// The thread of each task that is on one.
        var threads: [Int: ThreadID] = [:]
        /// What each task waits for.
        var reasons: [Int: WaitReason] = [:]
        /// What each task that is ready was made ready by.
        var causes: [Int: Cause] = [:]

        for (index, event) in trace.events.enumerated() {
            let here = Cause(event: index, thread: event.thread)
            switch event.kind {
            case .created(_, let parent?):
                causes[event.task] = Cause(event: index, thread: event.thread ?? threads[parent])
            case .signalled(let id), .released(let id): givers[id] = here
            case .finished: lastEnding = here
            case .blocked(let reason): reasons[event.task] = reason
            case .left(let reason):
                reasons[event.task] = reason
                if case .executor? = reason { causes[event.task] = here }
                threads[event.task] = nil
            case .ready, .resumed, .began:
                switch reasons.removeValue(forKey: event.task) {
                case .resource(let id)?: causes[event.task] = givers[id] ?? causes[event.task]
                // A task that waits for a group names one of its children: the last that ended lets it go on.
                case .task?: causes[event.task] = lastEnding ?? causes[event.task]
                case .time?, .executor?, nil: break
                }
                if case .ready = event.kind { break }
                threads[event.task] = event.thread
                if let cause = causes.removeValue(forKey: event.task) { add(from: cause, to: index) }
            // These end a wait without anybody who gives what it was for.
            case .cancelled, .timedOut: reasons[event.task] = nil
            case .created, .acquired, .read, .wrote, .observed: break
            }
        }
    }

    func starting(at event: Int) -> [Start] { starts[event] ?? [] }

    func ending(at event: Int) -> [Int] { ends[event] ?? [] }

    private struct Cause {
        let event: Int
        let thread: ThreadID?
    }

    /// Arrows bind to what a thread does: there is none from a place without one.
    private mutating func add(from cause: Cause, to effect: Int) {
        guard let thread = cause.thread else { return }
        count += 1
        starts[cause.event, default: []].append(Start(arrow: count, thread: thread))
        ends[effect, default: []].append(count)
    }
}
