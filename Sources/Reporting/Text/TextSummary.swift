import SourceModel

/// The closing lines of a text report: what was found, where, in how much code.
struct TextSummary {
    private let report: Report
    private let counts: ReportCounts
    private let showsDuration: Bool

    init(_ report: Report, showsDuration: Bool) {
        self.report = report
        self.showsDuration = showsDuration
        counts = ReportCounts(report)
    }

    func text(_ style: TerminalStyle) -> String {
        var lines = [verdict(style) + " " + extent]
        if counts.problems > 0 {
            let files = Numbers.count(counts.problems, "file")
            lines.append(style.paint("\(files) could not be analysed in full.", .error))
        }
        var hidden: [String] = []
        if report.summary.allowed > 0 {
            hidden.append("\(Numbers.grouped(report.summary.allowed)) allowed by comments")
        }
        if report.summary.baselined > 0 {
            hidden.append("\(Numbers.grouped(report.summary.baselined)) in the baseline")
        }
        if !hidden.isEmpty { lines.append(style.paint("Not shown: \(hidden.joined(separator: ", ")).", .dim)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func verdict(_ style: TerminalStyle) -> String {
        let files = Numbers.count(report.summary.files, "file")
        guard counts.findings > 0 else { return style.paint("No blocking calls found", .good) + " in \(files)" }
        let parts = [
            (counts.errors, "error", TerminalStyle.Role.error), (counts.warnings, "warning", .warning),
            (counts.notes, "note", .note),
        ]
        let found = parts.filter { $0.0 > 0 }.map { style.paint(Numbers.count($0.0, $0.1), $0.2) }
        return "Found \(found.joined(separator: ", ")) in \(Numbers.grouped(counts.filesWithFindings)) of \(files)"
    }

    private var extent: String {
        let lines = Numbers.count(report.summary.lines, "line")
        return showsDuration ? "(\(lines), \(Numbers.decimal(report.summary.seconds, digits: 2)) s)." : "(\(lines))."
    }
}
