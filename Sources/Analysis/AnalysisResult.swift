import SourceModel

/// What one run found, before a baseline or a change filter hides a part of it.
package struct AnalysisResult: Sendable {
    /// `summary.seconds` is zero: whoever has a clock fills it in.
    package var report: Report

    package init(report: Report) { self.report = report }

    init(
        _ snapshot: Snapshot, _ digests: [FileDigest], findings: [Finding], allowed: Int, rules: [RuleDescription],
        options: AnalysisOptions
    ) {
        var analyzed = snapshot.unreadable.filter { options.shard.contains($0.path) }
        for (file, digest) in zip(snapshot.files, digests)
        where file.isReported && options.shard.contains(file.stablePath) {
            analyzed.append(AnalyzedFile(path: file.path, lines: digest.lines, problem: digest.problem))
        }
        analyzed.sort { $0.path < $1.path }
        let summary = Report.Summary(
            files: analyzed.count, lines: analyzed.reduce(0) { $0 + $1.lines }, seconds: 0, allowed: allowed)
        report = Report(tool: options.tool, summary: summary, findings: findings, files: analyzed, rules: rules)
    }

    /// Hides what the baseline accepts.
    ///
    /// - Returns: how many accepted findings are gone from the code.
    package mutating func apply(_ baseline: Baseline) -> Int {
        let outcome = baseline.apply(to: report.findings)
        report.findings = outcome.new
        report.summary.baselined += outcome.accepted
        return outcome.stale
    }

    /// Leaves the findings that a change touches.
    package mutating func keepOnly(_ changes: ChangedLines) {
        report.findings.removeAll { !changes.touch($0) }
    }
}
