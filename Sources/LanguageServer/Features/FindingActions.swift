import Analysis
import LanguageServerProtocol
import SourceModel

/// What can be done about one finding, as code actions.
struct FindingActions {
    /// A menu shows about so many characters of a title in one line, and so many of a risk are the least that helps.
    private static let longestTitle = 110
    private static let shortestRisk = 45

    let edits: WorkspaceEditWriter
    private let client: ClientCapabilities
    private let session: WorkspaceSession
    private var writer: DiagnosticWriter

    init(_ client: ClientCapabilities, _ session: WorkspaceSession, _ documents: [String: OpenDocument]) {
        self.client = client
        self.session = session
        edits = WorkspaceEditWriter(client, session, documents)
        writer = DiagnosticWriter(client, session)
    }

    /// In the order of a menu.
    mutating func actions(_ finding: Finding) -> [JSONValue] {
        let diagnostic = writer.diagnostic(finding)
        // A comment that allows too much needs no second one.
        if finding.isAboutComment { return deleteAction(finding, diagnostic).map { [$0] } ?? [] }
        var actions = finding.fixes.compactMap { fixAction($0, diagnostic) }
        if finding.fixes.isEmpty, client.showsDisabled { actions.append(declined(finding, diagnostic)) }
        actions.append(allowAction(finding, diagnostic))
        return actions
    }

    /// The one that mends the finding; `nil` when that needs a decision.
    mutating func preferredAction(_ finding: Finding) -> JSONValue? {
        let diagnostic = writer.diagnostic(finding)
        if finding.isAboutComment { return deleteAction(finding, diagnostic) }
        guard let fix = finding.preferredFix, fix.safety == .safe else { return nil }
        return fixAction(fix, diagnostic)
    }

    private func fixAction(_ fix: Fix, _ diagnostic: JSONValue) -> JSONValue? {
        // The risk stands in the title too: most clients show no annotations.
        let title = fix.safety == .safe ? fix.title : Self.title(fix.title, risk: fix.reason)
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

    /// As many whole words of the risk as a menu has room for; the hover has all of them.
    private static func title(_ title: String, risk: String) -> String {
        let frame = " (look first: )"
        let room = max(longestTitle - title.count - frame.count, shortestRisk)
        guard risk.count > room else { return "\(title) (look first: \(risk))" }
        let words = risk.prefix(room)
        var kept = words[..<(words.lastIndex(of: " ") ?? words.endIndex)]
        while let last = kept.last, ",;: ".contains(last) { kept.removeLast() }
        return "\(title) (look first: \(kept) …)"
    }

    private func declined(_ finding: Finding, _ diagnostic: JSONValue) -> JSONValue {
        let reason = finding.unfixable.isEmpty ? "no other form of this call is known" : finding.unfixable
        return [
            "title": .string("Fix `\(finding.rule)`"), "kind": "quickfix", "diagnostics": [diagnostic],
            "disabled": ["reason": .string(reason)],
        ]
    }

    private func deleteAction(_ finding: Finding, _ diagnostic: JSONValue) -> JSONValue? {
        guard let deletion = session.deletion(of: finding), let edit = edits.edit([deletion]) else { return nil }
        return .present([
            "title": "Delete the comment", "kind": "quickfix", "diagnostics": [diagnostic], "edit": edit,
            "isPreferred": client.showsPreferred ? true : nil,
        ])
    }

    /// A comment on a line of its own above the call, with the same indentation.
    private func allowAction(_ finding: Finding, _ diagnostic: JSONValue) -> JSONValue {
        let text = session.text(of: finding.file) ?? []
        let line = LineTable(text).range(ofLine: finding.start.line)
        let indentation = text[line.start..<line.end].prefix { $0 == 0x20 || $0 == 0x09 }
        let lineEnd = text[line.start..<line.end].suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n"
        let comment =
            String(decoding: indentation, as: UTF8.self) + "// unblock:allow \(finding.rule) - reason" + lineEnd
        let place = SourcePosition(line: finding.start.line, column: 1)
        let edit = TextEdit(
            file: finding.file, range: SourceRange(line.start, line.start), start: place, end: place, newText: comment)
        return .present([
            "title": .string("Allow `\(finding.rule)` here, with a reason"), "kind": "quickfix",
            "diagnostics": [diagnostic], "edit": edits.edit([edit]),
        ])
    }
}
