import LanguageServerProtocol

/// Something that takes its time, as the editor's user sees it: begins once the client has agreed, and ends once.
final class Progress: Sendable {
    private let token: JSONValue
    private let server: LanguageServer

    fileprivate init(_ token: JSONValue, _ server: LanguageServer) {
        self.token = token
        self.server = server
    }

    /// - Parameter message: what is being done now.
    func report(_ message: String) {
        server.assumeIsolated { $0.report(["kind": "report", "message": .string(message)], on: token) }
    }

    func end() { server.assumeIsolated { $0.endProgress(token) } }
}

extension LanguageServer {
    /// Shows the user that something is under way; `nil` when the client shows no progress. Call on the loop.
    func beginProgress(_ title: String) -> Progress? {
        guard client.showsProgress else { return nil }
        lastProgress += 1
        let token = JSONValue.string("unblock-\(lastProgress)")
        ask("window/workDoneProgress/create", ["token": token]) { [weak self] result in
            guard let self, case .success = result else { return }
            self.assumeIsolated { server in
                // What is over already needs no mention.
                guard server.endedProgress.remove(token) == nil else { return }
                server.shownProgress.insert(token)
                server.report(["kind": "begin", "title": .string(title), "cancellable": false], on: token)
            }
        }
        return Progress(token, self)
    }

    /// Shows what a request does, on the token that it came with.
    func beginProgress(_ title: String, on token: JSONValue) {
        shownProgress.insert(token)
        report(["kind": "begin", "title": .string(title), "cancellable": true], on: token)
    }

    fileprivate func report(_ value: JSONValue, on token: JSONValue) {
        guard shownProgress.contains(token) else { return }
        notify("$/progress", ["token": token, "value": value])
    }

    func endProgress(_ token: JSONValue) {
        if shownProgress.contains(token) {
            report(["kind": "end"], on: token)
            shownProgress.remove(token)
        } else {
            endedProgress.insert(token)
        }
    }
}
