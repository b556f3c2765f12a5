import SimulatedExecution

/// A bug that every concurrent code base has had, and the same program without it.
struct Classic: Sendable, CustomStringConvertible {
    let name: String
    /// What a run of the bug shows.
    let shows: Symptom
    /// Threads of the cooperative pool.
    var width = 2
    /// Adds the program to an empty scenario.
    let program: @Sendable (_ scenario: inout Scenario, _ isFixed: Bool) -> Void

    enum Symptom { case deadlock, lostWakeUp, lostUpdate, expectation, misuse, priorityInversion, livelock }

    func scenario(isFixed: Bool) -> Scenario {
        var scenario = Scenario(isFixed ? "\(name), corrected" : name)
        program(&scenario, isFixed)
        return scenario
    }

    func simulator(isFixed: Bool) throws -> Simulator {
        var limits = RunLimits()
        limits.stepsAtOneTime = 250
        return try Simulator(scenario(isFixed: isFixed), on: MachineModel(poolWidth: width), limits: limits)
    }

    var description: String { name }

    static let all = locks + conditions + pools + actors + signals
}

extension Classic.Symptom {
    func isShown(by problem: Problem) -> Bool {
        switch (self, problem) {
        case (.deadlock, .deadlock), (.lostWakeUp, .lostWakeUp), (.lostUpdate, .lostUpdate),
            (.expectation, .expectation), (.misuse, .misuse), (.priorityInversion, .priorityInversion),
            (.livelock, .livelock):
            true
        default: false
        }
    }
}

extension Scenario {
    mutating func addLock(_ name: String, isRecursive: Bool = false) -> ResourceID {
        add(.lock(isRecursive: isRecursive), named: name)
    }
}
