import SourceModel

/// One page for people, without network: every finding with its source, the way to it, what to do, and what the
/// simulation showed.
///
/// All of it is there without the script, which only filters and sorts. The page asks for nothing from outside, and its
/// security policy forbids it to.
struct HTMLReportWriter: ReportWriter {
    let options: ReportOptions

    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let html = HTMLWriter(output)
        let findings = report.findings.sorted(by: Finding.reportOrder)
        let counts = ReportCounts(report)
        html.markup("<!DOCTYPE html>\n")
        html.element("html", ["lang": "en"]) {
            writeHead(report, counts, to: html)
            html.element("body") {
                html.element("a", ["class": "skip", "href": "#findings"], text: "Skip to the findings")
                writeHeader(report, counts, to: html)
                html.element("main") {
                    writeProblems(report, to: html)
                    if !findings.isEmpty { HTMLControls(findings).write(to: html) }
                    html.element("h2", ["id": "findings"], text: "Findings")
                    if findings.isEmpty { html.element("p", text: "No blocking calls found.") }
                    let writer = HTMLFindingWriter(html: html, options: options, rules: report.rules)
                    html.element("ol", ["class": "findings"]) {
                        for (index, finding) in findings.enumerated() { writer.write(finding, number: index + 1) }
                    }
                    writeRules(report, findings, to: html)
                    writeFiles(report, to: html)
                }
                html.element("script") { html.markup("\(HTMLScript.text)") }
            }
        }
        output.write("\n")
        try output.finish()
    }

    private func writeHead(_ report: Report, _ counts: ReportCounts, to html: HTMLWriter) {
        html.element("head") {
            html.start("meta", ["charset": "utf-8"])
            html.start("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.start("meta", ["name": "color-scheme", "content": "light dark"])
            html.start("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
            html.start("meta", ["name": "generator", "content": "\(report.tool.name) \(report.tool.version)"])
            html.element("title", text: "\(Numbers.count(counts.findings, "blocking call")) - \(report.tool.name)")
            html.element("style") { html.markup("\(HTMLStyle.text)") }
        }
        html.newLine()
    }

    private func writeHeader(_ report: Report, _ counts: ReportCounts, to html: HTMLWriter) {
        let summary = report.summary
        html.element("header") {
            html.element("h1", text: "Blocking calls in async code")
            var facts = ["\(report.tool.name) \(report.tool.version)"]
            if !options.reproducible, !options.timestamp.isEmpty { facts.append(options.timestamp) }
            facts += [Numbers.count(summary.files, "file"), Numbers.count(summary.lines, "line")]
            if !options.reproducible { facts.append("\(Numbers.decimal(summary.seconds, digits: 2)) s") }
            html.element("p", ["class": "facts"], text: facts.joined(separator: " · "))
            html.element("ul", ["class": "totals"]) {
                for (count, noun) in [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")] {
                    writeTotal(count, noun, plural: true, to: html)
                }
                for outcome in ["confirmed", "not-reproduced", "not-modelled"] {
                    let count = report.findings.count { $0.verdict?.outcome.word == outcome }
                    if count > 0 { writeTotal(count, outcome, plural: false, to: html) }
                }
            }
            var hidden: [String] = []
            if summary.allowed > 0 { hidden.append("\(Numbers.grouped(summary.allowed)) allowed by comments") }
            if summary.baselined > 0 { hidden.append("\(Numbers.grouped(summary.baselined)) in the baseline") }
            if !hidden.isEmpty { html.element("p", text: "Not shown: \(hidden.joined(separator: ", ")).") }
        }
        html.newLine()
    }

    private func writeTotal(_ count: Int, _ word: String, plural: Bool, to html: HTMLWriter) {
        html.element("li", ["class": count > 0 ? word : "none"]) {
            html.element("strong", text: Numbers.grouped(count))
            html.text(" " + word.replacing("-", with: " ") + (plural && count != 1 ? "s" : ""))
        }
    }

    private func writeProblems(_ report: Report, to html: HTMLWriter) {
        let problems = report.sections.filter { $0.problem != nil }
        guard !problems.isEmpty else { return }
        html.element("section", ["class": "problems"]) {
            html.element("h2", text: "Not analysed in full")
            html.element("ul") {
                for section in problems {
                    html.element("li") {
                        html.element("code", text: section.path.singleLine)
                        html.text(": \((section.problem ?? "").singleLine)")
                    }
                }
            }
        }
        html.newLine()
    }

    /// Once for all findings of a rule: the prose is longer than they are.
    private func writeRules(_ report: Report, _ findings: [Finding], to html: HTMLWriter) {
        let used = Set(findings.map(\.rule))
        let rules = report.rules.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
        guard !rules.isEmpty else { return }
        html.element("section", ["class": "rules"]) {
            html.element("h2", text: "Rules")
            for rule in rules {
                html.element("article", ["id": "rule-\(rule.id)"]) {
                    html.element("h3") {
                        html.element("code", text: rule.id.rawValue)
                        html.text(" \(rule.title)")
                    }
                    HTMLProse(rule.why).write(to: html)
                    html.element("h4", text: "What to write instead")
                    HTMLProse(rule.fix).write(to: html)
                    if rule.page.hasPrefix("https://") {
                        html.element("p") { html.element("a", ["href": rule.page], text: "Page of the rule") }
                    }
                }
            }
        }
        html.newLine()
    }

    private func writeFiles(_ report: Report, to html: HTMLWriter) {
        html.element("details", ["class": "files"]) {
            html.element("summary", text: "All \(Numbers.count(report.sections.count, "file"))")
            html.element("ul") {
                for section in report.sections {
                    html.element("li") {
                        html.element("code", text: section.path.singleLine)
                        let count = section.findings.count
                        html.text(count == 0 ? " no findings" : " \(Numbers.count(count, "finding"))")
                    }
                }
            }
        }
    }
}
