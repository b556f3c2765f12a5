import SimulatedExecution

/// What is simulated for one finding: scenarios of the code as it is and as the fix leaves it, for pools of several
/// widths.
package struct Subject: Sendable, Hashable {
    /// One width of the cooperative pool.
    struct Pair: Sendable, Hashable {
        var poolWidth: Int
        var before: Scenario
        var after: Scenario
    }

    /// For pools from the narrowest to that of the machine; never empty.
    var pairs: [Pair]
    /// The threads whose stalls count.
    var group: ThreadID.Group

    /// The pair of the machine's own width.
    var widest: Pair { pairs[pairs.count - 1] }

    /// - Parameter widths: in rising order, each with two callers for each thread.
    init(before: Blueprint, after: Blueprint, widths: [Int], group: ThreadID.Group) {
        pairs = widths.map { width in
            Pair(
                poolWidth: width, before: before.scenario(callers: width * 2),
                after: after.scenario(callers: width * 2))
        }
        self.group = group
    }
}

extension Subject.Pair {
    /// The run limits of all judging, and the heartbeat that measures its stalls.
    static let limits: RunLimits = {
        var limits = RunLimits()
        limits.steps = 50_000
        limits.stepsAtOneTime = 1_000
        limits.heartbeat = Unknown.moment / 10
        return limits
    }()

    func simulator(_ scenario: Scenario) throws(ScenarioError) -> Simulator {
        try Simulator(scenario, on: MachineModel(poolWidth: poolWidth), limits: Self.limits)
    }
}
