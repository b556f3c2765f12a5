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
        let arguments = parameters["arguments"]?.array ?? []
        switch command {
        case .simulate: return try await simulate(arguments)
        case .explain: return try explain(arguments)
        case .restart:
            for folder in folders {
                folder.session = nil
                folder.mustReload = true
                refresh(folder)
            }
            return .null
        }
    }

    /// Also shows the report, as far as the client shows messages.
    private func simulate(_ arguments: [JSONValue]) async throws -> JSONValue {
        guard let uri = arguments.first?.string, let path = DocumentURI(uri).path else {
            throw ResponseError(.invalidParams, "'\(EditorCommand.simulate.rawValue)' needs a document's URI")
        }
        let line = arguments.dropFirst().first?.integer
        let findings = try await details(of: path)?.findings.filter { line == nil || $0.start.line == line } ?? []
        guard !findings.isEmpty else {
            throw ResponseError(.requestFailed, "there is no finding here")
        }
        let text = findings.map { FindingPage($0).plain }.joined(separator: "\n\n")
        notify("window/logMessage", ["type": 3, "message": .string(text)])
        return .string(text)
    }

    private func explain(_ arguments: [JSONValue]) throws -> JSONValue {
        let name = arguments.first?.string ?? ""
        guard let rule = Catalogue.builtIn.rules[RuleID(name)] else {
            throw ResponseError(.requestFailed, "no rule is called '\(name)'")
        }
        return .string("# \(rule.title)\n\n\(rule.why)\n\n\(rule.fix)")
    }
}
