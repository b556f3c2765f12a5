/// Looks at the start of a document before the parser does, to refuse what it must never see.
///
/// libxml2 expands entities inside attribute values even when told not to, so a document that declares any is refused
/// before it is parsed; and a declaration could hide in an encoding that is no superset of ASCII, so those are too.
enum XMLPrologue {
    /// - Parameter name: what messages call the document.
    static func check(_ bytes: [UInt8], named name: String) throws(ReportError) {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.prefix(64).contains(0) {
            throw ReportError("\(name) is not UTF-8 text", advice: "have its producer write UTF-8")
        }
        var scanner = Scanner(bytes: bytes, position: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        scanner.skipBlanks()
        if scanner.isAtEnd { throw ReportError("\(name) is empty", advice: "check that its producer ran to its end") }
        while true {
            scanner.skipBlanks()
            if scanner.take("<?") {
                let instruction = scanner.skip(past: "?>")
                try checkEncoding(instruction, name)
            } else if scanner.take("<!--") {
                scanner.skip(past: "-->")
            } else if scanner.take("<!") {
                throw hasDocumentType(name)
            } else if scanner.take("<") || scanner.isAtEnd {
                return
            } else {
                throw ReportError("\(name) is not XML", advice: "give a JUnit XML report")
            }
        }
    }

    static func hasDocumentType(_ name: String) -> ReportError {
        ReportError("\(name) has a document type declaration, which may make a reader open files", advice: "remove it")
    }

    private static func checkEncoding(_ declaration: ArraySlice<UInt8>, _ name: String) throws(ReportError) {
        guard declaration.starts(with: "xml ".utf8) || declaration.starts(with: "xml\n".utf8) else { return }
        let text = String(decoding: declaration, as: UTF8.self)
        let fields = text.split(whereSeparator: { $0 == "=" || $0 == "\"" || $0 == "'" || $0.isWhitespace })
        guard let key = fields.firstIndex(of: "encoding"), key + 1 < fields.endIndex else { return }
        let encoding = fields[key + 1].lowercased()
        let isKnown =
            ["utf-8", "utf8", "us-ascii", "ascii", "latin1"].contains(encoding)
            || encoding.hasPrefix("iso-8859-") || encoding.hasPrefix("windows-125")
        if !isKnown {
            throw ReportError(
                "\(name) is in the encoding \(encoding.singleLine)", advice: "have its producer write UTF-8")
        }
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position: Int

        var isAtEnd: Bool { position >= bytes.count }

        mutating func skipBlanks() {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        }

        mutating func take(_ text: String) -> Bool {
            guard bytes[position...].starts(with: text.utf8) else { return false }
            position += text.utf8.count
            return true
        }

        /// What lies before `text`; everything when it does not occur.
        @discardableResult
        mutating func skip(past text: String) -> ArraySlice<UInt8> {
            let start = position
            while position < bytes.count {
                let end = position
                if take(text) { return bytes[start..<end] }
                position += 1
            }
            return bytes[start...]
        }
    }
}
