/// The lines of a table one after the other, and the fields of the present one.
///
/// Must not outlive the buffer that it reads.
struct TableRecord {
    private let table: UnsafeBufferPointer<UInt8>
    private var nextLine = 0
    /// Start and end of every field; field 0 is the kind.
    private var fields: [Range<Int>] = []

    init(_ table: UnsafeBufferPointer<UInt8>) { self.table = table }

    /// Moves to the next line that is not empty; `false` at the end.
    mutating func next() -> Bool {
        while nextLine < table.count {
            fields.removeAll(keepingCapacity: true)
            var start = nextLine
            var index = nextLine
            while index < table.count, table[index] != UInt8(ascii: "\n") {
                if table[index] == UInt8(ascii: "\t") {
                    fields.append(start..<index)
                    start = index + 1
                }
                index += 1
            }
            fields.append(start..<index)
            nextLine = index + 1
            if fields[0].count > 0 { return true }
        }
        return false
    }

    /// First byte of field 0.
    var kind: UInt8 { bytes(0).first ?? 0 }

    /// Empty when the line has no such field.
    func bytes(_ field: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        fields.indices.contains(field) ? table[fields[field]] : table[0..<0]
    }

    func text(_ field: Int) -> String {
        let bytes = bytes(field)
        if !bytes.contains(UInt8(ascii: "\\")) { return String(decoding: bytes, as: UTF8.self) }
        return Self.unescaped(bytes)
    }

    /// `nil` when empty.
    func optionalText(_ field: Int) -> String? { bytes(field).isEmpty ? nil : text(field) }

    func list(_ field: Int) -> [String] {
        let bytes = bytes(field)
        if bytes.isEmpty { return [] }
        var elements: [String] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == UInt8(ascii: ",") {
            elements.append(String(decoding: bytes[start..<index], as: UTF8.self))
            start = index + 1
        }
        elements.append(String(decoding: bytes[start...], as: UTF8.self))
        return elements
    }

    func word<Word: RawRepresentable<String>>(_ field: Int) -> Word? {
        bytes(field).isEmpty ? nil : Word(rawValue: text(field))
    }

    func words<Word: RawRepresentable<String>>(_ field: Int) -> [Word] { list(field).compactMap(Word.init(rawValue:)) }

    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
                switch byte {
                case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
                case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
                default: result.append(byte)
                }
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
