/// Reads what `BinaryWriter` wrote; trusts no byte of it.
///
/// Every count is held against the bytes that are left, every index against the array that it points into, and nesting
/// against a limit, so hostile bytes cost no more than honest ones of the same length.
package struct BinaryReader {
    private let bytes: [UInt8]
    private var position = 0
    private var texts: [String] = []
    private var depth = 0
    private var types: Set<TypeReference> = []
    /// How many things of each kind there are, by `SummaryID.space`; an index must be below.
    var bounds = [Int](repeating: 0, count: 8)
    /// No range may end behind it.
    package var textLength = Int.max

    /// Far above what the collectors nest, far below what a stack of 64 MiB holds.
    private static let maximumDepth = 4_000

    package init(_ bytes: [UInt8]) throws(StorageDamage) {
        self.bytes = bytes
        let count = try readCount()
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        for _ in 0..<count { lengths.append(try readInt()) }
        texts.reserveCapacity(count)
        for length in lengths {
            guard length >= 0, length <= bytes.count - position else { throw StorageDamage() }
            texts.append(String(decoding: bytes[position..<position + length], as: UTF8.self))
            position += length
        }
    }

    /// Whether all has been read.
    package var isAtEnd: Bool { position == bytes.count }

    package mutating func readByte() throws(StorageDamage) -> UInt8 {
        guard position < bytes.count else { throw StorageDamage() }
        position += 1
        return bytes[position - 1]
    }

    package mutating func readUInt64() throws(StorageDamage) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            guard shift < 64 else { throw StorageDamage() }
        }
    }

    package mutating func readInt() throws(StorageDamage) -> Int { Int(truncatingIfNeeded: try readUInt64()) }

    /// How many things follow; each of them takes a byte at least.
    package mutating func readCount() throws(StorageDamage) -> Int {
        let count = try readInt()
        guard count >= 0, count <= bytes.count - position else { throw StorageDamage() }
        return count
    }

    /// A number below `bound`.
    mutating func readIndex(below bound: Int) throws(StorageDamage) -> Int {
        let index = try readInt()
        guard index >= 0, index < bound else { throw StorageDamage() }
        return index
    }

    package mutating func readBool() throws(StorageDamage) -> Bool {
        switch try readByte() {
        case 0: false
        case 1: true
        default: throw StorageDamage()
        }
    }

    package mutating func readText() throws(StorageDamage) -> String { texts[try readIndex(below: texts.count)] }

    package mutating func read<Value: Storable>() throws(StorageDamage) -> Value { try Value(from: &self) }

    package mutating func readOptional<Value: Storable>() throws(StorageDamage) -> Value? {
        try readBool() ? try Value(from: &self) : nil
    }

    package mutating func readArray<Value: Storable>() throws(StorageDamage) -> [Value] {
        let count = try readCount()
        if count == 0 { return [] }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    package mutating func readCase<Value: RawRepresentable>() throws(StorageDamage) -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: try readText()) else { throw StorageDamage() }
        return value
    }

    /// The same type; equal plain names share their memory.
    mutating func shared(_ type: TypeReference) -> TypeReference {
        // Nested types would be hashed once for every level.
        guard case .named(let components) = type, components.count == 1, components[0].arguments.isEmpty else {
            return type
        }
        return types.insert(type).memberAfterInsert
    }

    /// Reads something that may hold more of its kind.
    mutating func descending<Value>(
        _ read: (inout BinaryReader) throws(StorageDamage) -> Value
    ) throws(StorageDamage) -> Value {
        guard depth < Self.maximumDepth else { throw StorageDamage() }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }
}
