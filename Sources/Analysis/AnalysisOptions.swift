import SourceModel

/// What the command line says about one run, beyond the files and their configurations.
package struct AnalysisOptions: Sendable {
    /// As `--rule` names them; `nil` for all.
    package var rules: Set<RuleID>?
    /// Lies over the configurations' own.
    package var minConfidence: Confidence?
    package var shard: Shard
    package var stallBudget: Duration
    package var tool: Report.Tool
    /// `nil` leaves findings without verdicts.
    package var simulation: SimulationOptions?

    package init(
        rules: Set<RuleID>? = nil, minConfidence: Confidence? = nil, shard: Shard = .whole,
        stallBudget: Duration = .milliseconds(10), tool: Report.Tool = .init(name: "unblock", version: "0"),
        simulation: SimulationOptions? = nil
    ) {
        self.rules = rules
        self.minConfidence = minConfidence
        self.shard = shard
        self.stallBudget = stallBudget
        self.tool = tool
        self.simulation = simulation
    }
}

/// The stages of a run, for progress and for those who measure.
package enum AnalysisPhase: String, Sendable, CaseIterable {
    case read, parse, link, report, simulate
}
