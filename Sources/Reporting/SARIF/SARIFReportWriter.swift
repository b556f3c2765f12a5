import SourceModel

/// SARIF 2.1.0 as GitHub code scanning and the SARIF viewers read it.
///
/// `columnKind` is `utf16CodeUnits`: byte columns are converted where the source is at hand; without it a column is
/// right on lines that are ASCII up to the finding. Of more than 25,000 results, which GitHub refuses, the most severe
/// are kept and a notification says how many were left out.
struct SARIFReportWriter: ReportWriter {
    let options: ReportOptions

    static let maxResults = 25_000

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let json = JSONWriter(output, isPretty: true)
        let findings = Self.withinLimit(report.findings.sorted(by: Finding.reportOrder))
        let rules = report.rules.sorted { $0.id < $1.id }
        json.object {
            json.string("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.string("version", "2.1.0")
            json.array("runs") {
                json.object {
                    writeTool(report.tool, rules, to: json)
                    json.string("columnKind", "utf16CodeUnits")
                    json.object("originalUriBaseIds") {
                        json.object("%SRCROOT%") {
                            SARIFParts.text("description", "The folder that unblock was started in.", to: json)
                        }
                    }
                    writeInvocation(report, leftOut: report.findings.count - findings.count, to: json)
                    let results = SARIFResultWriter(json: json, options: options, rules: rules)
                    json.array("results") {
                        for finding in findings { results.write(finding) }
                    }
                }
            }
        }
        output.write("\n")
        try output.finish()
    }

    /// The first 25,000 by severity, in the order of the report.
    private static func withinLimit(_ findings: [Finding]) -> [Finding] {
        guard findings.count > maxResults else { return findings }
        let bySeverity = findings.indices.sorted {
            let (left, right) = (findings[$0].severity, findings[$1].severity)
            return left == right ? $0 < $1 : left > right
        }
        return bySeverity.prefix(maxResults).sorted().map { findings[$0] }
    }

    private func writeTool(_ tool: Report.Tool, _ rules: [RuleDescription], to json: JSONWriter) {
        json.object("tool") {
            json.object("driver") {
                json.string("name", tool.name)
                json.string("version", tool.version)
                json.array("rules") {
                    for rule in rules { writeRule(rule, to: json) }
                }
            }
        }
    }

    private func writeRule(_ rule: RuleDescription, to json: JSONWriter) {
        let prose = "\(rule.why)\n\n\(rule.fix)"
        json.object {
            json.string("id", rule.id.rawValue)
            SARIFParts.text("shortDescription", rule.title, to: json)
            SARIFParts.text("fullDescription", rule.why.isEmpty ? rule.title : rule.why, to: json)
            json.object("help") {
                json.string("text", prose)
                json.string("markdown", "## Why\n\n\(rule.why)\n\n## What to write instead\n\n\(rule.fix)")
            }
            if !rule.page.isEmpty { json.string("helpUri", rule.page) }
            json.object("defaultConfiguration", inline: true) { json.string("level", rule.severity.rawValue) }
            json.object("properties") {
                json.array("tags", inline: true) {
                    json.string(nil, "concurrency")
                    json.string(nil, "performance")
                }
                json.string("problem.severity", rule.severity == .note ? "recommendation" : rule.severity.rawValue)
            }
        }
    }

    private func writeInvocation(_ report: Report, leftOut: Int, to json: JSONWriter) {
        let problems = report.sections.filter { $0.problem != nil }
        json.array("invocations") {
            json.object {
                json.boolean("executionSuccessful", problems.isEmpty)
                json.integer("exitCode", Int(report.exitStatus(failOn: options.failOn)))
                json.array("toolExecutionNotifications") {
                    for section in problems {
                        json.object {
                            json.string("level", "error")
                            SARIFParts.text("message", section.problem ?? "", to: json)
                            json.array("locations") {
                                json.object {
                                    json.object("physicalLocation") { SARIFParts.artifact(section.path, to: json) }
                                }
                            }
                        }
                    }
                    if leftOut > 0 {
                        json.object {
                            json.string("level", "warning")
                            SARIFParts.text("message", "\(Numbers.count(leftOut, "finding")) left out.", to: json)
                        }
                    }
                }
            }
        }
    }
}
