/// Turns any `Encodable` value into bytes; see ``BinaryTag`` for the format.
///
/// It is not a `JSONEncoder` because that is Foundation, which this module does without, and because both ends of a
/// worker's socket are the same program: nothing needs to be readable, and numbers can be copied as they are.
struct BinaryEncoder: Encoder {
    let part: EncodedPart
    let path: CodingPath
    let depth: Int

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// - Throws: what the value's `encode(to:)` throws; `EncodingError` if values lie too deep in each other.
    static func encode<Value: Encodable>(_ value: Value) throws -> [UInt8] {
        let part = EncodedPart()
        let encoder = BinaryEncoder(part: part, path: .root, depth: 0)
        try encoder.encode(value)
        var writer = ByteWriter()
        guard part.flatten(into: &writer) else {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: [], debugDescription: "a type asks for two kinds of container in one place"))
        }
        return writer.bytes
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        part.become(.map)
        return KeyedEncodingContainer(MapEncodingContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        part.become(.list)
        return ListEncodingContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// Writes an entry or element of this encoder's part.
    func encodeInner<Value: Encodable>(_ value: Value, _ key: any CodingKey) throws {
        if let primitive = value as? any BinaryPrimitive {
            part.write(primitive)
        } else {
            try inner(key).checkingDepth(value) { try value.encode(to: $0) }
        }
    }

    /// An encoder for an entry or element of this encoder's part.
    func inner(_ key: any CodingKey) -> BinaryEncoder {
        BinaryEncoder(part: part.addPart(), path: path.appending(key), depth: depth + 1)
    }

    private func checkingDepth(_ value: Any, _ body: (BinaryEncoder) throws -> Void) throws {
        guard depth <= maximumCodingDepth else {
            let problem = "values lie more than \(maximumCodingDepth) deep in each other"
            throw EncodingError.invalidValue(value, .init(codingPath: codingPath, debugDescription: problem))
        }
        try body(self)
    }
}

extension BinaryEncoder: SingleValueEncodingContainer {
    func encodeNil() throws {
        part.become(.single)
        part.writeNull()
    }

    // A generic method satisfies the requirements for all the widths at once, but for those that have a default.
    func encode<Value: Encodable>(_ value: Value) throws {
        if let primitive = value as? any BinaryPrimitive {
            part.become(.single)
            part.write(primitive)
        } else {
            // The inner value takes this value's place, so it writes to the same part.
            try BinaryEncoder(part: part, path: path, depth: depth + 1).checkingDepth(value) {
                try value.encode(to: $0)
            }
        }
    }

    func encode(_ value: Int128) throws { try encode(value as any BinaryPrimitive) }
    func encode(_ value: UInt128) throws { try encode(value as any BinaryPrimitive) }

    private func encode(_ primitive: any BinaryPrimitive) throws {
        part.become(.single)
        part.write(primitive)
    }
}
