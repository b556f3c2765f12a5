import SourceModel

/// How many findings of each severity a report has, and whether it fails the run.
package struct ReportCounts: Sendable, Hashable {
    package private(set) var errors = 0
    package private(set) var warnings = 0
    package private(set) var notes = 0
    package private(set) var filesWithFindings = 0
    /// Files that could not be analysed, or not in full.
    package private(set) var problems = 0

    package init(_ report: Report) {
        var paths: Set<String> = []
        for finding in report.findings {
            switch finding.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
            paths.insert(finding.file)
        }
        filesWithFindings = paths.count
        problems = report.files.lazy.filter { $0.problem != nil }.count
    }

    package var findings: Int { errors + warnings + notes }
}

extension Report {
    /// Whether this report fails the run. The JUnit report is red exactly when this is true.
    ///
    /// A file that could not be analysed fails it whatever the threshold: a file nobody looked at must not pass
    /// for a clean one.
    /// - Parameter threshold: the least severity that fails; `nil` when findings never do.
    package func fails(at threshold: Severity?) -> Bool {
        if files.contains(where: { $0.problem != nil }) { return true }
        return findings.contains { $0.fails(at: threshold) }
    }

    /// The exit status of the command: 0 or 1.
    package func exitStatus(failOn threshold: Severity?) -> Int32 { fails(at: threshold) ? 1 : 0 }
}

extension Finding {
    /// Whether this finding alone fails the run.
    package func fails(at threshold: Severity?) -> Bool {
        guard let threshold else { return false }
        return severity >= threshold
    }
}
