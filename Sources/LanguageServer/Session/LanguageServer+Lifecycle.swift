import LanguageServerProtocol

/// The beginning and the end of a session.
extension LanguageServer {
    /// Requests that decide what may follow, and all requests outside of a running session.
    func handleLifecycle(_ method: String, _ parameters: JSONValue) -> Result<JSONValue, ResponseError> {
        switch (method, phase) {
        case ("initialize", .uninitialized):
            phase = .running
            return .success(initialize(parameters))
        case ("initialize", _): return .failure(ResponseError(.invalidRequest, "the session is initialized already"))
        case (_, .uninitialized):
            return .failure(ResponseError(.serverNotInitialized, "the first request is 'initialize'"))
        case ("shutdown", .running):
            phase = .shutDown
            for task in running.values { task.cancel() }
            for folder in folders { folder.stop() }
            return .success(.null)
        default: return .failure(ResponseError(.invalidRequest, "after 'shutdown' only 'exit' may follow"))
        }
    }

    func handleNotification(_ method: String, _ parameters: JSONValue) {
        if method == "exit" { return end(status: phase == .shutDown ? 0 : 1) }
        guard phase == .running else { return }
        switch method {
        case "initialized": initialized()
        case "$/setTrace": trace = Trace(parameters["value"])
        case "$/cancelRequest":
            if let id = parameters["id"].flatMap({ RequestID($0) }) { running[id]?.cancel() }
        case "textDocument/didOpen": didOpen(parameters)
        case "textDocument/didChange": didChange(parameters)
        case "textDocument/didSave": didSave(parameters)
        case "textDocument/didClose": didClose(parameters)
        case "workspace/didChangeWatchedFiles": didChangeWatchedFiles(parameters)
        case "workspace/didChangeWorkspaceFolders": didChangeWorkspaceFolders(parameters)
        case "workspace/didChangeConfiguration": didChangeConfiguration(parameters)
        // Notifications that are unknown, `$/` ones among them, mean nothing here.
        default: break
        }
    }

    private func initialize(_ parameters: JSONValue) -> JSONValue {
        client = ClientCapabilities(parameters["capabilities"])
        settings = ClientSettings(parameters["initializationOptions"])
        trace = Trace(parameters["trace"])
        var roots = parameters["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
        if roots.isEmpty, let root = parameters["rootUri"]?.string { roots = [root] }
        var paths = roots.compactMap { DocumentURI($0).path }
        if paths.isEmpty, let root = parameters["rootPath"]?.string, root.utf8.first == UInt8(ascii: "/") {
            paths = [root]
        }
        for path in paths { addFolder(path) }
        if let parent = parameters["processId"]?.integer.flatMap({ Int32(exactly: $0) }), parent > 0 {
            watch(parent: parent)
        }
        return [
            "serverInfo": ["name": "unblock", "version": .string(configuration.version)],
            "capabilities": capabilities,
        ]
    }

    private var capabilities: JSONValue {
        .present([
            "positionEncoding": .string(client.encoding.rawValue),
            "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
            "diagnosticProvider": client.pullsDiagnostics
                ? ["identifier": "unblock", "interFileDependencies": true, "workspaceDiagnostics": true] : nil,
            "codeActionProvider": ["codeActionKinds": Self.actionKinds],
            "hoverProvider": true,
            "codeLensProvider": ["resolveProvider": false],
            "inlayHintProvider": true,
            "callHierarchyProvider": true,
            "executeCommandProvider": [
                "commands": .array(EditorCommand.allCases.map { .string($0.rawValue) }), "workDoneProgress": true,
            ],
            "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
        ])
    }

    private func initialized() {
        if client.registersWatchedFiles {
            let globs: [JSONValue] = ["**/*.swift", "**/.unblock.yml", "**/Package.swift"]
            let registration: JSONValue = [
                "id": "unblock-files", "method": "workspace/didChangeWatchedFiles",
                "registerOptions": ["watchers": .array(globs.map { ["globPattern": $0] })],
            ]
            ask("client/registerCapability", ["registrations": [registration]])
        }
        if client.registersConfiguration {
            // Clients that offer this tell of changed settings only those who ask for it.
            let registration: JSONValue = [
                "id": "unblock-settings", "method": "workspace/didChangeConfiguration",
                "registerOptions": ["section": "unblock"],
            ]
            ask("client/registerCapability", ["registrations": [registration]])
        }
        pullSettings()
        for folder in folders { refresh(folder) }
    }

    /// Ends the session when the process that started it is gone; the end of the input says so too, unless a third
    /// process holds the other end of the pipe.
    func watch(parent: Int32) {
        watchdog?.cancel()
        watchdog = start { server in
            while server.configuration.isAlive(parent) { try await server.loop.sleep(for: .seconds(2)) }
            server.end(status: 1)
        }
    }

    // MARK: Settings

    func didChangeConfiguration(_ parameters: JSONValue) {
        if client.answersConfiguration { pullSettings() } else { apply(ClientSettings(parameters["settings"])) }
    }

    private func pullSettings() {
        guard client.answersConfiguration else { return }
        ask("workspace/configuration", ["items": [["section": "unblock"]]]) { [weak self] result in
            guard let self, case .success(let values) = result, let value = values.array?.first, value != .null else {
                return
            }
            self.assumeIsolated { $0.apply(ClientSettings(value)) }
        }
    }

    private func apply(_ new: ClientSettings) {
        guard new != settings else { return }
        settings = new
        for folder in folders {
            folder.mustReload = true
            refresh(folder)
        }
    }
}
