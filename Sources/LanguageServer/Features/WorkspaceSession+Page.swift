import Analysis
import Reporting
import RuleCatalogue
import SourceModel

extension WorkspaceSession {
    /// A page for people about some findings: their source, the way to what blocks, and the timelines of the runs.
    func page(of findings: [Finding], _ tool: Report.Tool) throws -> [UInt8] {
        let files = Set(findings.map(\.file)).sorted().map { file in
            AnalyzedFile(path: file, lines: LineTable(text(of: file) ?? []).lineCount, problem: nil)
        }
        let rules = Set(findings.map(\.rule)).sorted().compactMap { contents.catalogue.rules[$0]?.description }
        let summary = Report.Summary(
            files: files.count, lines: files.reduce(0) { $0 + $1.lines }, seconds: 0, allowed: 0)
        let report = Report(tool: tool, summary: summary, findings: findings, files: files, rules: rules)
        let sink = MemorySink()
        let options = ReportOptions(reproducible: true, sources: { text(of: $0) })
        try ReportFormat.html.writer(options).write(report, to: sink)
        return sink.bytes
    }
}
