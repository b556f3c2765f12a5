import SimulatedExecution

extension Run {
    /// When a task finished; `nil` if it did not.
    func finish(of name: String) -> Duration? {
        guard let task = taskNames.firstIndex(of: name) else { return nil }
        return trace.last { $0.task == task && $0.kind == .finished }?.time
    }

    /// The groups of threads on which a task blocked for time.
    func groupsBlocked(byTask name: String) -> [ThreadID.Group] {
        trace.filter { event in
            guard case .blocked(reason: .time) = event.kind else { return false }
            return taskNames[event.task] == name
        }
        .compactMap { $0.thread?.group }
    }
}

extension Latency {
    static func milliseconds(_ count: Int) -> Latency { .fixed(.milliseconds(count)) }
}

func firstInFirstOut(_ scenario: Scenario, width: Int = 2, limits: RunLimits = RunLimits()) throws -> Run {
    try Simulator(scenario, on: MachineModel(poolWidth: width), limits: limits).run(isTraced: true)
}

/// All schedules, counted as they are.
func allSchedules(_ scenario: Scenario, width: Int = 2) throws -> Exploration {
    try Simulator(scenario, on: MachineModel(poolWidth: width))
        .explore(.exhaustive(isReduced: false), within: Budget(schedules: 200_000, steps: 10_000_000))
}
