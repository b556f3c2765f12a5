import Analysis
import LanguageServerProtocol
import Reporting
import RuleCatalogue
import SourceModel

/// `workspace/executeCommand`.
extension LanguageServer {
    func execute(_ parameters: JSONValue) async throws -> JSONValue {
        guard let command = parameters["command"]?.string.flatMap({ EditorCommand(rawValue: $0) }) else {
            throw ResponseError(.invalidParams, "no such command")
        }
        let token = parameters["workDoneToken"]
        if let token { beginProgress(Self.title(of: command), on: token) }
        defer { if let token { endProgress(token) } }
        return try await execute(command, parameters["arguments"]?.array ?? [])
    }

    private static func title(of command: EditorCommand) -> String {
        switch command {
        case .simulate: "Simulating"
        case .showCallGraph: "Following blocking calls"
        case .explain: "Looking up the rule"
        case .fixWorkspace: "Fixing blocking calls"
        case .restart: "Reading all folders again"
        }
    }

    private func execute(_ command: EditorCommand, _ arguments: [JSONValue]) async throws -> JSONValue {
        switch command {
        case .simulate: return try await simulate(arguments)
        case .showCallGraph: return try await showCallGraph(arguments)
        case .explain: return try explain(arguments)
        case .fixWorkspace: return try await fixWorkspace(arguments)
        case .restart:
            for folder in folders {
                folder.session = nil
                folder.mustReload = true
                refresh(folder)
            }
            return .null
        }
    }

    /// Also shows the runs, as far as the client shows anything: on a page with the timelines, or as a message.
    private func simulate(_ arguments: [JSONValue]) async throws -> JSONValue {
        let (findings, outcome) = try await self.findings(arguments, for: .simulate)
        let text = findings.map { FindingPage($0).plain }.joined(separator: "\n\n")
        if client.showsDocuments, let makeDirectory = configuration.makeScratchDirectory {
            try await show(findings, outcome.session, in: makeDirectory)
        } else {
            notify("window/logMessage", ["type": 3, "message": .string(text)])
        }
        return .string(text)
    }

    /// The findings that a command is about: of a document, and of a line when one is given.
    private func findings(
        _ arguments: [JSONValue], for command: EditorCommand
    ) async throws -> (findings: [Finding], outcome: Folder.Outcome) {
        guard let path = arguments.first?.string.flatMap({ DocumentURI($0).path }).map(FilePath.normalized) else {
            throw ResponseError(.invalidParams, "'\(command.rawValue)' needs a document's URI")
        }
        let line = arguments.dropFirst().first?.integer
        guard let (all, outcome) = try await details(of: path) else {
            throw ResponseError(.requestFailed, "the document is in no folder")
        }
        let findings = all.filter { line == nil || $0.start.line == line }
        guard !findings.isEmpty else { throw ResponseError(.requestFailed, "there is no finding here") }
        return (findings, outcome)
    }

    private func show(
        _ findings: [Finding], _ session: WorkspaceSession, in makeDirectory: @escaping @Sendable () throws -> String
    ) async throws {
        let tool = Report.Tool(name: "unblock", version: configuration.version)
        let fileSystem = configuration.fileSystem
        let path = try await configuration.executor.run {
            let path = FilePath.join(try makeDirectory(), "simulation.html")
            try fileSystem.replace(path, with: try session.page(of: findings, tool))
            return path
        }
        ask("window/showDocument", ["uri": .string(DocumentURI(path: path).text), "external": true])
    }

    private func explain(_ arguments: [JSONValue]) throws -> JSONValue {
        let name = arguments.first?.string ?? ""
        guard let rule = Catalogue.builtIn.rules[RuleID(name)] else {
            throw ResponseError(.requestFailed, "no rule is called '\(name)'")
        }
        return .string("# \(rule.title)\n\n\(rule.why)\n\n\(rule.fix)")
    }

    private func showCallGraph(_ arguments: [JSONValue]) async throws -> JSONValue {
        guard let path = arguments.first?.string.flatMap({ DocumentURI($0).path }).map(FilePath.normalized),
            let folder = folder(of: path)
        else {
            throw ResponseError(.invalidParams, "'\(EditorCommand.showCallGraph.rawValue)' needs a document's URI")
        }
        let (paths, outcome) = try await blockingPaths(of: folder)
        guard let name = outcome.session.path(of: path) else { return "" }
        var writer = DiagnosticWriter(client, outcome.session)
        let line = arguments.dropFirst().first?.integer
        let roots = paths.nodes(in: name).filter { index in
            let node = paths.nodes[index]
            let range = writer.mapper(of: name).range(of: node.range)
            return line.map { (range.start.line...range.end.line).contains($0 - 1) } ?? node.isContext
        }
        // Of nested ones the innermost is meant.
        let chosen = line == nil ? roots : Array(roots.suffix(1))
        guard !chosen.isEmpty else { throw ResponseError(.requestFailed, "nothing here leads to a blocking call") }
        let text = chosen.map { root in
            paths.tree(from: root) { file, range in
                "\(file):\(writer.mapper(of: file).position(of: range.start).line + 1)"
            }
        }.joined(separator: "\n\n")
        notify("window/logMessage", ["type": 3, "message": .string(text)])
        return .string(text)
    }
}
