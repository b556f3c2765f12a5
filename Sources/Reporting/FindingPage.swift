import SourceModel

/// Everything about one finding, for an editor to show beside it.
package struct FindingPage {
    /// Markdown, with names in code spans and timelines in a code block.
    package let markdown: String
    /// The same without marks.
    package let plain: String

    package init(_ finding: Finding) {
        let prose = FindingProse(finding)
        let steps = prose.steps.map { "\($0.place): \($0.text)" }
        let simulated = prose.verdict.map { [$0.headline] + $0.details } ?? []
        let timelines = finding.verdict?.timelines?.text ?? ""
        // An editor offers the fix itself; options of the command line would be in the way.
        let offered = finding.fixes.map { fix in
            (fix.safety == .safe ? fix.title : "\(fix.title), but look first: \(fix.reason)").singleLine
        }
        let refused = finding.unfixable.singleLine

        var blocks = ["**\(prose.message)** (`\(finding.rule)`)"]
        if !prose.setting.isEmpty { blocks.append(prose.setting) }
        if !steps.isEmpty { blocks.append(steps.map { "- \($0)" }.joined(separator: "\n")) }
        if !prose.advice.isEmpty { blocks.append(prose.advice) }
        if !simulated.isEmpty { blocks.append("Simulated: " + simulated.joined(separator: "  \n")) }
        if !timelines.isEmpty { blocks.append("```text\n\(timelines)\n```") }
        let fixes = offered.enumerated().map { ($0.offset == 0 ? "Fix: " : "Or: ") + $0.element }
        blocks += fixes
        if fixes.isEmpty, !refused.isEmpty { blocks.append("No fix: " + refused) }
        markdown = blocks.joined(separator: "\n\n")

        var lines = ["\(prose.message) [\(finding.rule)]"] + (prose.setting.isEmpty ? [] : [prose.setting]) + steps
        if !prose.advice.isEmpty { lines.append(prose.advice) }
        if !simulated.isEmpty { lines += ["simulated: \(simulated[0])"] + simulated.dropFirst() }
        if !timelines.isEmpty { lines.append(timelines) }
        lines += offered.enumerated().map { ($0.offset == 0 ? "fix: " : "or: ") + $0.element }
        if fixes.isEmpty, !refused.isEmpty { lines.append("no fix: " + refused) }
        plain = lines.joined(separator: "\n").filter { $0 != "`" }
    }

    /// `stalls 250 ms → 0 ms`, or what else the simulation showed; `nil` when it was not asked or showed nothing.
    package static func shortVerdict(_ finding: Finding) -> String? {
        guard let verdict = finding.verdict, case .confirmed = verdict.outcome else { return nil }
        return VerdictProse.shortFigures(verdict)
    }
}
