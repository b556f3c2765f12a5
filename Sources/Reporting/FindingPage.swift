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
        let offered = finding.preferredFix.map { fix in
            fix.safety == .safe ? fix.title : "\(fix.title), but look first: \(fix.reason)"
        }
        let fix = (offered ?? finding.unfixable).singleLine

        var blocks = ["**\(prose.message)** (`\(finding.rule)`)", prose.setting]
        if !steps.isEmpty { blocks.append(steps.map { "- \($0)" }.joined(separator: "\n")) }
        if !prose.advice.isEmpty { blocks.append(prose.advice) }
        if !simulated.isEmpty { blocks.append("Simulated: " + simulated.joined(separator: "  \n")) }
        if !timelines.isEmpty { blocks.append("```text\n\(timelines)\n```") }
        if !fix.isEmpty { blocks.append((finding.fixes.isEmpty ? "No fix: " : "Fix: ") + fix) }
        markdown = blocks.joined(separator: "\n\n")

        var lines = ["\(prose.message) [\(finding.rule)]", prose.setting] + steps
        if !prose.advice.isEmpty { lines.append(prose.advice) }
        if !simulated.isEmpty { lines += ["simulated: \(simulated[0])"] + simulated.dropFirst() }
        if !timelines.isEmpty { lines.append(timelines) }
        if !fix.isEmpty { lines.append((finding.fixes.isEmpty ? "no fix: " : "fix: ") + fix) }
        plain = lines.joined(separator: "\n").filter { $0 != "`" }
    }

    /// `stalls 250 ms → 0 ms`, or what else the simulation showed; `nil` when it was not asked or showed nothing.
    package static func shortVerdict(_ finding: Finding) -> String? {
        guard let verdict = finding.verdict, case .confirmed = verdict.outcome else { return nil }
        return VerdictProse.shortFigures(verdict)
    }
}
