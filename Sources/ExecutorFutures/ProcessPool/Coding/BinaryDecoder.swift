/// Makes a value of what a ``BinaryEncoder`` wrote. Any other bytes give a `DecodingError`, never a trap.
struct BinaryDecoder: Decoder {
    let tape: Tape
    let node: Tape.Node
    /// Of the node on the tape.
    let index: Int
    let path: CodingPath
    /// How many values are being decoded around this one, which is more than lie around it if one stands for another.
    let depth: Int

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: ArraySlice<UInt8>) throws -> Value {
        try BinaryDecoder(bytes).decode(type)
    }

    /// - Throws: `DecodingError` if the bytes are not exactly one value.
    init(_ bytes: ArraySlice<UInt8>) throws {
        do {
            self.init(tape: try Tape(bytes), index: 0, path: .root, depth: 0)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "\(error)"))
        }
    }

    init(tape: Tape, index: Int, path: CodingPath, depth: Int) {
        self.tape = tape
        self.index = index
        self.path = path
        self.depth = depth
        node = tape.nodes[index]
    }

    /// A decoder for a value within this one.
    func inner(_ index: Int, _ key: any CodingKey) -> BinaryDecoder {
        BinaryDecoder(tape: tape, index: index, path: path.appending(key), depth: depth)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard node.tag == .map else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(MapDecodingContainer(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        if node.tag == .packed, let list = tape.unpacked(node) {
            return ListDecodingContainer(decoder: BinaryDecoder(tape: list, index: 0, path: path, depth: depth))
        }
        guard node.tag == .list else { throw mismatch([Any].self) }
        return ListDecodingContainer(decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "expected a value of type \(type), found \(node.tag)")
        return node.tag == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension BinaryDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { node.tag == .null }

    // A generic method satisfies the requirements for all the widths at once, but for those that have a default.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let primitive = type as? any BinaryPrimitive.Type {
            guard let value = primitive.read(tape, at: index) as? Value else { throw mismatch(type) }
            return value
        }
        guard depth <= maximumCodingDepth else {
            let problem = "values lie more than \(maximumCodingDepth) deep in each other"
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: problem))
        }
        return try type.init(from: BinaryDecoder(tape: tape, index: index, path: path, depth: depth + 1))
    }

    func decode(_ type: Int128.Type) throws -> Int128 { try integer(type) }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try integer(type) }

    private func integer<Number: IntegerPrimitive>(_ type: Number.Type) throws -> Number {
        guard let value = type.read(tape, at: index) else { throw mismatch(type) }
        return value
    }
}
