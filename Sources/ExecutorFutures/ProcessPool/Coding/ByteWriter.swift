/// Bytes that grow at their end.
struct ByteWriter {
    private(set) var bytes: [UInt8]

    /// - Parameter skipping: how many bytes to leave free at the start, to be written last.
    init(skipping: Int = 0) {
        bytes = [UInt8](repeating: 0, count: skipping)
    }

    mutating func overwriteStart(with header: [UInt8]) {
        bytes.replaceSubrange(..<header.count, with: header)
    }

    mutating func append(_ tag: BinaryTag) {
        bytes.append(tag.rawValue)
    }

    mutating func append(contentsOf more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Little-endian, in its full width.
    mutating func appendFixed<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// In 1 to 10 bytes.
    mutating func appendVariable(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The number of bytes, then the bytes.
    mutating func appendCounted(_ more: [UInt8]) {
        appendVariable(UInt64(more.count))
        bytes.append(contentsOf: more)
    }

    /// The number of bytes, then UTF-8.
    mutating func appendCounted(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            appendVariable(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }
}
