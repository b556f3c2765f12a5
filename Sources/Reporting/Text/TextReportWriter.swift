import SourceModel

/// Findings as compilers print them: a line that Xcode, editors and problem matchers read, the source, what to do.
///
/// Columns count UTF-8 bytes, as the Swift compiler's do.
struct TextReportWriter: ReportWriter {
    let options: ReportOptions

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let style = TerminalStyle(isOn: options.colour)
        for section in report.sections {
            if let problem = section.problem {
                let place = style.paint("\(section.path.singleLine):1:1:", .place)
                output.write("\(place) \(style.paint("error:", .error)) \(problem.singleLine)\n\n")
            }
            guard !section.findings.isEmpty else { continue }
            let source = options.sources(section.path).map { ExcerptSource($0, maxWidth: options.maxExcerptWidth) }
            for finding in section.findings { write(finding, source, style, to: output) }
        }
        output.write(TextSummary(report, showsDuration: !options.reproducible).text(style))
        try output.finish()
    }

    private func write(_ finding: Finding, _ source: ExcerptSource?, _ style: TerminalStyle, to output: BufferedOutput)
    {
        let prose = FindingProse(finding)
        let severity = style.paint("\(finding.severity.rawValue):", TerminalStyle.Role(finding.severity))
        let message = style.paintCode(in: prose.message, .strong)
        let rule = style.paint("[\(finding.rule)]", .dim)
        output.write("\(style.paint("\(prose.place):", .place)) \(severity) \(message) \(rule)\n")

        let number = String(finding.start.line)
        let margin = String(repeating: " ", count: max(number.utf8.count, 4))
        if let excerpt = source?.excerpt(finding.start, finding.end) {
            let padding = String(repeating: " ", count: margin.utf8.count - number.utf8.count)
            let marks = "^" + String(repeating: "~", count: excerpt.width - 1)
            let indent = String(repeating: " ", count: excerpt.indent)
            output.write("\(style.paint(" \(padding)\(number) |", .gutter)) \(excerpt.text)\n")
            output.write("\(style.paint(" \(margin) |", .gutter)) ")
            output.write("\(indent)\(style.paint(marks, .caret(finding.severity)))\n")
        }
        let bullet = style.paint(" \(margin) =", .gutter)
        if !prose.setting.isEmpty { output.write("\(bullet) \(style.paintCode(in: prose.setting, .strong))\n") }
        if !prose.advice.isEmpty {
            output.write("\(bullet) \(style.paint("help:", .help)) \(style.paintCode(in: prose.advice, .strong))\n")
        }
        if !prose.fix.isEmpty {
            output.write("\(bullet) \(style.paint("fix:", .help)) \(style.paintCode(in: prose.fix, .strong))\n")
        }
        if let verdict = prose.verdict {
            let outcome = style.paint("simulated:", verdict.isConfirmed ? .caret(finding.severity) : .dim)
            output.write("\(bullet) \(outcome) \(style.paintCode(in: verdict.headline, .strong))\n")
            for problem in verdict.problems {
                output.write("\(bullet)   \(style.paintCode(in: problem, .strong))\n")
            }
        }
        for step in prose.steps {
            let note = style.paint("note:", .note)
            output.write(
                "\(step.place): \(note) \(style.paintCode(in: step.text, .strong))\n")
        }
        output.write("\n")
    }
}

/// A source text and its lines, split once for all findings of the file.
private struct ExcerptSource {
    let text: [UInt8]
    let lines: LineTable
    let maxWidth: Int

    init(_ text: [UInt8], maxWidth: Int) {
        self.text = text
        self.maxWidth = maxWidth
        lines = LineTable(text)
    }

    /// `nil` when the text has no such line: the file may have changed since it was analysed.
    func excerpt(_ start: SourcePosition, _ end: SourcePosition) -> SourceExcerpt? {
        guard start.line >= 1, start.line <= lines.lineCount else { return nil }
        let range = lines.range(ofLine: start.line)
        return SourceExcerpt(
            line: text[range.start..<range.end], start: start.column, end: end.line == start.line ? end.column : nil,
            maxWidth: maxWidth)
    }
}
