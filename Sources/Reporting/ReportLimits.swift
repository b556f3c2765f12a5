import SourceModel

/// What the services that read a report refuse or hide, so that the user learns it from us and not from a gap.
package enum ReportLimits {
    /// Sentences for standard error; empty when the whole report will be seen.
    /// - Parameter bytes: the size of the written report.
    package static func warnings(_ format: ReportFormat, _ report: Report, bytes: Int) -> [String] {
        let counts = ReportCounts(report)
        var warnings: [String] = []
        switch format {
        case .sarif:
            if counts.findings > SARIFReportWriter.maxResults {
                let leftOut = Numbers.grouped(counts.findings - SARIFReportWriter.maxResults)
                warnings.append(
                    "GitHub takes 25,000 results, so \(leftOut) "
                        + "were left out: narrow the run with --rule, --exclude or a baseline")
            }
            // The limit is 10 MB after gzip, which shrinks these reports about tenfold.
            if bytes > 80_000_000 {
                warnings.append("GitHub takes 10 MB of compressed SARIF: split the run with --shard if it is refused")
            }
        case .junit:
            if bytes > 30_000_000 {
                warnings.append("GitLab takes 30 MB per JUnit report: split the run with --shard")
            }
        case .github:
            if counts.errors + counts.problems > 10 || counts.warnings > 10 {
                warnings.append("GitHub shows 10 errors and 10 warnings of a step: read the rest in the log")
            }
        case .text, .json, .jsonl, .gitlab, .checkstyle, .html: break
        }
        return warnings
    }
}
