import Analysis
import LanguageServerProtocol

/// What the client says about documents, files and folders.
extension LanguageServer {
    func didOpen(_ parameters: JSONValue) {
        guard let item = parameters["textDocument"], let uri = item["uri"]?.string.map({ DocumentURI($0) }),
            let path = uri.path.map(FilePath.normalized), let text = item["text"]?.string
        else { return }
        // A document that is opened twice is the newer one.
        documents[path] = OpenDocument(
            uri: uri, path: path, version: item["version"]?.integer ?? 0, text: Array(text.utf8))
        if folder(of: path) == nil, let parent = FilePath.parent(path) { addFolder(parent) }
        if let folder = folder(of: path) {
            folder.leftOut.remove(path)
            refresh(folder)
        }
    }

    func didChange(_ parameters: JSONValue) {
        // A document that was never opened has no text that could be changed.
        guard let path = path(in: parameters), var document = documents[path],
            let changes = parameters["contentChanges"]?.array?.map({ TextDocumentChange($0) })
        else { return }
        // Changes after one that is unreadable refer to a text that nobody knows.
        document.apply(changes.prefix { $0 != nil }.compactMap { $0 }, client.encoding)
        document.version = parameters["textDocument"]?["version"]?.integer ?? document.version + 1
        documents[path] = document
        if let folder = folder(of: path) { refresh(folder) }
    }

    func didSave(_ parameters: JSONValue) {
        guard !client.registersWatchedFiles, let path = path(in: parameters), let folder = folder(of: path) else {
            return
        }
        // Nobody tells of other files, so a save is the moment to look.
        folder.mustReload = true
        refresh(folder)
    }

    func didClose(_ parameters: JSONValue) {
        guard let path = path(in: parameters), documents.removeValue(forKey: path) != nil else { return }
        guard let folder = folder(of: path) else { return }
        // From now on the disk's text counts.
        folder.mustReload = true
        refresh(folder)
    }

    func didChangeWatchedFiles(_ parameters: JSONValue) {
        for change in parameters["changes"]?.array ?? [] {
            guard let path = change["uri"]?.string.flatMap({ DocumentURI($0).path }).map(FilePath.normalized),
                let folder = folder(of: path)
            else { continue }
            let isCreated = change["type"]?.integer == 1
            // The text of an open document is the client's; it matters only that the file is there now. Manifests and
            // configurations count as they are on the disk, also those that are open.
            if documents[path] != nil, !isCreated, !Self.describesFolder(path) { continue }
            folder.mustReload = true
        }
        for folder in folders where folder.mustReload { refresh(folder) }
    }

    /// Whether a file says what belongs to the folder, or how it is looked at.
    private static func describesFolder(_ path: String) -> Bool {
        !path.hasSuffix(".swift") || FilePath.name(path) == "Package.swift"
    }

    func didChangeWorkspaceFolders(_ parameters: JSONValue) {
        let removed = parameters["event"]?["removed"]?.array?.compactMap { $0["uri"]?.string } ?? []
        for path in removed.compactMap({ DocumentURI($0).path }).map(FilePath.normalized) {
            for folder in folders where folder.root == path {
                folder.stop()
                takeBack(folder)
            }
            folders.removeAll { $0.root == path }
        }
        if !removed.isEmpty { wakeWorkspaceRequests() }
        let added = parameters["event"]?["added"]?.array?.compactMap { $0["uri"]?.string } ?? []
        for path in added.compactMap({ DocumentURI($0).path }) { addFolder(path) }
        for folder in folders { refresh(folder) }
    }

    // MARK: Folders

    func addFolder(_ path: String) {
        let root = FilePath.normalized(path)
        guard !folders.contains(where: { $0.root == root }) else { return }
        folders.append(Folder(root: root))
    }

    /// The innermost folder that a file is in.
    func folder(of path: String) -> Folder? {
        folders.filter { FilePath.isPath(path, within: $0.root) }.max { $0.root.utf8.count < $1.root.utf8.count }
    }

    /// The path of the document that a request is about; `nil` for one that is no file of this machine, such as a new
    /// one without a name: there is nothing to say about it, and that is no error.
    func document(in parameters: JSONValue) throws -> String? {
        guard let uri = parameters["textDocument"]?["uri"]?.string else {
            throw ResponseError(.invalidParams, "the request needs a document")
        }
        return DocumentURI(uri).path.map(FilePath.normalized)
    }

    /// The path of the document that a message is about.
    func path(in parameters: JSONValue) -> String? {
        parameters["textDocument"]?["uri"]?.string.flatMap { DocumentURI($0).path }.map(FilePath.normalized)
    }
}
