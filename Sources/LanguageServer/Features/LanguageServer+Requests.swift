import LanguageServerProtocol

/// Which function answers which request.
extension LanguageServer {
    func handleRequest(_ method: String, _ parameters: JSONValue) async throws -> JSONValue {
        switch method {
        case "textDocument/diagnostic": return try await documentDiagnostics(parameters)
        case "workspace/diagnostic": return try await workspaceDiagnostics(parameters)
        case "textDocument/codeAction": return try await codeActions(parameters)
        case "textDocument/hover": return try await hover(parameters)
        case "textDocument/codeLens": return try await codeLenses(parameters)
        case "textDocument/inlayHint": return try await inlayHints(parameters)
        case "textDocument/prepareCallHierarchy": return try await prepareCallHierarchy(parameters)
        case "callHierarchy/incomingCalls": return try await incomingCalls(parameters)
        case "callHierarchy/outgoingCalls": return try await outgoingCalls(parameters)
        case "workspace/executeCommand": return try await execute(parameters)
        default: throw ResponseError(.methodNotFound, "'\(method)' is not supported")
        }
    }
}
