import RuleCatalogue
import SourceModel

/// The page of one rule as `unblock explain` prints it.
struct RuleExplanation {
    let rule: RuleEntry
    let catalogue: Catalogue

    private static let shownAPIs = 8

    func text(_ page: TerminalPage) -> String {
        var text = page.heading("\(rule.id) (\(rule.severity.rawValue))")
        text += "\(rule.title).\n\n"
        text += page.heading("Why it matters") + page.markdown(rule.why) + "\n"
        text += page.heading("What to write instead") + page.markdown(rule.fix) + "\n"
        text += apis(page)
        text += page.heading("To accept one finding")
        text += "    // unblock:allow \(rule.id) - the reason\n\n"
        if rule.inTests == .off { text += "Findings in test targets are left out.\n" }
        if rule.inTests == .direct { text += "In test targets only what tests call themselves is reported.\n" }
        text += "Since \(rule.since). Full page: \(rule.page)\n"
        return text
    }

    private func apis(_ page: TerminalPage) -> String {
        let names = catalogue.libraries.flatMap(\.effects)
            .filter { $0.rule == rule.id && $0.latency?.p99 != 0 }
            .map(\.declaration.text)
        var seen: Set<String> = []
        let unique = names.filter { seen.insert($0).inserted }
        guard !unique.isEmpty else { return "" }
        var text = page.heading("What it knows")
        for name in unique.prefix(Self.shownAPIs) { text += "    \(name)\n" }
        if unique.count > Self.shownAPIs { text += "    and \(unique.count - Self.shownAPIs) more\n" }
        return text + "\n"
    }
}
