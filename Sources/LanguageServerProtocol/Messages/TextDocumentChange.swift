/// One change of a document's text.
package struct TextDocumentChange: Sendable, Hashable {
    /// `nil` replaces everything.
    package var range: PositionRange?
    package var text: String

    package init(range: PositionRange?, text: String) {
        self.range = range
        self.text = text
    }

    /// `nil` when it has no text, or a range that is none.
    package init?(_ json: JSONValue) {
        guard let text = json["text"]?.string else { return nil }
        if let range = json["range"] {
            guard let range = PositionRange(range) else { return nil }
            self.init(range: range, text: text)
        } else {
            self.init(range: nil, text: text)
        }
    }
}
