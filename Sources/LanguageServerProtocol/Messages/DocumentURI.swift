/// The address of a document; documents of a disk have a path.
///
/// Clients spell one address in several ways (`%3A` and `:`), so documents are told apart by path where there is one.
package struct DocumentURI: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// - Parameter path: absolute.
    package init(path: String) {
        var escaped = "file://"
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
                || "/-._~".utf8.contains(byte)
            {
                escaped.unicodeScalars.append(scalar)
            } else {
                let digits = Array("0123456789ABCDEF")
                escaped += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        text = escaped
    }

    /// `nil` for documents that are no files, such as unsaved ones without a name.
    package var path: String? {
        guard text.lowercased().hasPrefix("file://") else { return nil }
        let rest = text.utf8.dropFirst("file://".utf8.count)
        // A host stands before the first slash; only this machine's files can be read.
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let host = String(decoding: rest[..<slash], as: UTF8.self).lowercased()
        guard host.isEmpty || host == "localhost" else { return nil }
        var bytes: [UInt8] = []
        var iterator = Array(rest[slash...]).makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else { bytes.append(byte); continue }
            guard let high = iterator.next().flatMap(Self.digit), let low = iterator.next().flatMap(Self.digit) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
