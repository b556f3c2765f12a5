/// The entries of a map, written as they come.
struct MapEncodingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: BinaryEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) throws {
        encoder.part.beginEntry(key.stringValue)
        encoder.part.writeNull()
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        encoder.part.beginEntry(key.stringValue)
        try encoder.encodeInner(value, key)
    }

    func encode(_ value: Int128, forKey key: Key) throws { write(value, key) }
    func encode(_ value: UInt128, forKey key: Key) throws { write(value, key) }

    private func write(_ value: some BinaryPrimitive, _ key: Key) {
        encoder.part.beginEntry(key.stringValue)
        encoder.part.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        superEncoder(forAny: key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forAny: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { superEncoder(forAny: PositionKey.superclass) }
    func superEncoder(forKey key: Key) -> any Encoder { superEncoder(forAny: key) }

    private func superEncoder(forAny key: any CodingKey) -> BinaryEncoder {
        encoder.part.beginEntry(key.stringValue)
        return encoder.inner(key)
    }
}

/// The values of a list, written as they come.
struct ListEncodingContainer: UnkeyedEncodingContainer {
    let encoder: BinaryEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.part.count }
    private var key: PositionKey { .index(count - 1) }

    func encodeNil() throws {
        encoder.part.beginElement()
        encoder.part.writeNull()
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        encoder.part.beginElement()
        try encoder.encodeInner(value, key)
    }

    func encode(_ value: Int128) throws { write(value) }
    func encode(_ value: UInt128) throws { write(value) }

    private func write(_ value: some BinaryPrimitive) {
        encoder.part.beginElement()
        encoder.part.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        next().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    func superEncoder() -> any Encoder { next() }

    private func next() -> BinaryEncoder {
        encoder.part.beginElement()
        return encoder.inner(key)
    }
}
