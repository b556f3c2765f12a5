import Analysis
import Fixes
import LanguageServerProtocol
import SourceModel

/// Code actions: fixes, comments that allow a finding, and all safe fixes of a file at once.
extension LanguageServer {
    private static let fixAllKind = "source.fixAll.unblock"

    func codeActions(_ parameters: JSONValue) async throws -> JSONValue {
        guard let path = path(in: parameters), let range = PositionRange(parameters["range"]) else {
            throw ResponseError(.invalidParams, "code actions need a document and a range")
        }
        let only = parameters["context"]?["only"]?.array?.compactMap(\.string)
        let wants = { (kind: String) in only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
        guard wants("quickfix") || wants(Self.fixAllKind) else { return [] }
        guard let (findings, outcome) = try await details(of: path) else { return [] }

        var writer = DiagnosticWriter(client, outcome.session)
        let edits = WorkspaceEditWriter(client, outcome.session, documents)
        var actions: [JSONValue] = []
        if wants("quickfix") {
            // The lines count, not the columns: `Thread` of `Thread.sleep(…)` is part of what the finding is about.
            for finding in findings where Self.lines(finding).overlaps(range.start.line...range.end.line) {
                let diagnostic = writer.diagnostic(finding)
                actions += finding.fixes.compactMap { fixAction($0, diagnostic, edits) }
                if finding.fixes.isEmpty, client.showsDisabled { actions.append(declined(finding, diagnostic)) }
                actions.append(
                    allowAction(finding, diagnostic, edits, text: outcome.session.text(of: finding.file) ?? []))
            }
        }
        // Before the menu is shown nobody asks for it alone, but on save and as a command of its own.
        if wants(Self.fixAllKind), let action = fixAllAction(findings, edits) { actions.append(action) }
        return .array(actions)
    }

    private static func lines(_ finding: Finding) -> ClosedRange<Int> {
        finding.start.line - 1...finding.end.line - 1
    }

    private func fixAction(_ fix: Fix, _ diagnostic: JSONValue, _ edits: WorkspaceEditWriter) -> JSONValue? {
        // The risk stands in the title too: most clients show no annotations.
        let title = fix.safety == .safe ? fix.title : "\(fix.title) (look first: \(fix.reason))"
        guard let edit = edits.edit(fix.edits, risk: fix.reason) else {
            guard client.showsDisabled else { return nil }
            return [
                "title": .string(title), "kind": "quickfix", "diagnostics": [diagnostic],
                "disabled": ["reason": "it makes a file, which this editor does not let a fix do"],
            ]
        }
        return .present([
            "title": .string(title), "kind": "quickfix", "diagnostics": [diagnostic], "edit": edit,
            "isPreferred": client.showsPreferred ? .bool(fix.isPreferred && fix.safety == .safe) : nil,
        ])
    }

    private func declined(_ finding: Finding, _ diagnostic: JSONValue) -> JSONValue {
        let reason = finding.unfixable.isEmpty ? "no other form of this call is known" : finding.unfixable
        return [
            "title": .string("Fix `\(finding.rule)`"), "kind": "quickfix", "diagnostics": [diagnostic],
            "disabled": ["reason": .string(reason)],
        ]
    }

    /// A comment on a line of its own above the call, with the same indentation.
    private func allowAction(
        _ finding: Finding, _ diagnostic: JSONValue, _ edits: WorkspaceEditWriter, text: [UInt8]
    ) -> JSONValue {
        let line = LineTable(text).range(ofLine: finding.start.line)
        let indentation = text[line.start..<line.end].prefix { $0 == 0x20 || $0 == 0x09 }
        let comment = String(decoding: indentation, as: UTF8.self) + "// unblock:allow \(finding.rule) - reason\n"
        let place = SourcePosition(line: finding.start.line, column: 1)
        let edit = TextEdit(
            file: finding.file, range: SourceRange(line.start, line.start), start: place, end: place, newText: comment)
        return .present([
            "title": .string("Allow `\(finding.rule)` here, with a reason"), "kind": "quickfix",
            "diagnostics": [diagnostic], "edit": edits.edit([edit]),
        ])
    }

    /// Every safe fix of the file that goes together with the ones before it.
    private func fixAllAction(_ findings: [Finding], _ edits: WorkspaceEditWriter) -> JSONValue? {
        var changes = ChangeSet()
        var chosen: [TextEdit] = []
        for fix in findings.compactMap(\.preferredFix) where fix.safety == .safe {
            let rewrites = fix.edits.map { Rewrite(path: $0.file, range: $0.range, newText: $0.newText) }
            guard changes.add(rewrites) else { continue }
            for edit in fix.edits where !chosen.contains(edit) { chosen.append(edit) }
        }
        guard !chosen.isEmpty, let edit = edits.edit(chosen) else { return nil }
        return [
            "title": "Fix all blocking calls that can be fixed safely", "kind": .string(Self.fixAllKind), "edit": edit,
        ]
    }
}
