import SourceModel

/// Writes the findings of a page, one card each.
///
/// A class for its memory: the lines of the files that were asked for.
final class HTMLFindingWriter {
    private let html: HTMLWriter
    private let excerpts: HTMLExcerpts
    private let described: Set<RuleID>

    init(html: HTMLWriter, options: ReportOptions, rules: [RuleDescription]) {
        self.html = html
        excerpts = HTMLExcerpts(options)
        described = Set(rules.map(\.id))
    }

    /// The word by which findings are filtered.
    static func verdict(_ finding: Finding) -> String { finding.verdict?.outcome.word ?? "not-simulated" }

    func write(_ finding: Finding, number: Int) {
        let prose = FindingProse(finding)
        let id = "finding-\(number)"
        let attributes: KeyValuePairs<String, String?> = [
            "id": id, "class": "finding \(finding.severity.rawValue)", "aria-labelledby": "\(id)-title",
            "data-severity": finding.severity.rawValue, "data-rule": finding.rule.rawValue,
            "data-verdict": Self.verdict(finding), "data-file": finding.file.singleLine, "data-place": String(number),
            "data-stall": stall(finding),
        ]
        html.element("li") {
            html.element("article", attributes) {
                html.element("h3", ["id": "\(id)-title"]) {
                    badge(finding.severity.rawValue, class: finding.severity.rawValue)
                    html.text(" ")
                    html.sentence(prose.message)
                }
                html.element("p", ["class": "place"]) {
                    html.element("a", ["href": "#\(id)"], text: prose.place)
                    html.text(" ")
                    if described.contains(finding.rule) {
                        html.element("a", ["href": "#rule-\(finding.rule)"], text: finding.rule.rawValue)
                    } else {
                        html.text(finding.rule.rawValue)
                    }
                    if let verdict = finding.verdict {
                        html.text(" ")
                        badge(VerdictProse.words(verdict.outcome), class: verdict.outcome.word)
                    }
                }
                excerpts.write(finding, to: html)
                if !prose.setting.isEmpty {
                    html.element("p") {
                        html.sentence(Self.sentence(prose.setting))
                    }
                }
                writePath(prose)
                if !prose.advice.isEmpty {
                    html.element("h4", text: "What to do")
                    html.element("p") {
                        html.sentence(Self.sentence(prose.advice))
                    }
                }
                if let verdict = finding.verdict, let prose = prose.verdict { write(verdict, prose) }
            }
        }
        html.newLine()
    }

    /// From a part of a sentence, as other formats have them.
    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }

    private func badge(_ text: String, class name: String) {
        html.element("span", ["class": "badge \(name)"], text: text)
    }

    /// For sorting, in milliseconds; a wait without an end is longer than any other.
    private func stall(_ finding: Finding) -> String {
        guard let before = finding.verdict?.before else { return "-1" }
        return before.maxStall.map { Numbers.decimal(Numbers.milliseconds($0), digits: 3) } ?? "1e300"
    }

    private func writePath(_ prose: FindingProse) {
        guard !prose.steps.isEmpty else { return }
        html.element("h4", text: "How the call gets there")
        html.element("ol", ["class": "path"]) {
            for step in prose.steps {
                html.element("li") {
                    html.sentence(step.text)
                    html.text(" ")
                    html.element("span", ["class": "dim"], text: step.place)
                    excerpts.writeLine(step.file, step.position, to: html)
                }
            }
        }
    }

    private func write(_ verdict: Verdict, _ prose: VerdictProse) {
        html.element("section", ["class": "simulation \(verdict.outcome.word)"]) {
            html.element("h4", text: "Simulation")
            html.element("p") {
                html.sentence(Self.sentence(prose.outcome))
            }
            writeFigures(verdict)
            if !prose.details.isEmpty {
                html.element("ul") {
                    for detail in prose.details { html.element("li") { html.sentence(detail) } }
                }
            }
            if let timelines = verdict.timelines {
                html.element("details", ["open": ""]) {
                    html.element("summary", text: "Timelines")
                    // A drawing wider than the page is scrolled, by keyboard too.
                    html.element(
                        "div", ["class": "drawing", "tabindex": "0", "role": "group", "aria-label": "Timelines"]
                    ) {
                        if timelines.svg.isEmpty {
                            html.element("pre", text: timelines.text)
                        } else {
                            html.markup(timelines.svg)
                        }
                    }
                }
            }
        }
    }

    private func writeFigures(_ verdict: Verdict) {
        let figures = VerdictProse.figures(verdict)
        guard !figures.isEmpty else { return }
        html.element("table") {
            html.element("thead") {
                html.element("tr") {
                    html.element("td", text: "")
                    html.element("th", ["scope": "col"], text: "before")
                    if verdict.after != nil { html.element("th", ["scope": "col"], text: "after") }
                }
            }
            html.element("tbody") {
                for figure in figures {
                    html.element("tr") {
                        html.element("th", ["scope": "row"], text: figure.name)
                        html.element("td", text: figure.before)
                        if let after = figure.after { html.element("td", text: after) }
                    }
                }
            }
        }
    }
}
