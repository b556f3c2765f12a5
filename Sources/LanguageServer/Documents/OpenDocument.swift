import LanguageServerProtocol
import SourceModel

/// A document that the client has open: its text is the client's, whatever the disk says.
struct OpenDocument: Sendable {
    /// As the client spells it; answers use the same.
    let uri: DocumentURI
    /// Absolute.
    let path: String
    var version: Int
    var text: [UInt8]

    /// Applies changes one after another, as they were made; each refers to the text that the one before left.
    mutating func apply(_ changes: [TextDocumentChange], _ encoding: PositionEncoding) {
        for change in changes {
            let newText = Array(change.text.utf8)
            guard let range = change.range else {
                text = newText
                continue
            }
            let bytes = PositionMapper(text, encoding).range(of: range)
            text.replaceSubrange(bytes.start..<bytes.end, with: newText)
        }
    }
}
