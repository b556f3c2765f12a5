import Analysis

/// What `--statistics` prints on standard error.
struct StatisticsTable {
    let statistics: RunStatistics

    var text: String {
        var text = "files      \(statistics.filesAnalyzed)"
        if statistics.filesWithProblems > 0 { text += " (and \(statistics.filesWithProblems) with problems)" }
        text += "\nlines      \(statistics.lines)\n"
        text += section("rules", statistics.rules)
        text += section("severities", statistics.severities)
        text += section("confidences", statistics.confidences)
        text += section("contexts", statistics.contexts)
        text += "phases\n"
        for phase in statistics.phases {
            text += "  \(aligned(milliseconds(phase.seconds)))  \(phase.phase.rawValue)\n"
        }
        return text
    }

    private func section(_ title: String, _ rows: [RunStatistics.Row]) -> String {
        if rows.isEmpty { return "" }
        return "\(title)\n" + rows.map { "  \(aligned("\($0.count)"))  \($0.name)\n" }.joined()
    }

    private func milliseconds(_ seconds: Double) -> String { "\((seconds * 10_000).rounded() / 10) ms" }

    private func aligned(_ text: String) -> String { String(repeating: " ", count: max(0, 10 - text.count)) + text }
}
