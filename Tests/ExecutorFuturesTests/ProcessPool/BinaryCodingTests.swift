import Testing

@testable import ExecutorFutures

/// Values that the workers' codec must bring over unchanged.
@Suite struct BinaryCodingTests {
    @Test func integersOfEveryWidthKeepTheirExtremes() throws {
        func check<Number: FixedWidthInteger & Codable>(_ type: Number.Type) throws {
            for value in [Number.min, .max, 0, 1, Number.max / 2, ~0] {
                #expect(try roundTrip(value) == value)
                #expect(try roundTrip(["key": value]) == ["key": value])
                #expect(try roundTrip([value, value]) == [value, value])
                #expect(try roundTrip(Keyed(value: value, list: [value], other: nil)).value == value)
            }
        }
        try check(Int.self)
        try check(Int8.self)
        try check(Int16.self)
        try check(Int32.self)
        try check(Int64.self)
        try check(Int128.self)
        try check(UInt.self)
        try check(UInt8.self)
        try check(UInt16.self)
        try check(UInt32.self)
        try check(UInt64.self)
        try check(UInt128.self)
    }

    @Test func floatingPointKeepsEveryBit() throws {
        let doubles = [
            0, -0.0, .nan, .signalingNaN, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            Double(bitPattern: 0x7FF8_0000_DEAD_BEEF),
        ]
        for value in doubles { #expect(try roundTrip(value).bitPattern == value.bitPattern) }
        #expect(try roundTrip(doubles).map(\.bitPattern) == doubles.map(\.bitPattern))
        let float = Float(bitPattern: 0x7FC0_BEEF)
        #expect(try roundTrip(float).bitPattern == float.bitPattern)
        #expect(try roundTrip([float])[0].bitPattern == float.bitPattern)
    }

    @Test func textsCollectionsAndOptionalsSurvive() throws {
        for text in ["", "a", "ü", "👩‍👩‍👧", "\0", String(repeating: "x", count: 100_000)] {
            #expect(try roundTrip(text) == text)
        }
        #expect(try roundTrip([1: "a", -2: "b"]) == [1: "a", -2: "b"])
        #expect(try roundTrip([Pair(left: 1, right: 2): [3.5]]) == [Pair(left: 1, right: 2): [3.5]])
        #expect(try roundTrip(Set(0..<100)) == Set(0..<100))
        #expect(try roundTrip([nil, 1, nil] as [Int?]) == [nil, 1, nil])
        #expect(try roundTrip(Int?.none) == nil)
        #expect(try roundTrip([[[]], [[1], []]] as [[[Int]]]) == [[[]], [[1], []]])
        #expect(try roundTrip(Nothing()) == Nothing())
        #expect(try roundTrip([Nothing(), Nothing()]).count == 2)
        #expect(try roundTrip(true) && !roundTrip(false))
        #expect(try roundTrip(1...5) == 1...5)
    }

    @Test func enumerationsAndClassesSurvive() throws {
        for shape in [
            Shape.point, .circle(radius: 1.5), .polygon([Pair(left: 0, right: 1)]), .group([.point, .group([])]),
        ] {
            #expect(try roundTrip(shape) == shape)
        }
        let derived = Derived(base: 1, own: "x")
        let copy = try roundTrip(derived)
        #expect(copy.base == 1)
        #expect(copy.own == "x")
    }

    @Test func bytesTakeOneByteEach() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try BinaryEncoder.encode(bytes).count < bytes.count + 10)
        #expect(try roundTrip(bytes) == bytes)
        #expect(try roundTrip(Keyed(value: 1, list: bytes.map { Int($0) }, other: bytes)).other == bytes)
    }

    /// The two sides may use different types with the same meaning, as hand-written `Codable` code does.
    @Test func listsOfNumbersMayBeReadInAnotherForm() throws {
        func reread<Value: Decodable>(_ value: some Encodable, as type: Value.Type) throws -> Value {
            try BinaryDecoder.decode(type, from: try BinaryEncoder.encode(value)[...])
        }
        #expect(try reread([1, 2, 3] as [Int8], as: [Int].self) == [1, 2, 3])
        #expect(try reread([1, 2, 3], as: Set<Int>.self) == [1, 2, 3])
        #expect(try reread([1, 2, 3], as: ContiguousArray<UInt16>.self) == [1, 2, 3])
        #expect(try reread(Set([7]), as: [Int].self) == [7])
        #expect(try reread([1.5], as: ContiguousArray<Double>.self) == [1.5])
        #expect(throws: DecodingError.self) { try reread([300], as: [UInt8].self) }
        #expect(throws: DecodingError.self) { try reread([-1], as: [UInt].self) }
        #expect(throws: DecodingError.self) { try reread([1.5], as: [Int].self) }
    }

    @Test func innerContainersMayBeWrittenByTurns() throws {
        let copy = try roundTrip(ByTurns())
        #expect(copy.seen == ["first": [1, 3], "second": [2, 4], "super": [9], "tail": [5]])
    }

    @Test func aMissingKeyAndAWrongTypeAreNamed() throws {
        let bytes = try BinaryEncoder.encode(Pair(left: 1, right: 2))
        let missing = #expect(throws: DecodingError.self) {
            try BinaryDecoder.decode(Keyed<Int>.self, from: bytes[...])
        }
        guard case .keyNotFound(let key, _) = missing else {
            Issue.record("\(String(describing: missing))")
            return
        }
        #expect(key.stringValue == "value")
        let wrong = #expect(throws: DecodingError.self) {
            try BinaryDecoder.decode([String: String].self, from: bytes[...])
        }
        guard case .typeMismatch(_, let context) = wrong else {
            Issue.record("\(String(describing: wrong))")
            return
        }
        #expect(["left", "right"].contains(context.codingPath.first?.stringValue))
    }

    @Test func randomValuesSurvive() throws {
        for seed in UInt64(0)..<300 {
            var random = SeededGenerator(seed: seed)
            let value = AnyValue.random(depth: 5, using: &random)
            #expect(try roundTrip(value) == value, "seed \(seed)")
        }
    }

    private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
        try BinaryDecoder.decode(Value.self, from: try BinaryEncoder.encode(value)[...])
    }
}
