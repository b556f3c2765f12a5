import Analysis
import ExecutorFutures
import LanguageServerProtocol
import SourceModel

/// Diagnostics: pushed to clients that cannot pull, pulled by the others, never both.
extension LanguageServer {
    /// A folder has new findings: tells the client, or wakes its requests.
    func findingsChanged(in folder: Folder) {
        guard let outcome = folder.outcome else { return }
        if client.pullsDiagnostics {
            askToPull(folder, outcome)
        } else {
            push(folder, outcome)
        }
        wakeWorkspaceRequests()
    }

    func wakeWorkspaceRequests() {
        let event = changedAnywhere
        changedAnywhere = AsyncEvent(name: "new findings in any folder")
        event.set()
    }

    /// What the client gets about a file; `nil` when the outcome is about a text that the document no longer has.
    private func report(_ path: String, _ outcome: Folder.Outcome, _ writer: inout DiagnosticWriter) -> FileReport? {
        let version = documents[path]?.version
        guard version == outcome.versions[path] else { return nil }
        let findings = (outcome.findings[path] ?? []).filter {
            settings.showsCompilerFindings || !outcome.session.isToldByCompiler($0)
        }
        if let known = reports[path], known.findings == findings, known.version == version { return known }
        let diagnostics = findings.map { writer.diagnostic($0) }
        if var known = reports[path], known.diagnostics == diagnostics {
            known.findings = findings
            known.version = version
            reports[path] = known
            return known
        }
        lastReport += 1
        let report = FileReport(id: lastReport, findings: findings, version: version, diagnostics: diagnostics)
        reports[path] = report
        return report
    }

    /// Files of a folder that have findings, or that the client was told of, in order.
    private func paths(of folder: Folder, _ outcome: Folder.Outcome) -> [String] {
        let told = reports.keys.filter { self.folder(of: $0) === folder }
        return Set(outcome.findings.keys).union(told).sorted()
    }

    // MARK: Push

    private func push(_ folder: Folder, _ outcome: Folder.Outcome) {
        var writer = DiagnosticWriter(client, outcome.session)
        for path in paths(of: folder, outcome) {
            let isNew = reports[path] == nil
            guard let report = report(path, outcome, &writer), !report.isTold else { continue }
            // A file without findings that the client knows nothing of needs no word.
            if isNew, report.diagnostics.isEmpty { reports[path] = nil } else { publish(path, report) }
        }
    }

    private func publish(_ path: String, _ report: FileReport) {
        reports[path]?.isTold = true
        let uri = documents[path]?.uri ?? DocumentURI(path: path)
        notify(
            "textDocument/publishDiagnostics",
            .present([
                "uri": .string(uri.text),
                "version": client.readsPublishedVersion ? report.version.map { .integer($0) } : nil,
                "diagnostics": .array(report.diagnostics),
            ]))
        if report.diagnostics.isEmpty { reports[path] = nil }
    }

    /// A folder is gone, and so are its findings.
    func takeBack(_ folder: Folder) {
        for (path, report) in reports where self.folder(of: path) === folder {
            reports[path] = nil
            guard !client.pullsDiagnostics, !report.diagnostics.isEmpty else { continue }
            let uri = documents[path]?.uri ?? DocumentURI(path: path)
            notify("textDocument/publishDiagnostics", ["uri": .string(uri.text), "diagnostics": []])
        }
    }

    // MARK: Pull

    /// Other documents than the one that is being edited may have got or lost findings; the client does not know.
    private func askToPull(_ folder: Folder, _ outcome: Folder.Outcome) {
        guard client.refreshesDiagnostics else { return }
        var writer = DiagnosticWriter(client, outcome.session)
        let isStale = documents.keys.contains { path in
            guard let told = reports[path], told.isTold, self.folder(of: path) === folder,
                told.version == documents[path]?.version
            else { return false }
            guard let now = report(path, outcome, &writer) else { return false }
            return now.id != told.id
        }
        if isStale { askOnce("workspace/diagnostic/refresh") }
    }

    func documentDiagnostics(_ parameters: JSONValue) async throws -> JSONValue {
        let previous = parameters["previousResultId"]?.string
        // There is nothing to say about a document that is no file, or that is in no folder any more.
        while let path = try document(in: parameters), let folder = folder(of: path) {
            guard let outcome = try await stillThere({ try await upToDate(path, in: folder) }) else { continue }
            var writer = DiagnosticWriter(client, outcome.session)
            // The text may have changed while this waited for its turn.
            guard let report = report(path, outcome, &writer) else { continue }
            reports[path]?.isTold = true
            return Self.answer(report, previous)
        }
        return ["kind": "full", "items": []]
    }

    /// - Returns: `nil` when the folder has left the workspace meanwhile.
    private func stillThere(_ body: () async throws -> Folder.Outcome) async throws -> Folder.Outcome? {
        do {
            return try await body()
        } catch let error as ResponseError where error.code == ResponseError.Code.contentModified.rawValue {
            return nil
        }
    }

    private static func answer(_ report: FileReport, _ previous: String?) -> JSONValue {
        let id = String(report.id)
        if previous == id { return ["kind": "unchanged", "resultId": .string(id)] }
        return ["kind": "full", "resultId": .string(id), "items": .array(report.diagnostics)]
    }

    /// Held open until there is something new to say.
    func workspaceDiagnostics(_ parameters: JSONValue) async throws -> JSONValue {
        var previous: [String: String] = [:]
        for entry in parameters["previousResultIds"]?.array ?? [] {
            guard let path = entry["uri"]?.string.flatMap({ DocumentURI($0).path }).map(FilePath.normalized) else {
                continue
            }
            previous[path] = entry["value"]?.string
        }
        while true {
            let event = changedAnywhere
            var answer = PartialAnswer(token: parameters["partialResultToken"])
            // A client that has never had an answer is told at once that there is nothing.
            var hasNews = !hasReportedWorkspace
            for folder in folders {
                let (items, isNews) = try await workspaceItems(of: folder, previous)
                // What is the same need not be said until something else is said.
                hasNews = hasNews || isNews
                if let progress = answer.add(items, isNews: isNews) { notify("$/progress", progress) }
            }
            // Files of folders that are gone have no findings any more.
            for path in previous.keys.sorted() where folder(of: path) == nil {
                hasNews = true
                previous[path] = nil
                let uri = DocumentURI(path: path).text
                answer.add(["kind": "full", "uri": .string(uri), "version": nil, "items": []])
            }
            if hasNews {
                hasReportedWorkspace = true
                let (part, answer) = answer.finish()
                if let part { notify("$/progress", part) }
                return answer
            }
            try await event.wait()
        }
    }

    /// What there is to say about the files of one folder; nothing about one that cannot be analysed or has left, which
    /// must not keep the others' findings from being shown.
    private func workspaceItems(
        of folder: Folder, _ previous: [String: String]
    ) async throws -> (items: [JSONValue], isNews: Bool) {
        let outcome: Folder.Outcome
        do {
            outcome = try await upToDate(folder.root, in: folder)
        } catch is ResponseError {
            return ([], false)
        }
        var items: [JSONValue] = []
        var isNews = false
        var writer = DiagnosticWriter(client, outcome.session)
        let asked = previous.keys.filter { self.folder(of: $0) === folder }
        for path in Set(paths(of: folder, outcome)).union(asked).sorted() {
            guard let report = report(path, outcome, &writer) else { continue }
            if previous[path] == nil, report.diagnostics.isEmpty { continue }
            if previous[path] != String(report.id) { isNews = true }
            guard case .object(var item) = Self.answer(report, previous[path]) else { continue }
            item["uri"] = .string((documents[path]?.uri ?? DocumentURI(path: path)).text)
            item["version"] = report.version.map { .integer($0) } ?? .null
            items.append(.object(item))
        }
        return (items, isNews)
    }
}
