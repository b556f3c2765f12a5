/// Writes JSON text as it goes, with keys in the order of the calls.
///
/// Nothing checks that calls make a document: keys belong inside objects, and what is begun must be ended. The closures
/// of `object` and `array` see to the latter.
final class JSONWriter {
    private let output: BufferedOutput
    private var depth = 0
    private var isFirst = true
    /// Inside an element that is kept on one line; counts nested ones.
    private var inlineDepth = 0

    /// - Parameter isPretty: one member per line, indented by two spaces; otherwise all on one line.
    init(_ output: BufferedOutput, isPretty: Bool) {
        self.output = output
        inlineDepth = isPretty ? 0 : 1
    }

    /// - Parameter inline: keeps the object on one line, for small ones.
    func object(_ key: String? = nil, inline: Bool = false, _ body: () -> Void) {
        nest(key, "{", "}", inline: inline, body)
    }

    func array(_ key: String? = nil, inline: Bool = false, _ body: () -> Void) {
        nest(key, "[", "]", inline: inline, body)
    }

    func string(_ key: String? = nil, _ value: String) { put(key, Self.quoted(value)) }

    func integer(_ key: String? = nil, _ value: some BinaryInteger) { put(key, String(value)) }

    func boolean(_ key: String? = nil, _ value: Bool) { put(key, value ? "true" : "false") }

    /// A number with a fixed count of decimals.
    func decimal(_ key: String? = nil, _ value: Double, digits: Int) {
        put(key, Numbers.decimal(value, digits: digits))
    }

    func null(_ key: String? = nil) { put(key, "null") }

    private func nest(_ key: String?, _ open: String, _ close: String, inline: Bool, _ body: () -> Void) {
        put(key, open)
        let isInline = inline || inlineDepth > 0
        if isInline { inlineDepth += 1 }
        depth += 1
        isFirst = true
        body()
        depth -= 1
        if !isInline, !isFirst { newLine() }
        if isInline { inlineDepth -= 1 }
        isFirst = false
        output.write(close)
    }

    private func put(_ key: String?, _ value: String) {
        if depth > 0 {
            if !isFirst { output.write(",") }
            if inlineDepth == 0 { newLine() } else if !isFirst { output.write(" ") }
        }
        isFirst = false
        if let key { output.write("\(Self.quoted(key)): ") }
        output.write(value)
    }

    private func newLine() { output.write("\n" + String(repeating: "  ", count: depth)) }

    /// U+2028 and U+2029 are escaped too, since they end a line in JavaScript and in some readers of JSON lines, and
    /// U+FEFF, which Foundation's reader drops.
    static func quoted(_ text: String) -> String {
        let escaped = text.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 >= 0x7F }
        guard escaped else { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.isControl || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
