/// What a run showed, in public words.
extension Machine {
    /// Problems of the run that has ended, the gravest first.
    func problems() -> [Problem] {
        var problems: [Problem] = []
        if ending == .deadlock { problems.append(.deadlock(deadlock())) }
        if ending == .livelock { problems.append(.livelock(steps: stepsAtThisTime)) }
        if ending == .deadlock { problems += lostWakeUps().map { .lostWakeUp(ResourceID($0)) } }
        for observation in observer.observations { problems.append(problem(observation)) }
        if ending != .deadlock {
            problems += lockOrder.inversions.map {
                .lockOrder(first: ResourceID($0.first), second: ResourceID($0.second))
            }
        }
        return problems
    }

    /// Whether the run showed nothing that should not be. Cheap.
    var isClean: Bool {
        mutating get {
            ending != .deadlock && ending != .livelock && observer.observations.isEmpty && lockOrder.inversions.isEmpty
        }
    }

    private func problem(_ observation: Observation) -> Problem {
        let subject = ResourceID(observation.subject)
        switch observation.kind {
        case .lostUpdate: return .lostUpdate(subject, task: observation.task)
        case .starvation: return .starvation(task: observation.task, waited: .nanoseconds(observation.amount))
        case .priorityInversion: return .priorityInversion(subject)
        case .expectation: return .expectation(message: program.texts[observation.subject])
        case .misuse(.releasedByOther):
            return .misuse(subject, message: "was released by a task that did not hold it")
        case .misuse(.leftTooOften): return .misuse(subject, message: "was left more often than entered")
        case .misuse(.waitedWithoutLock):
            return .misuse(subject, message: "was waited for by a task that did not hold its lock")
        }
    }
}
