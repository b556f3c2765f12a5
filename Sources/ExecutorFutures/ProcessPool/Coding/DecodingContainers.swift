/// The entries of a map, found by their keys.
///
/// Types decode their properties in the order in which they encoded them, so the entry behind the last one is tried
/// first; a key that is not there is looked up in a table, which is built once. O(1) each.
struct MapDecodingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let decoder: BinaryDecoder
    private let entries: MapEntries

    init(decoder: BinaryDecoder) {
        self.decoder = decoder
        entries = MapEntries(decoder)
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { entries.keys.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { entries.find(key.stringValue) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try entry(key).decodeNil() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try entry(key).decode(type) }
    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try entry(key).decode(type) }
    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try entry(key).decode(type) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try entry(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try entry(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try entry(PositionKey.superclass) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try entry(key) }

    private func entry(_ key: any CodingKey) throws -> BinaryDecoder {
        guard let index = entries.find(key.stringValue) else {
            let problem = "no entry for the key '\(key.stringValue)'"
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: problem))
        }
        return decoder.inner(index, key)
    }
}

/// Where the values of a map lie; an object, because a container's methods may not change it.
///
/// On the tape a map is followed by its keys and values by turns.
private final class MapEntries {
    private let tape: Tape
    private let first: Int
    private let end: Int
    /// The key that was found last, and the one behind it.
    private var last: Int
    private var expected: Int
    private var table: [String: Int]?

    init(_ decoder: BinaryDecoder) {
        tape = decoder.tape
        first = decoder.index + 1
        end = decoder.tape.next(after: decoder.index)
        last = first
        expected = first
    }

    var keys: [String] { places.map(key) }

    /// - Returns: the index of the value.
    func find(_ key: String) -> Int? {
        if !holds(key, expected) {
            // A type may ask whether a value is there, and whether it is nil, before it decodes it.
            if holds(key, last) { return last + 1 }
            let table = self.table ?? Dictionary(places.map { (self.key($0), $0) }) { $1 }
            self.table = table
            guard let place = table[key] else { return nil }
            expected = place
        }
        last = expected
        expected = tape.next(after: last + 1)
        return last + 1
    }

    private func holds(_ key: String, _ place: Int) -> Bool {
        place < end && key.utf8.elementsEqual(tape.content(of: tape.nodes[place]))
    }

    private func key(_ place: Int) -> String {
        String(decoding: tape.content(of: tape.nodes[place]), as: UTF8.self)
    }

    private var places: [Int] {
        var places: [Int] = []
        var place = first
        while place < end {
            places.append(place)
            place = tape.next(after: place + 1)
        }
        return places
    }
}

/// The values of a list, one after another.
struct ListDecodingContainer: UnkeyedDecodingContainer {
    private let decoder: BinaryDecoder
    private var place: Int
    private(set) var currentIndex = 0

    init(decoder: BinaryDecoder) {
        self.decoder = decoder
        place = decoder.index + 1
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { Int(decoder.node.count) }
    var isAtEnd: Bool { currentIndex >= Int(decoder.node.count) }

    mutating func decodeNil() throws -> Bool {
        let isNil = try current(Never?.self).decodeNil()
        if isNil { advance() }
        return isNil
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next(type) { try $0.decode(type) }
    }
    mutating func decode(_ type: Int128.Type) throws -> Int128 { try next(type) { try $0.decode(type) } }
    mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try next(type) { try $0.decode(type) } }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next([String: Any].self) { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next([Any].self) { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try next((any Decoder).self) { $0 } }

    /// The element counts as read only if it could be decoded.
    private mutating func next<Value>(_ type: Any.Type, _ body: (BinaryDecoder) throws -> Value) throws -> Value {
        let value = try body(current(type))
        advance()
        return value
    }

    private func current(_ type: Any.Type) throws -> BinaryDecoder {
        guard !isAtEnd else {
            let path = codingPath + [PositionKey.index(currentIndex)]
            let problem = "the list has only \(currentIndex) values"
            throw DecodingError.valueNotFound(type, .init(codingPath: path, debugDescription: problem))
        }
        return decoder.inner(place, PositionKey.index(currentIndex))
    }

    private mutating func advance() {
        place = decoder.tape.next(after: place)
        currentIndex += 1
    }
}
