/// Writes JSON as compact UTF-8; members in the order of their names, so equal values have equal bytes.
package struct JSONWriter {
    private var bytes: [UInt8] = []

    package static func write(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value)
        return writer.bytes
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: add("null")
        case .bool(let value): add(value ? "true" : "false")
        case .integer(let value): add(String(value))
        // JSON has no other numbers than finite ones.
        case .number(let value): add(value.isFinite ? "\(value)" : "null")
        case .string(let text): write(text)
        case .array(let elements):
            add("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { add(",") }
                write(element)
            }
            add("]")
        case .object(let members):
            add("{")
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { add(",") }
                write(member.key)
                add(":")
                write(member.value)
            }
            add("}")
        }
    }

    private mutating func add(_ text: String) { bytes += text.utf8 }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): add("\\\"")
            case UInt8(ascii: "\\"): add("\\\\")
            case 0x0A: add("\\n")
            case 0x0D: add("\\r")
            case 0x09: add("\\t")
            case ..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                add("\\u00")
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
