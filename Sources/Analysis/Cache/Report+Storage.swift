import ProgramModel
import SourceModel

extension AnalysisResult {
    /// As bytes for a cache.
    var stored: [UInt8] {
        var writer = BinaryWriter()
        writer.write(report.tool.name)
        writer.write(report.tool.version)
        writer.write(report.summary.files)
        writer.write(report.summary.lines)
        writer.write(report.summary.allowed)
        writer.write(report.summary.baselined)
        writer.write(report.findings)
        writer.write(report.files)
        writer.write(report.rules)
        return writer.bytes
    }

    init(stored bytes: [UInt8]) throws(StorageDamage) {
        var reader = try BinaryReader(bytes)
        let tool = Report.Tool(name: try reader.readText(), version: try reader.readText())
        let summary = Report.Summary(
            files: try reader.readInt(), lines: try reader.readInt(), seconds: 0, allowed: try reader.readInt(),
            baselined: try reader.readInt())
        let report = Report(
            tool: tool, summary: summary, findings: try reader.readArray(), files: try reader.readArray(),
            rules: try reader.readArray())
        guard reader.isAtEnd else { throw StorageDamage() }
        self.init(report: report)
    }
}

extension AnalyzedFile: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(path)
        writer.write(lines)
        writer.write(problem)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(path: try reader.readText(), lines: try reader.readInt(), problem: try reader.readOptional())
    }
}

extension RuleDescription: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(id.rawValue)
        writer.write(title)
        writer.write(severity)
        writer.write(why)
        writer.write(fix)
        writer.write(page)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            id: try reader.read(), title: try reader.readText(), severity: try reader.readCase(),
            why: try reader.readText(), fix: try reader.readText(), page: try reader.readText())
    }
}

extension SourcePosition: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(line)
        writer.write(column)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(line: try reader.readInt(), column: try reader.readInt())
    }
}

extension Finding: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(rule.rawValue)
        writer.write(severity)
        writer.write(confidence)
        writer.write(file)
        writer.write(range)
        writer.write(start)
        writer.write(end)
        writer.write(message)
        writer.write(advice)
        writer.write(callee)
        writer.write(context)
        writer.write(path)
        writer.write(fingerprint)
        writer.write(verdict)
        writer.write(fixes)
        writer.write(unfixable)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            rule: try reader.read(), severity: try reader.readCase(), confidence: try reader.readCase(),
            file: try reader.readText(), range: try reader.read(), start: try reader.read(), end: try reader.read(),
            message: try reader.readText(), advice: try reader.readText(), callee: try reader.readText(),
            context: try reader.read(), path: try reader.readArray(), fingerprint: try reader.readText(),
            verdict: try reader.readOptional(), fixes: try reader.readArray(), unfixable: try reader.readText())
    }
}

extension EvidenceStep: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(symbol)
        writer.write(file)
        writer.write(position)
        writer.write(isRemark)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            symbol: try reader.readText(), file: try reader.readText(), position: try reader.read(),
            isRemark: try reader.readBool())
    }
}

extension FindingContext: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(kind)
        writer.write(symbol)
        writer.write(line)
        writer.write(executor)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            kind: try reader.readCase(), symbol: try reader.readText(), line: try reader.readInt(),
            executor: try reader.readCase())
    }
}
