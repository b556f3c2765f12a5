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
    /// Whether findings carry the fixes that removed them when the changed text was analysed again.
    package var offersFixes: Bool
    /// Lies over the configurations' own: how calls are moved to other threads.
    package var fixStyle: FixStyle?

    package init(
        rules: Set<RuleID>? = nil, minConfidence: Confidence? = nil, shard: Shard = .whole,
        stallBudget: Duration = .milliseconds(10), tool: Report.Tool = .init(name: "unblock", version: "0"),
        simulation: SimulationOptions? = nil,
        offersFixes: Bool = false, fixStyle: FixStyle? = nil
    ) {
        self.rules = rules
        self.minConfidence = minConfidence
        self.shard = shard
        self.stallBudget = stallBudget
        self.tool = tool
        self.simulation = simulation
        self.offersFixes = offersFixes
        self.fixStyle = fixStyle
    }
}

/// The stages of a run, for progress and for those who measure.
package enum AnalysisPhase: String, Sendable, CaseIterable {
    case read, parse, link, report, simulate
}
