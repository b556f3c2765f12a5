extension Trace {
    /// The trace in the Trace Event Format of Chrome, which Perfetto (<https://ui.perfetto.dev>), `chrome://tracing` and
    /// speedscope open.
    ///
    /// The process *threads* has a track for each thread with the tasks that it ran, and inside them the waits that held
    /// it. The process *tasks* has a track for each task with its states. Arrows lead from what let a task go on (a
    /// signal, a release, the end of another task, the task that started it) to where it went on. Problems are marks
    /// over all tracks.
    ///
    /// Begin and end events are used, not complete ones: only these keep their order where virtual time stands still.
    /// Runs that take no virtual
    /// time are drawn over their steps, a microsecond each.
    /// Source: Trace Event Format, Google, 2016. O(number of events).
    public func chromeJSON() -> String {
        var writer = ChromeTraceWriter(self)
        return writer.document()
    }
}

/// Writes the events of one trace, with what is open on each track.
private struct ChromeTraceWriter {
    private let trace: Trace
    private let names: TraceNames
    private let handOvers: HandOvers
    private var text = ""
    private var isFirst = true
    /// Track of each thread and of each task, numbered as they appear; viewers take 0 for the idle thread.
    private var threads: [ThreadID: Int] = [:]
    private var tasks: [Int: Int] = [:]
    /// Open slices of each thread: one for the task, another inside it for a wait that holds the thread.
    private var depth: [ThreadID: Int] = [:]
    /// Tasks with an open state.
    private var inState: Set<Int> = []

    private enum Process: Int { case threads = 1, tasks }

    /// Names that viewers give colours to.
    private enum Colour: String {
        case running = "thread_state_running"
        case ready = "thread_state_runnable"
        case suspended = "thread_state_sleeping"
        case blocked = "terrible"
    }

    init(_ trace: Trace) {
        self.trace = trace
        names = TraceNames(trace)
        handOvers = HandOvers(trace)
    }

    mutating func document() -> String {
        text = "{\"displayTimeUnit\": \"ms\", \"otherData\": {\"scenario\": "
        text += "\(trace.scenario.name.printable.quotedForJSON)},\n\"traceEvents\": ["
        for (process, name) in [(Process.threads, "threads"), (.tasks, "tasks")] {
            metadata("process_name", process, 0, "{\"name\": \"\(name)\"}")
            metadata("process_sort_index", process, 0, "{\"sort_index\": \(process.rawValue)}")
        }
        let activity = ThreadActivity(trace, countsEvents: false)
        for (index, thread) in activity.threads.enumerated() {
            threads[thread] = index + 1
            describe(.threads, index + 1, names.thread(thread))
        }
        // A run that takes no time is drawn over its steps, a microsecond each, or nothing could be seen.
        let countsEvents = trace.end.nanoseconds == 0
        for (index, event) in trace.events.enumerated() {
            write(event, index: index, at: countsEvents ? Int64(index) * 1_000 : event.time.nanoseconds)
        }
        closeAll(at: countsEvents ? Int64(trace.events.count) * 1_000 : trace.end.nanoseconds)
        return text + "\n]}\n"
    }

    private mutating func write(_ event: TraceEvent, index: Int, at time: Int64) {
        // Arrows start before their event ends a slice, and end after theirs has begun one.
        for start in handOvers.starting(at: index) { arrow("s", start.arrow, on: start.thread, time) }
        switch event.kind {
        case .created: _ = track(of: event.task)
        case .ready: enter("ready: waits for a thread", .ready, event.task, time)
        case .began:
            end(event.thread, downTo: 0, time)
            begin(event, names.task(event.task), .running, time)
            enter("runs" + place(event), .running, event.task, time)
        case .blocked(let reason):
            let name = "holds the thread: waits for \(names.wait(reason))"
            end(event.thread, downTo: 1, time)
            begin(event, name, .blocked, time)
            enter(name, .blocked, event.task, time)
        case .resumed:
            end(event.thread, downTo: 1, time)
            enter("runs" + place(event), .running, event.task, time)
        case .left(let reason):
            end(event.thread, downTo: 0, time)
            if let reason {
                enter("suspended: waits for \(names.wait(reason))", .suspended, event.task, time)
            } else {
                leave(event.task, time)
            }
        case .finished: leave(event.task, time)
        case .acquired(let id): instant("takes \(names.resource(id))", event, time)
        case .released(let id): instant("releases \(names.resource(id))", event, time)
        case .signalled(let id): instant("signals \(names.resource(id))", event, time)
        case .read(let id, let value): instant("reads \(names.resource(id)): \(value)", event, time)
        case .wrote(let id, let value): instant("writes \(names.resource(id)): \(value)", event, time)
        case .cancelled: instant("is cancelled", event, time)
        case .timedOut: instant("stops waiting: the time is up", event, time)
        case .observed(let problem): instant(ProblemSentences(names).line(for: problem), event, time, scope: "g")
        }
        guard let thread = event.thread else { return }
        for arrow in handOvers.ending(at: index) { self.arrow("f", arrow, on: thread, time) }
    }

    private func place(_ event: TraceEvent) -> String { event.thread.map { " on \(names.thread($0))" } ?? "" }

    // MARK: Tracks

    private mutating func track(of task: Int) -> Int {
        if let track = tasks[task] { return track }
        let track = tasks.count + 1
        tasks[task] = track
        describe(.tasks, track, names.task(task))
        return track
    }

    private mutating func describe(_ process: Process, _ track: Int, _ name: String) {
        metadata("thread_name", process, track, "{\"name\": \(name.quotedForJSON)}")
        metadata("thread_sort_index", process, track, "{\"sort_index\": \(track)}")
    }

    private mutating func begin(_ event: TraceEvent, _ name: String, _ colour: Colour, _ time: Int64) {
        guard let thread = event.thread, let track = threads[thread] else { return }
        depth[thread, default: 0] += 1
        slice(name, colour, .threads, track, time)
    }

    /// Closes the slices of a thread until so many are open.
    private mutating func end(_ thread: ThreadID?, downTo count: Int, _ time: Int64) {
        guard let thread, let track = threads[thread] else { return }
        while depth[thread, default: 0] > count {
            put("E", .threads, track, time)
            depth[thread, default: 0] -= 1
        }
    }

    /// Ends a task's state and begins another.
    private mutating func enter(_ name: String, _ colour: Colour, _ task: Int, _ time: Int64) {
        leave(task, time)
        slice(name, colour, .tasks, track(of: task), time)
        inState.insert(task)
    }

    private mutating func leave(_ task: Int, _ time: Int64) {
        if inState.remove(task) != nil { put("E", .tasks, track(of: task), time) }
    }

    private mutating func closeAll(at end: Int64) {
        for thread in threads.sorted(by: { $0.value < $1.value }).map(\.key) { self.end(thread, downTo: 0, end) }
        for task in inState.sorted() { leave(task, end) }
    }

    // MARK: Events

    private mutating func slice(_ name: String, _ colour: Colour, _ process: Process, _ track: Int, _ time: Int64) {
        put("B", process, track, time, "\"name\": \(name.quotedForJSON), \"cname\": \"\(colour.rawValue)\"")
    }

    private mutating func instant(_ name: String, _ event: TraceEvent, _ time: Int64, scope: String = "t") {
        let (process, track) = home(of: event)
        let task = names.task(event.task).quotedForJSON
        put(
            "i", process, track, time,
            "\"name\": \(name.quotedForJSON), \"s\": \"\(scope)\", \"args\": {\"task\": \(task)}")
    }

    /// Both ends of an arrow must have the same name and category.
    private mutating func arrow(_ phase: String, _ id: Int, on thread: ThreadID, _ time: Int64) {
        guard let track = threads[thread] else { return }
        let binding = phase == "f" ? ", \"bp\": \"e\"" : ""
        put(phase, .threads, track, time, "\"name\": \"lets go on\", \"cat\": \"hand-over\", \"id\": \(id)\(binding)")
    }

    private mutating func home(of event: TraceEvent) -> (Process, Int) {
        if let thread = event.thread, let track = threads[thread] { return (.threads, track) }
        return (.tasks, track(of: event.task))
    }

    private mutating func metadata(_ name: String, _ process: Process, _ track: Int, _ arguments: String) {
        put("M", process, track, nil, "\"name\": \"\(name)\", \"args\": \(arguments)")
    }

    /// - Parameter time: in nanoseconds; the format counts microseconds.
    private mutating func put(
        _ phase: String, _ process: Process, _ track: Int, _ time: Int64?, _ members: String = ""
    ) {
        text += isFirst ? "\n" : ",\n"
        isFirst = false
        text += "{\"ph\": \"\(phase)\", \"pid\": \(process.rawValue), \"tid\": \(track)"
        if let time {
            let fraction = String(time % 1_000)
            let zeros = String(repeating: "0", count: 3 - fraction.count)
            text += ", \"ts\": \(time / 1_000).\(zeros)\(fraction)"
        }
        if !members.isEmpty { text += ", \(members)" }
        text += "}"
    }
}
