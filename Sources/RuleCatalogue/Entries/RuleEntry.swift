import SourceModel

/// One rule as `rules/<id>.yaml` describes it: the only source of the rule's prose.
package struct RuleEntry: Sendable, Hashable {
    package var id: RuleID
    package var title: String
    /// The typical case; the severity of a finding follows its harm and may differ.
    package var severity: Severity
    package var inTests: TestPolicy
    package var message: MessageTemplate
    /// Markdown.
    package var why: String
    /// Markdown.
    package var fix: String
    /// The version that brought the rule.
    package var since: String

    package init(
        id: RuleID, title: String, severity: Severity, inTests: TestPolicy = .report, message: MessageTemplate,
        why: String, fix: String, since: String
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.inTests = inTests
        self.message = message
        self.why = why
        self.fix = fix
        self.since = since
    }

    /// Where the rule's page stands, from the root of the repository.
    package var page: String { "docs/rules/\(id.rawValue).md" }

    /// What reports say about the rule.
    package var description: RuleDescription {
        RuleDescription(id: id, title: title, severity: severity, why: why, fix: fix, page: page)
    }
}

/// What a rule does about code of test targets.
package enum TestPolicy: String, Sendable, Hashable, CaseIterable {
    case report
    /// Only what test code itself calls is reported, not what its helpers do.
    case direct
    /// Findings in test targets are left out.
    case off
}
