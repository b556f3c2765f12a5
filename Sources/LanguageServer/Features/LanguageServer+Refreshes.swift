import LanguageServerProtocol

/// Asks the client to ask again for what it could not know has changed.
extension LanguageServer {
    /// An editor asks for the lenses of the document that is edited; what an edit changes in others, and what only the
    /// look at the whole folder shows, it has to be told.
    func askToRefresh(_ folder: Folder, since previous: Folder.Outcome) {
        guard let outcome = folder.outcome else { return }
        let isStale = documents.keys.contains { path in
            self.folder(of: path) === folder && previous.findings[path] != outcome.findings[path]
        }
        if isStale, client.refreshesLenses, settings.simulates { askOnce("workspace/codeLens/refresh") }
        // Hints are about code without findings too, so nothing here tells whether they are the same.
        if client.refreshesHints, settings.showsHints { askOnce("workspace/inlayHint/refresh") }
    }

    /// Waits for the answer before it asks again, so that a client that never answers is asked once.
    func askOnce(_ method: String) {
        if refreshing[method] != nil {
            // The client may have looked before this change.
            refreshing[method] = true
            return
        }
        refreshing[method] = false
        ask(method, .null) { [weak self] _ in
            self?.assumeIsolated { server in
                if server.refreshing.removeValue(forKey: method) == true { server.askOnce(method) }
            }
        }
    }
}
