import SourceModel

/// Writes the findings of a SARIF run.
///
/// A class for its two memories: the columns and the line hashes of the file that was written last.
final class SARIFResultWriter {
    private let json: JSONWriter
    private let columns: SourceColumns
    private let ruleIndices: [RuleID: Int]
    private var hashes: (path: String, lines: LineHashes)?

    init(json: JSONWriter, options: ReportOptions, rules: [RuleDescription]) {
        self.json = json
        columns = SourceColumns(options)
        ruleIndices = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func write(_ finding: Finding) {
        let prose = FindingProse(finding)
        json.object {
            json.string("ruleId", finding.rule.rawValue)
            if let index = ruleIndices[finding.rule] { json.integer("ruleIndex", index) }
            json.string("level", finding.severity.rawValue)
            let advice = prose.advice.isEmpty ? "" : " \(Self.sentence(prose.advice))"
            SARIFParts.text("message", "\(Self.sentence(prose.message))\(advice)", to: json)
            json.array("locations") {
                json.object {
                    writePlace(finding.file, finding.start, finding.end)
                    if !finding.context.symbol.isEmpty {
                        json.array("logicalLocations") {
                            json.object { json.string("fullyQualifiedName", finding.context.symbol) }
                        }
                    }
                }
            }
            json.object("partialFingerprints") {
                if let hash = lineHash(finding) { json.string("primaryLocationLineHash", hash) }
                json.string("unblockFingerprint/v1", finding.fingerprint)
            }
            if finding.path.count > 1 { writeEvidence(finding) }
            if !finding.fixes.isEmpty { writeFixes(finding.fixes) }
            json.object("properties") {
                json.string("callee", finding.callee)
                json.string("confidence", finding.confidence.rawValue)
                json.string("context", finding.context.kind.rawValue)
                json.string("executor", finding.context.executor.rawValue)
                if let verdict = finding.verdict { json.object("simulation") { verdict.write(to: json) } }
            }
        }
    }

    private func writeFixes(_ fixes: [Fix]) {
        json.array("fixes") {
            for fix in fixes {
                json.object {
                    let reason = fix.reason.isEmpty ? "" : " Look at it first: \(Self.sentence(fix.reason))"
                    SARIFParts.text("description", "\(Self.sentence(fix.title))\(reason)", to: json)
                    json.array("artifactChanges") {
                        for (path, edits) in Dictionary(grouping: fix.edits, by: \.file).sorted(by: { $0.key < $1.key })
                        {
                            json.object { writeChange(of: path, edits) }
                        }
                    }
                }
            }
        }
    }

    private func writeChange(of path: String, _ edits: [TextEdit]) {
        SARIFParts.artifact(path, to: json)
        json.array("replacements") {
            for edit in edits {
                json.object {
                    json.object("deletedRegion", inline: true) {
                        json.integer("startLine", max(edit.start.line, 1))
                        json.integer("startColumn", max(columns.utf16Column(edit.start, in: path), 1))
                        json.integer("endLine", max(edit.end.line, 1))
                        json.integer("endColumn", max(columns.utf16Column(edit.end, in: path), 1))
                    }
                    SARIFParts.text("insertedContent", edit.newText, to: json)
                }
            }
        }
    }

    /// The evidence path twice: as a code flow, which viewers walk through, and as related places, which GitHub links.
    private func writeEvidence(_ finding: Finding) {
        let path = finding.path.prefix(1_000)
        json.array("codeFlows") {
            json.object {
                json.array("threadFlows") {
                    json.object {
                        json.array("locations") {
                            for (index, step) in path.enumerated() {
                                json.object {
                                    json.integer("nestingLevel", index)
                                    json.object("location") { writeStep(step) }
                                }
                            }
                        }
                    }
                }
            }
        }
        json.array("relatedLocations") {
            for (index, step) in path.dropFirst().enumerated() {
                json.object {
                    json.integer("id", index + 1)
                    writeStep(step)
                }
            }
        }
    }

    private func writeStep(_ step: EvidenceStep) {
        writePlace(step.file, step.position, nil)
        SARIFParts.text("message", "calls \(step.symbol)", to: json)
    }

    private func writePlace(_ path: String, _ start: SourcePosition, _ end: SourcePosition?) {
        json.object("physicalLocation") {
            SARIFParts.artifact(path, to: json)
            json.object("region", inline: true) {
                json.integer("startLine", max(start.line, 1))
                json.integer("startColumn", max(columns.utf16Column(start, in: path), 1))
                if let end, end > start {
                    json.integer("endLine", end.line)
                    json.integer("endColumn", columns.utf16Column(end, in: path))
                }
            }
        }
    }

    private func lineHash(_ finding: Finding) -> String? {
        if hashes?.path != finding.file {
            hashes = columns.source(finding.file).map { (finding.file, LineHashes($0)) }
        }
        return hashes?.lines[finding.start.line]
    }

    private static func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}

/// Small objects that SARIF repeats everywhere.
enum SARIFParts {
    /// `"key": {"text": …}`
    static func text(_ key: String, _ text: String, to json: JSONWriter) {
        json.object(key, inline: true) { json.string("text", text) }
    }

    /// Relative to the source root where the path is relative.
    static func artifact(_ path: String, to json: JSONWriter) {
        json.object("artifactLocation", inline: true) {
            json.string("uri", ReportPaths.uri(path))
            if !path.hasPrefix("/") { json.string("uriBaseId", "%SRCROOT%") }
        }
    }
}
