/// Types that use what `Codable` offers, for the tests of the codec.
struct Pair: Codable, Hashable {
    var left: Int
    var right: Int
}

struct Nothing: Codable, Equatable {}

struct Keyed<Value: Codable>: Codable {
    var value: Value
    var list: [Value]
    var other: [UInt8]?
}

indirect enum Shape: Codable, Equatable {
    case point
    case circle(radius: Double)
    case polygon([Pair])
    case group([Shape])
}

class Base: Codable {
    var base: Int

    init(base: Int) { self.base = base }
}

final class Derived: Base {
    var own: String

    init(base: Int, own: String) {
        self.own = own
        super.init(base: base)
    }

    private enum Keys: CodingKey {
        case own
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        own = try container.decode(String.self, forKey: .own)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        // The superclass's part is asked for first and filled last.
        let outer = container.superEncoder()
        try container.encode(own, forKey: .own)
        try super.encode(to: outer)
    }
}

/// Writes to two inner lists by turns, and decodes what it wrote.
struct ByTurns: Codable {
    var seen: [String: [Int]] = [:]

    private enum Keys: String, CodingKey {
        case first, second, tail
    }

    init() {}

    func encode(to encoder: any Encoder) throws {
        var map = encoder.container(keyedBy: Keys.self)
        var first = map.nestedUnkeyedContainer(forKey: .first)
        let outer = map.superEncoder()
        var second = map.nestedUnkeyedContainer(forKey: .second)
        try first.encode(1)
        try second.encode(2)
        try first.encode(3)
        try second.encode(4)
        try map.encode([5], forKey: .tail)
        try [9].encode(to: outer)
    }

    init(from decoder: any Decoder) throws {
        let map = try decoder.container(keyedBy: Keys.self)
        for key in [Keys.second, .first, .tail] {
            var list = try map.nestedUnkeyedContainer(forKey: key)
            var numbers: [Int] = []
            while !list.isAtEnd { numbers.append(try list.decode(Int.self)) }
            seen[key.stringValue] = numbers
        }
        seen["super"] = try [Int](from: map.superDecoder())
    }
}

/// Any value at all, made at random.
indirect enum AnyValue: Codable, Equatable {
    case nothing
    case bool(Bool)
    case number(Int64)
    case large(UInt64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
    case list([AnyValue?])
    case map([String: AnyValue])

    static func random(depth: Int, using random: inout SeededGenerator) -> AnyValue {
        switch Int.random(in: 0...(depth > 0 ? 9 : 6), using: &random) {
        case 0: .nothing
        case 1: .bool(.random(using: &random))
        case 2: .number(Int64(bitPattern: random.next() >> UInt64.random(in: 0...63, using: &random)))
        case 3: .large(random.next())
        case 4: .double(.random(in: -1e9...1e9, using: &random))
        case 5: .text(text(using: &random))
        case 6: .bytes((0..<Int.random(in: 0...9, using: &random)).map { _ in .random(in: 0...255, using: &random) })
        case 7:
            .list(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    Bool.random(using: &random) ? self.random(depth: depth - 1, using: &random) : nil
                })
        default:
            .map(
                Dictionary(
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in
                        (text(using: &random), self.random(depth: depth - 1, using: &random))
                    }
                ) { first, _ in first })
        }
    }

    private static func text(using random: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
                "aZ0ü漢👩‍👧\u{301}\n".randomElement(using: &random)
            })
    }
}
