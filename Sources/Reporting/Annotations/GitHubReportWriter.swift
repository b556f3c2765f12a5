import SourceModel

/// Workflow commands of GitHub Actions: the findings show at their lines in a pull request.
///
/// GitHub shows ten errors and ten warnings of a step: errors come first. Columns count UTF-16 code units where the
/// source is at hand.
struct GitHubReportWriter: ReportWriter {
    let options: ReportOptions

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let columns = SourceColumns(options)
        let titles = Dictionary(report.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let sections = report.sections
        for section in sections {
            guard let problem = section.problem else { continue }
            let file = Self.property(ReportPaths.plain(section.path))
            output.write("::error file=\(file),line=1,title=Not analysed::\(Self.message(problem))\n")
        }
        for severity in [Severity.error, .warning, .note] {
            for finding in sections.lazy.flatMap(\.findings) where finding.severity == severity {
                let title = titles[finding.rule] ?? finding.rule.rawValue
                output.write(
                    "::\(Self.command(severity)) \(Self.place(finding, columns)),title=\(Self.property(title))")
                output.write("::\(Self.message(Self.body(finding)))\n")
            }
        }
        try output.finish()
    }

    private static func command(_ severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }

    /// The runner drops columns of places that span lines, so they are left out there.
    private static func place(_ finding: Finding, _ columns: SourceColumns) -> String {
        let file = "file=\(property(ReportPaths.plain(finding.file))),line=\(finding.start.line)"
        guard finding.end.line == finding.start.line else { return "\(file),endLine=\(finding.end.line)" }
        let start = columns.utf16Column(finding.start, in: finding.file)
        let end = columns.utf16Column(finding.end, in: finding.file)
        return "\(file),col=\(start),endLine=\(finding.end.line),endColumn=\(end)"
    }

    private static func body(_ finding: Finding) -> String {
        let prose = FindingProse(finding)
        let lines = ["\(prose.message) [\(finding.rule)]"] + prose.lines(finding).dropFirst()
        return lines.joined(separator: "\n")
    }

    /// What comes after the second `::`; only these three would end or change it.
    static func message(_ text: String) -> String {
        text.replacingScalars { scalar in scalar.isTerminalControl && scalar != "\n" ? scalar.visible : nil }
            .escapingASCII { $0 == UInt8(ascii: "%") || $0 == 0x0D || $0 == 0x0A }
    }

    static func property(_ text: String) -> String {
        text.singleLine.escapingASCII {
            $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",")
        }
    }
}

extension String {
    /// Writes the chosen ASCII characters as `%` and two digits.
    fileprivate func escapingASCII(_ isEscaped: (UInt8) -> Bool) -> String {
        guard utf8.contains(where: isEscaped) else { return self }
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            if isEscaped(byte) {
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
