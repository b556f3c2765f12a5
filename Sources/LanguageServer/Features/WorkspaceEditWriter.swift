import Analysis
import LanguageServerProtocol
import SourceModel

/// Says edits of files as a `WorkspaceEdit`, in the form that the client takes.
struct WorkspaceEditWriter {
    private let client: ClientCapabilities
    private let session: WorkspaceSession
    private let documents: [String: OpenDocument]

    /// - Parameter documents: by absolute path; edits of these name the version that they are for.
    init(_ client: ClientCapabilities, _ session: WorkspaceSession, _ documents: [String: OpenDocument]) {
        self.client = client
        self.session = session
        self.documents = documents
    }

    /// - Parameter risk: why somebody should look before the edit is applied; empty when nobody needs to.
    /// - Returns: `nil` when the client cannot do it: it would have to make a file.
    func edit(_ edits: [TextEdit], risk: String = "") -> JSONValue? {
        let byFile = Dictionary(grouping: edits, by: \.file)
        let isAnnotated = client.annotatesChanges && client.takesDocumentChanges && !risk.isEmpty
        var changes: [String: JSONValue] = [:]
        var documentChanges: [JSONValue] = []
        for (file, edits) in byFile.sorted(by: { $0.key < $1.key }) {
            let path = FilePath.absolute(file, in: session.contents.workingDirectory)
            let uri = documents[path]?.uri ?? DocumentURI(path: path)
            let text = session.text(of: file)
            if text == nil {
                guard client.takesDocumentChanges, client.createsFiles else { return nil }
                documentChanges.append([
                    "kind": "create", "uri": .string(uri.text), "options": ["ignoreIfExists": true],
                ])
            }
            let mapper = PositionMapper(text ?? [], client.encoding)
            let list = edits.sorted { $0.range < $1.range }.map { edit -> JSONValue in
                .present([
                    "range": mapper.range(of: edit.range).json, "newText": .string(edit.newText),
                    "annotationId": isAnnotated ? "review" : nil,
                ])
            }
            changes[uri.text] = .array(list)
            let version = documents[path].map { JSONValue.integer($0.version) } ?? .null
            documentChanges.append([
                "textDocument": ["uri": .string(uri.text), "version": version], "edits": .array(list),
            ])
        }
        guard client.takesDocumentChanges else { return ["changes": .object(changes)] }
        return .present([
            "documentChanges": .array(documentChanges),
            "changeAnnotations": isAnnotated
                ? ["review": ["label": "Review this fix", "needsConfirmation": true, "description": .string(risk)]]
                : nil,
        ])
    }
}
