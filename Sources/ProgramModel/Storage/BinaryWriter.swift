/// Writes values as bytes for `BinaryReader`: small numbers in one byte, every text once.
package struct BinaryWriter {
    private var body: [UInt8] = []
    private var texts: [String] = []
    private var positions: [String: Int] = [:]

    package init() {}

    /// The texts, then everything that was written.
    package var bytes: [UInt8] {
        var head = BinaryWriter()
        head.write(texts.count)
        for text in texts { head.write(text.utf8.count) }
        for text in texts { head.body.append(contentsOf: text.utf8) }
        return head.body + body
    }

    /// A number from zero up, seven bits to the byte; what is below zero is written as its bits.
    package mutating func write(_ number: Int) { write(UInt64(truncatingIfNeeded: number)) }

    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        body.append(UInt8(truncatingIfNeeded: rest))
    }

    package mutating func write(byte: UInt8) { body.append(byte) }

    package mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

    package mutating func write(_ text: String) {
        let next = texts.count
        let position = positions[text] ?? next
        if position == next {
            texts.append(text)
            positions[text] = next
        }
        write(position)
    }

    package mutating func write<Value: Storable>(_ value: Value) { value.store(in: &self) }

    package mutating func write<Value: Storable>(_ value: Value?) {
        write(value != nil)
        if let value { value.store(in: &self) }
    }

    package mutating func write<Value: Storable>(_ values: [Value]) {
        write(values.count)
        for value in values { value.store(in: &self) }
    }

    package mutating func write<Value: RawRepresentable>(_ value: Value) where Value.RawValue == String {
        write(value.rawValue)
    }
}

/// What can be written as bytes and read back.
package protocol Storable {
    func store(in writer: inout BinaryWriter)
    /// - Throws: when the bytes are not what `store` writes; never traps, whatever they are.
    init(from reader: inout BinaryReader) throws(StorageDamage)
}

/// Bytes that no `Storable` has written.
package struct StorageDamage: Error, Sendable {
    package init() {}
}
