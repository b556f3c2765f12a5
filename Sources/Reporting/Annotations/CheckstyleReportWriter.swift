import SourceModel

/// Checkstyle's XML, which Jenkins' warnings plugin and reviewdog read. Files without findings are left out.
struct CheckstyleReportWriter: ReportWriter {
    let options: ReportOptions

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let xml = try XMLWriter(to: sink)
        let columns = SourceColumns(options)
        xml.element("checkstyle", ["version": "8.0"]) {
            for section in report.sections where section.problem != nil || !section.findings.isEmpty {
                xml.element("file", ["name": section.path]) {
                    if let problem = section.problem {
                        xml.element(
                            "error",
                            [
                                "line": "1", "column": "1", "severity": "error", "message": problem.singleLine,
                                "source": "unblock.not-analysed",
                            ])
                    }
                    for finding in section.findings {
                        xml.element(
                            "error",
                            [
                                "line": String(finding.start.line),
                                "column": String(columns.utf16Column(finding.start, in: finding.file)),
                                "severity": finding.severity == .note ? "info" : finding.severity.rawValue,
                                "message": FindingProse(finding).messageWithVerdict,
                                "source": "unblock.\(finding.rule)",
                            ])
                    }
                }
            }
        }
        try xml.finish()
    }
}
