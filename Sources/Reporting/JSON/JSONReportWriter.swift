import SourceModel

/// The project's own JSON, `"schema": 1`: every fact about every finding, for programs.
///
/// Keys are only ever added to a schema number. Columns count UTF-8 bytes.
struct JSONReportWriter: ReportWriter {
    let options: ReportOptions

    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        let json = JSONWriter(output, isPretty: true)
        json.object {
            json.integer("schema", 1)
            json.object("tool", inline: true) {
                json.string("name", report.tool.name)
                json.string("version", report.tool.version)
            }
            json.object("summary", inline: true) {
                json.integer("files", report.summary.files)
                json.integer("lines", report.summary.lines)
                json.integer("findings", report.findings.count)
                json.decimal("seconds", options.reproducible ? 0 : report.summary.seconds, digits: 6)
            }
            json.array("findings") {
                for finding in report.findings.sorted(by: Finding.reportOrder) {
                    json.object { finding.write(to: json) }
                }
            }
        }
        output.write("\n")
        try output.finish()
    }
}

/// One finding per line, each the object that the JSON report has under `findings`.
struct JSONLinesReportWriter: ReportWriter {
    func write(_ report: Report, to sink: any ByteSink) throws(ReportError) {
        let output = BufferedOutput(sink)
        for finding in report.findings.sorted(by: Finding.reportOrder) {
            let json = JSONWriter(output, isPretty: false)
            json.object { finding.write(to: json) }
            output.write("\n")
        }
        try output.finish()
    }
}

extension Fix {
    fileprivate func write(to json: JSONWriter) {
        json.string("title", title)
        json.string("style", style.rawValue)
        json.string("safety", safety.rawValue)
        if !reason.isEmpty { json.string("reason", reason) }
        json.boolean("preferred", isPreferred)
        json.array("edits") {
            for edit in edits {
                json.object(inline: true) {
                    json.string("file", edit.file)
                    json.integer("line", edit.start.line)
                    json.integer("column", edit.start.column)
                    json.integer("endLine", edit.end.line)
                    json.integer("endColumn", edit.end.column)
                    json.string("newText", edit.newText)
                }
            }
        }
        if let verdict { json.string("verdict", verdict.rawValue) }
    }
}

extension Finding {
    fileprivate func write(to json: JSONWriter) {
        json.string("rule", rule.rawValue)
        json.string("severity", severity.rawValue)
        json.string("confidence", confidence.rawValue)
        json.string("file", file)
        json.integer("line", start.line)
        json.integer("column", start.column)
        json.integer("endLine", end.line)
        json.integer("endColumn", end.column)
        json.string("message", message)
        json.string("callee", callee)
        json.object("context", inline: true) {
            json.string("kind", context.kind.rawValue)
            json.string("symbol", context.symbol)
            json.integer("line", context.line)
            json.string("executor", context.executor.rawValue)
        }
        json.array("path") {
            for step in path {
                json.object(inline: true) {
                    json.string("symbol", step.symbol)
                    json.string("file", step.file)
                    json.integer("line", step.position.line)
                    json.integer("column", step.position.column)
                }
            }
        }
        json.array("fixes") {
            for fix in fixes { json.object { fix.write(to: json) } }
        }
        if !unfixable.isEmpty { json.string("unfixable", unfixable) }
        if let verdict { json.object("simulation") { verdict.write(to: json) } }
        json.string("fingerprint", fingerprint)
    }
}
