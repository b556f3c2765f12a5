/// One run of a scenario.
public struct Run: Sendable {
    public var ending: RunEnding
    /// What should not be, the gravest first.
    public var problems: [Problem]
    public var measurements: Measurements
    /// Steps that tasks took: stretches between two scheduling points.
    public var steps: Int
    /// Gives this run again.
    public var schedule: Schedule
    /// The name of each task, by its number.
    public var taskNames: [String]
    /// Everything that happened; empty for runs that were not traced.
    public var trace: [TraceEvent]
    let program: Program

    /// A problem of this run in words.
    /// - Returns: sentences, the most important one first; for a deadlock one for each task that waits.
    public func explanation(of problem: Problem) -> [String] {
        ProblemSentences(program: program, taskNames: taskNames).sentences(for: problem)
    }
}

extension Machine {
    /// The run that has ended, in public words.
    func result() -> Run {
        let problems = problems()
        var names: [String] = []
        for task in tasks.indices { names.append(taskName(task)) }
        let now = Duration.nanoseconds(now)
        let last = problems.map { TraceEvent(time: now, task: $0.task ?? 0, thread: nil, kind: .observed($0)) }
        return Run(
            ending: ending, problems: problems, measurements: measurements(), steps: steps, schedule: schedule(),
            taskNames: names, trace: recorder.isOn ? recorder.events + last : [],
            program: program)
    }

    func schedule() -> Schedule {
        Schedule(seed: seed, deviations: choices.deviations, fingerprint: program.fingerprint)
    }
}

extension Problem {
    /// The task that it happened to, if there is one.
    fileprivate var task: Int? {
        switch self {
        case .deadlock(let waits): waits.first?.task
        case .lostUpdate(_, let task), .starvation(let task, _): task
        default: nil
        }
    }
}
