import SourceModel

/// Counts of one run, for `--statistics`.
package struct RunStatistics: Sendable, Hashable {
    /// One row of a table, in the order of the table.
    package struct Row: Sendable, Hashable {
        package var name: String
        package var count: Int
    }

    /// How long a phase took; measured by whoever has a clock.
    package struct PhaseDuration: Sendable, Hashable {
        package var phase: AnalysisPhase
        package var seconds: Double

        package init(phase: AnalysisPhase, seconds: Double) {
            self.phase = phase
            self.seconds = seconds
        }
    }

    /// Most frequent first, then by name; so are the others.
    package var rules: [Row]
    package var severities: [Row]
    package var confidences: [Row]
    package var contexts: [Row]
    package var filesAnalyzed: Int
    /// Files with a problem; what could be read of them is analysed all the same.
    package var filesWithProblems: Int
    package var lines: Int
    package var phases: [PhaseDuration]

    /// `nil` when there was no cache.
    package var cache: AnalysisCache.Counts?

    package init(_ report: Report, phases: [PhaseDuration] = [], cache: AnalysisCache.Counts? = nil) {
        rules = Self.rows(report.findings.map(\.rule.rawValue))
        severities = Self.rows(report.findings.map(\.severity.rawValue))
        confidences = Self.rows(report.findings.map(\.confidence.rawValue))
        contexts = Self.rows(report.findings.map(\.context.kind.rawValue))
        filesWithProblems = report.files.count { $0.problem != nil }
        filesAnalyzed = report.files.count - filesWithProblems
        lines = report.summary.lines
        self.phases = phases
        self.cache = cache
    }

    private static func rows(_ names: [String]) -> [Row] {
        Dictionary(grouping: names) { $0 }
            .map { Row(name: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
