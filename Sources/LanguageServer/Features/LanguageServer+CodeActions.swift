import Analysis
import LanguageServerProtocol
import SourceModel

/// Code actions: fixes, comments that allow a finding, and all safe fixes of a file or of the workspace at once.
extension LanguageServer {
    private static let fixAllKind = "source.fixAll.unblock"
    /// No `source.fixAll`: what editors do when they save is about one file.
    private static let fixWorkspaceKind = "source.fixWorkspace.unblock"

    static let actionKinds: JSONValue = ["quickfix", .string(fixAllKind), .string(fixWorkspaceKind)]

    func codeActions(_ parameters: JSONValue) async throws -> JSONValue {
        guard let range = PositionRange(parameters["range"]) else {
            throw ResponseError(.invalidParams, "code actions need a range")
        }
        guard let path = try document(in: parameters) else { return [] }
        let only = parameters["context"]?["only"]?.array?.compactMap(\.string)
        let wants = { (kind: String) in only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
        guard wants("quickfix") || wants(Self.fixAllKind) || wants(Self.fixWorkspaceKind) else { return [] }
        guard let (findings, outcome) = try await details(of: path) else { return [] }

        let place = ActionPlace(range, parameters["context"]?["diagnostics"], client)
        var writer = FindingActions(client, outcome.session, documents)
        var actions: [JSONValue] = []
        if wants("quickfix") {
            for finding in findings where place.isAbout(finding) {
                if place.takesOne {
                    actions += writer.preferredAction(finding).map { [$0] } ?? []
                } else {
                    actions += writer.actions(finding)
                }
            }
        }
        if place.takesOne { return .array(actions) }
        // Before the menu is shown nobody asks for it alone, but on save and as a command of its own.
        let all = fixAllAction(findings, writer.edits)
        if wants(Self.fixAllKind), let all { actions.append(all) }
        // In a menu of everything it stands where the file has something to fix; asked for, it is always there.
        if wants(Self.fixWorkspaceKind), client.appliesEdits, only != nil || all != nil {
            actions.append(fixWorkspaceAction)
        }
        return .array(actions)
    }

    /// Every safe fix of the file that goes together with the ones before it.
    private func fixAllAction(_ findings: [Finding], _ edits: WorkspaceEditWriter) -> JSONValue? {
        var choice = FixChoice()
        for finding in findings { choice.add(finding) }
        guard !choice.edits.isEmpty, let edit = edits.edit(choice.edits) else { return nil }
        return [
            "title": "Fix all blocking calls that can be fixed safely", "kind": .string(Self.fixAllKind), "edit": edit,
        ]
    }

    /// Its edits are worked out when it is carried out: they are about every file.
    private var fixWorkspaceAction: JSONValue {
        let title: JSONValue = "Fix all blocking calls of the workspace that can be fixed safely"
        return [
            "title": title, "kind": .string(Self.fixWorkspaceKind),
            "command": ["title": title, "command": .string(EditorCommand.fixWorkspace.rawValue), "arguments": []],
        ]
    }
}
