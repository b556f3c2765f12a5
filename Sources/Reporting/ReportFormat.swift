import SourceModel

/// The forms that a report can be written in; the raw value is what users write after `--format`.
package enum ReportFormat: String, Sendable, CaseIterable {
    case text
    case json
    case jsonl
    case sarif
    case junit
    case github
    case gitlab
    case checkstyle
    case html

    /// The writer of this format. Writers are values without state: one may write any number of reports.
    package func writer(_ options: ReportOptions) -> any ReportWriter {
        switch self {
        case .text: TextReportWriter(options: options)
        case .json: JSONReportWriter(options: options)
        case .jsonl: JSONLinesReportWriter()
        case .sarif: SARIFReportWriter(options: options)
        case .junit: JUnitReportWriter(options: options)
        case .github: GitHubReportWriter(options: options)
        case .gitlab: GitLabReportWriter()
        case .checkstyle: CheckstyleReportWriter(options: options)
        case .html: HTMLReportWriter(options: options)
        }
    }
}

/// Writes a report in one format.
///
/// A writer describes what it is given: it must never drop a finding without saying so, and never changes a severity.
/// The same report and options give the same bytes.
package protocol ReportWriter: Sendable {
    /// Writes the whole report, piece by piece: memory use does not grow with the output.
    /// - Throws: what the sink threw first; the document is incomplete then.
    func write(_ report: Report, to sink: any ByteSink) throws(ReportError)
}
