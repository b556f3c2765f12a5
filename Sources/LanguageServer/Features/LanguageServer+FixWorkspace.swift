import Analysis
import LanguageServerProtocol
import SourceModel

/// All safe fixes of the workspace at once, applied by the client.
extension LanguageServer {
    /// - Returns: what was done, as a sentence.
    func fixWorkspace(_ arguments: [JSONValue]) async throws -> JSONValue {
        guard client.appliesEdits else {
            throw ResponseError(.requestFailed, "this editor applies no edits of a command")
        }
        let path = arguments.first?.string.flatMap { DocumentURI($0).path }.map(FilePath.normalized)
        let chosen = path.map { path in folder(of: path).map { [$0] } ?? [] } ?? folders
        var fixes = 0
        var files = 0
        for folder in chosen {
            let (choice, outcome) = try await safeFixes(of: folder)
            guard !choice.edits.isEmpty else { continue }
            let writer = WorkspaceEditWriter(client, outcome.session, documents)
            guard let edit = writer.edit(choice.edits) else {
                throw ResponseError(.requestFailed, "the fixes make a file, which this editor does not let them do")
            }
            // Nothing has been awaited since the texts were compared: the edits are about what the client has.
            let answer = try await reply(
                to: "workspace/applyEdit", ["label": "Fix blocking calls", "edit": edit])
            guard answer["applied"]?.bool == true else {
                throw ResponseError(
                    .requestFailed, answer["failureReason"]?.string ?? "the editor did not apply the fixes")
            }
            fixes += choice.count
            files += choice.fileCount
        }
        return .string(fixes == 0 ? "nothing can be fixed safely" : Self.summary(fixes, files))
    }

    private static func summary(_ fixes: Int, _ files: Int) -> String {
        "\(fixes) \(fixes == 1 ? "fix" : "fixes") in \(files) \(files == 1 ? "file" : "files")"
    }

    private func safeFixes(of folder: Folder) async throws -> (choice: FixChoice, outcome: Folder.Outcome) {
        while true {
            let outcome = try await upToDate(folder.root, in: folder)
            // Files that were edited a moment ago may have changed what is found in others.
            guard outcome.isWhole, outcome.generation == folder.generation else {
                try await folder.changed.wait()
                continue
            }
            let findings = try await outcome.session.details(
                of: nil, simulation: simulation, on: configuration.executor)
            try Task.checkCancellation()
            guard outcome.generation == folder.generation else { continue }
            var choice = FixChoice()
            // What lies in a folder within this one is that folder's.
            for finding in findings where self.folder(of: FilePath.absolute(finding.file, in: folder.root)) === folder {
                choice.add(finding)
            }
            return (choice, outcome)
        }
    }
}
