/// Reads a type as catalogue files spell it: `[URL]`, `EventLoopFuture<Channel>?`, `FileManager.DirectoryEnumerator`.
///
/// What it does not know becomes `unknown`; linear in the text.
struct TypeText {
    private let bytes: [UInt8]
    private var position = 0

    static func parse(_ text: String) -> TypeReference {
        var reader = TypeText(bytes: Array(text.utf8))
        return reader.type()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func type() -> TypeReference {
        skipSpaces()
        var result: TypeReference
        if take("[") {
            let first = type()
            if take(":") {
                let value = type()
                result = .dictionary(key: first, value: value)
            } else {
                result = .array(first)
            }
            _ = take("]")
        } else if take("(") {
            var elements: [TupleTypeElement] = []
            while position < bytes.count, !take(")") {
                let before = position
                elements.append(TupleTypeElement(label: nil, type: type()))
                _ = take(",")
                if position == before { position += 1 }
            }
            result = elements.count == 1 ? elements.first?.type ?? .unknown : .tuple(elements)
        } else {
            result = named()
        }
        while take("?") || take("!") { result = .optional(result) }
        return result
    }

    private mutating func named() -> TypeReference {
        var components: [TypeComponent] = []
        while true {
            let name = identifier()
            if name == "any" || name == "some", components.isEmpty { return type() }
            guard !name.isEmpty else { break }
            var component = TypeComponent(name)
            if take("<") {
                while position < bytes.count, !take(">") {
                    let before = position
                    component.arguments.append(type())
                    _ = take(",")
                    if position == before { position += 1 }
                }
            }
            components.append(component)
            guard take(".") else { break }
        }
        return components.isEmpty ? .unknown : .named(components)
    }

    private mutating func identifier() -> String {
        skipSpaces()
        let start = position
        while position < bytes.count, isIdentifierByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    }

    private func isIdentifierByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
