import RuleCatalogue

/// `docs/rules/<id>.md`: everything about one rule, in the order in which a reader of a finding asks.
enum RulePage {
    static func text(_ rule: RuleEntry, _ sources: CatalogueSources) -> String {
        let id = rule.id.rawValue
        var page = "# \(rule.title)\n\n"
        page += "`\(id)` · typical severity: \(rule.severity.rawValue) · since \(rule.since)"
        if rule.inTests == .off { page += " · off in test targets" }
        if rule.inTests == .direct { page += " · in test targets only what tests call themselves" }
        page += "\n\n## Why\n\n\(rule.why.trimmed)\n\n## What to do\n\n\(rule.fix.trimmed)\n"
        if let example = sources.examples[rule.id] {
            page +=
                "\n## Example\n\nMarked lines are reported, the others are not.\n\n```swift\n\(example.trimmed)\n```\n"
        }
        page += "\n## How to allow it\n\n" + allowing(rule)
        page += APITable.section("## What it knows", sources, onlyFor: rule)
        page += "\nThis page is made from `rules/\(id).yaml` by `swift run unblock-generate`.\n"
        return page
    }

    private static func allowing(_ rule: RuleEntry) -> String {
        let id = rule.id.rawValue
        return """
            One place, with the reason:

            ```swift
            // unblock:allow \(id) - why it is harmless here
            ```

            Everywhere, in `.unblock.yml`:

            ```yaml
            rules:
              \(id): off
            ```

            """
    }
}

/// `docs/rules/README.md`: all rules in one table.
enum RuleIndexPage {
    static func text(_ sources: CatalogueSources) -> String {
        var page = "# Rules\n\nThe severity is that of the typical case; a finding's own follows the harm it does.\n\n"
        page += "| rule | what it reports | severity | in tests |\n|---|---|---|---|\n"
        for rule in sources.rules {
            let id = rule.id.rawValue
            page += "| [`\(id)`](\(id).md) | \(rule.title) | \(rule.severity.rawValue) | \(rule.inTests.rawValue) |\n"
        }
        page += "\n[All APIs that are known](../apis.md)\n"
        page += "\nThis page is made from `rules/` by `swift run unblock-generate`.\n"
        return page
    }
}

extension String {
    /// Without line breaks at both ends.
    var trimmed: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        while text.first?.isNewline == true { text.removeFirst() }
        return String(text)
    }
}
