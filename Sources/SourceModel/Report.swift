/// Everything one run found, ready to be written in any format.
package struct Report: Sendable {
    package var tool: Tool
    package var summary: Summary
    /// In `Finding.reportOrder`.
    package var findings: [Finding]
    /// Every file that was asked for, by path; files without findings too.
    package var files: [AnalyzedFile]
    /// Rules that took part, by id; what a reader needs to describe a finding.
    package var rules: [RuleDescription]

    package init(
        tool: Tool, summary: Summary, findings: [Finding], files: [AnalyzedFile], rules: [RuleDescription]
    ) {
        self.tool = tool
        self.summary = summary
        self.findings = findings
        self.files = files
        self.rules = rules
    }

    package struct Tool: Sendable, Hashable {
        package var name: String
        package var version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    package struct Summary: Sendable, Hashable {
        package var files: Int
        package var lines: Int
        /// Wall-clock duration of the run; zero when the caller asked for reproducible output.
        package var seconds: Double
        /// Findings hidden by an `unblock:allow` comment.
        package var allowed: Int
        /// Findings hidden by the baseline.
        package var baselined: Int

        package init(files: Int, lines: Int, seconds: Double, allowed: Int = 0, baselined: Int = 0) {
            self.files = files
            self.lines = lines
            self.seconds = seconds
            self.allowed = allowed
            self.baselined = baselined
        }
    }
}

/// One file of a run and what became of it.
package struct AnalyzedFile: Sendable, Hashable {
    package var path: String
    package var lines: Int
    /// Why the file, or a part of it, could not be analysed; `nil` when all went well.
    package var problem: String?

    package init(path: String, lines: Int, problem: String? = nil) {
        self.path = path
        self.lines = lines
        self.problem = problem
    }
}

/// The prose of one rule as reports need it.
package struct RuleDescription: Sendable, Hashable {
    package var id: RuleID
    package var title: String
    package var severity: Severity
    /// Why the construct is harmful, in Markdown.
    package var why: String
    /// What to write instead, in Markdown.
    package var fix: String
    /// Address of the rule's page.
    package var page: String

    package init(id: RuleID, title: String, severity: Severity, why: String, fix: String, page: String) {
        self.id = id
        self.title = title
        self.severity = severity
        self.why = why
        self.fix = fix
        self.page = page
    }
}
