/// Writes HTML as it goes; whatever is handed over as text or as an attribute's value is escaped here, and nowhere else.
struct HTMLWriter {
    private let output: BufferedOutput

    init(_ output: BufferedOutput) { self.output = output }

    /// An element and what `body` writes into it. Attributes that are `nil` are left out.
    func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ body: () -> Void) {
        start(name, attributes)
        body()
        output.write("</\(name)>")
    }

    func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        element(name, attributes) { self.text(text) }
    }

    /// A start tag alone, for elements without content.
    func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        output.write("<\(name)")
        for case (let name, let value?) in attributes {
            output.write(value.isEmpty ? " \(name)" : " \(name)=\"\(value.htmlEscaped)\"")
        }
        output.write(">")
    }

    func text(_ text: String) { output.write(text.htmlEscaped) }

    /// A sentence in which backticks mark code.
    func sentence(_ text: String) {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        // An odd backtick is left alone.
        guard parts.count % 2 == 1 else { return self.text(text) }
        for (index, part) in parts.enumerated() {
            if index % 2 == 1 { element("code", text: String(part)) } else { self.text(String(part)) }
        }
    }

    /// For what this program wrote itself: styles, scripts, drawings.
    func markup(_ markup: String) { output.write(markup) }

    func newLine() { output.write("\n") }
}

extension String {
    /// For element content and for attributes in double quotes. Characters that no document may hold, and those that
    /// turn the direction of text and so hide code from a reader, become visible.
    fileprivate var htmlEscaped: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.isTerminalControl || scalar.properties.isNoncharacterCodePoint: result += scalar.visible
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
