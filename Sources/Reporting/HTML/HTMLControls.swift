import SourceModel

/// The choices above the findings. Hidden until the script shows them, since they do nothing without it.
struct HTMLControls {
    private let rules: [String]
    private let verdicts: [String]

    init(_ findings: [Finding]) {
        rules = Set(findings.map(\.rule.rawValue)).sorted()
        verdicts = Set(findings.map(HTMLFindingWriter.verdict)).sorted()
    }

    func write(to html: HTMLWriter) {
        html.element("form", ["id": "controls", "role": "search", "aria-label": "Filter and sort", "hidden": ""]) {
            choice("Severity", "severity", [("", "all")] + ["error", "warning", "note"].map { ($0, $0) }, to: html)
            choice("Rule", "rule", [("", "all")] + rules.map { ($0, $0) }, to: html)
            choice(
                "Verdict", "verdict", [("", "all")] + verdicts.map { ($0, $0.replacing("-", with: " ")) }, to: html)
            html.element("label") {
                html.text("File ")
                html.start("input", ["type": "search", "name": "file", "placeholder": "part of its path"])
            }
            let orders = [
                ("place", "file and line"), ("severity", "severity"), ("rule", "rule"), ("verdict", "verdict"),
                ("stall", "longest stall"),
            ]
            choice("Sort by", "order", orders, to: html)
            html.element("button", ["type": "reset"], text: "Show all")
            html.element("output", ["aria-live": "polite"], text: "")
        }
        html.newLine()
    }

    private func choice(_ label: String, _ name: String, _ options: [(String, String)], to html: HTMLWriter) {
        html.element("label") {
            html.text("\(label) ")
            html.element("select", ["name": name]) {
                for (value, text) in options {
                    // An empty value would be written as an attribute without one, which means the text.
                    html.element("option", ["value": value.isEmpty ? "*" : value], text: text)
                }
            }
        }
    }
}
