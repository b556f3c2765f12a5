import Analysis

/// What `--statistics` prints on standard error.
struct StatisticsTable {
    let statistics: RunStatistics
    let notes: CompilerNotes.Outcome

    var text: String {
        var text = "files      \(statistics.filesAnalyzed)"
        if statistics.filesWithProblems > 0 { text += " (and \(statistics.filesWithProblems) with problems)" }
        text += "\nlines      \(statistics.lines)\n"
        text += cache + compiler
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

    /// One line on the files whose calls the compiler has decided.
    private var compiler: String {
        switch notes {
        case .none: ""
        case .used(let counts):
            "index      \(counts.used) files as the compiler saw them, \(counts.stale) changed since, \(counts.missing) "
                + "not seen\n"
        case .unusable(let reason): "index      not used: \(reason)\n"
        }
    }

    /// One line on what earlier runs had found out, and one for what did not come back as it was kept.
    private var cache: String {
        guard let counts = statistics.cache else { return "cache      none\n" }
        var parts = ["\(counts.digestsRead) files read from it", "\(counts.filesParsed) parsed"]
        if counts.reportsRead > 0 { parts = ["the report of the unchanged tree read from it"] + parts }
        var text = "cache      \(parts.joined(separator: ", "))\n"
        if counts.damaged > 0 { text += "           \(counts.damaged) damaged entries were made anew\n" }
        if counts.foreign > 0 { text += "           \(counts.foreign) entries of another version were made anew\n" }
        return text
    }

    private func section(_ title: String, _ rows: [RunStatistics.Row]) -> String {
        if rows.isEmpty { return "" }
        return "\(title)\n" + rows.map { "  \(aligned("\($0.count)"))  \($0.name)\n" }.joined()
    }

    private func milliseconds(_ seconds: Double) -> String { "\((seconds * 10_000).rounded() / 10) ms" }

    private func aligned(_ text: String) -> String { String(repeating: " ", count: max(0, 10 - text.count)) + text }
}
