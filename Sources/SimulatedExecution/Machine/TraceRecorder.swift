/// The events of a run, if anybody wants them.
struct TraceRecorder {
    private(set) var isOn = false
    private(set) var events: [TraceEvent] = []

    mutating func reset(isOn: Bool) {
        self.isOn = isOn
        events = []
    }

    mutating func append(_ event: TraceEvent) { events.append(event) }

    /// What happened to a task; the rest is seen from its state.
    enum Moment {
        case created, ready, began, left, blocked, resumed, cancelled, timedOut, finished
        case acquired(Int)
        case released(Int)
        case signalled(Int)
        case read(Int, Int)
        case wrote(Int, Int)
    }
}

extension Machine {
    mutating func record(_ moment: TraceRecorder.Moment, _ task: Int) {
        if recorder.isOn { append(moment, task) }
    }

    @inline(never)
    private mutating func append(_ moment: TraceRecorder.Moment, _ task: Int) {
        let kind: TraceEvent.Kind =
            switch moment {
            case .created:
                .created(name: taskName(task), parent: tasks[task].parent < 0 ? nil : tasks[task].parent)
            case .ready: .ready
            case .began: .began
            case .left: .left(reason: waitReason(task))
            case .blocked: .blocked(reason: waitReason(task) ?? .time(what: nil))
            case .resumed: .resumed
            case .acquired(let resource): .acquired(ResourceID(resource))
            case .released(let resource): .released(ResourceID(resource))
            case .signalled(let resource): .signalled(ResourceID(resource))
            case .read(let cell, let value): .read(ResourceID(cell), value: value)
            case .wrote(let cell, let value): .wrote(ResourceID(cell), value: value)
            case .cancelled: .cancelled
            case .timedOut: .timedOut
            case .finished: .finished
            }
        recorder.append(TraceEvent(time: .nanoseconds(now), task: task, thread: thread(of: task), kind: kind))
    }

    private func thread(of task: Int) -> ThreadID? {
        guard tasks[task].thread >= 0 else { return nil }
        let supply = program.places[tasks[task].place].supply
        return ThreadID(group: program.supplies[supply].group, number: tasks[task].thread)
    }

    /// What the task waits for.
    func waitReason(_ task: Int) -> WaitReason? {
        switch tasks[task].wait {
        case .nothing: return nil
        case .time(let what): return .time(what: what >= 0 ? program.texts[what] : nil)
        case .resource(let resource): return .resource(ResourceID(resource))
        case .task(let awaited): return .task(awaited)
        case .children:
            let child = tasks.indices.first { isUnfinishedChild($0, of: task) }
            return child.map { .task($0) }
        case .place(let place): return .executor(program.places[place].model)
        }
    }

    func isUnfinishedChild(_ child: Int, of parent: Int) -> Bool {
        tasks[child].isChild && tasks[child].parent == parent && tasks[child].status != .finished
    }

    /// The name of the task, with its number among those of the same name if there are several.
    func taskName(_ task: Int) -> String {
        let name = program.entries[tasks[task].entry].name
        let copy = tasks[task].copy
        let isAlone = copy == 0 && !program.hasSeveralTasks(entry: tasks[task].entry)
        return isAlone ? name : "\(name) \(copy + 1)"
    }
}
