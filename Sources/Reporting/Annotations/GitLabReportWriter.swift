import SourceModel

/// GitLab's Code Quality report: an array of issues.
///
/// GitLab shows only the first of issues with one fingerprint, so they are made unique. They hold no line numbers: an
/// issue that only moved is not a new one.
struct GitLabReportWriter: ReportWriter {
    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let json = JSONWriter(output, isPretty: true)
        var fingerprints = UniqueNames()
        json.array {
            for section in report.sections {
                let path = ReportPaths.plain(section.path)
                if let problem = section.problem {
                    json.object {
                        json.string("description", problem.singleLine)
                        json.string("check_name", "not-analysed")
                        json.string("fingerprint", fingerprints.unique("not-analysed:\(path)"))
                        json.string("severity", Self.severity(.error))
                        Self.writePlace(path, 1, 1, to: json)
                    }
                }
                for finding in section.findings {
                    let name = finding.fingerprint.isEmpty ? "\(finding.rule):\(path)" : finding.fingerprint
                    json.object {
                        json.string("description", FindingProse(finding).messageWithVerdict)
                        json.string("check_name", finding.rule.rawValue)
                        json.string("fingerprint", fingerprints.unique(name))
                        json.string("severity", Self.severity(finding.severity))
                        Self.writePlace(path, finding.start.line, finding.end.line, to: json)
                    }
                }
            }
        }
        output.write("\n")
        try output.finish()
    }

    private static func writePlace(_ path: String, _ begin: Int, _ end: Int, to json: JSONWriter) {
        json.object("location") {
            json.string("path", path)
            json.object("lines", inline: true) {
                json.integer("begin", begin)
                json.integer("end", end)
            }
        }
    }

    /// GitLab's five words; `minor` and `blocker` are not used.
    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "major"
        case .note: "info"
        }
    }
}
