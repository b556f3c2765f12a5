import SimulatedExecution

/// What the simulator says about a scenario on a machine of one width.
struct Prediction {
    /// Of the run that is first in, first out, as real pools are as long as all tasks have the same priority.
    let stall: Duration
    let makespan: Duration
    let hasDeadlock: Bool
    /// Whether some schedule deadlocks, though the first one does not.
    let mayDeadlock: Bool

    /// - Parameter width: threads of the cooperative pool, and cores.
    init(_ scenario: Scenario, width: Int) throws {
        var limits = RunLimits()
        limits.heartbeat = .milliseconds(5)
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: width), limits: limits)
        let run = simulator.run()
        hasDeadlock = run.ending == .deadlock
        stall = run.measurements.longestStall
        makespan = run.measurements.makespan
        let explored = simulator.explore(.portfolio(seed: 1), within: Budget(schedules: 2_000))
        mayDeadlock = !hasDeadlock && (explored.endings[.deadlock] ?? 0) > 0
    }
}
