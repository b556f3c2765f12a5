import Testing

@testable import ExecutorFutures

/// Input that no encoder wrote, and values that no decoder could read: errors, never traps.
@Suite struct HostileBytesTests {
    @Test func everyTruncationIsAnError() throws {
        var random = SeededGenerator(seed: 1)
        let bytes = try BinaryEncoder.encode(AnyValue.random(depth: 4, using: &random))
        for length in 0..<bytes.count {
            #expect(throws: DecodingError.self, "\(length) bytes") {
                try BinaryDecoder.decode(AnyValue.self, from: bytes[..<length])
            }
        }
    }

    @Test func changedBytesDecodeOrThrow() throws {
        var decoded = 0
        var refused = 0
        for seed in UInt64(0)..<2_000 {
            var random = SeededGenerator(seed: seed)
            var bytes = try BinaryEncoder.encode(AnyValue.random(depth: 3, using: &random))
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            do {
                _ = try BinaryDecoder.decode(AnyValue.self, from: bytes[...])
                decoded += 1
            } catch is DecodingError {
                refused += 1
            }
        }
        #expect(decoded + refused == 2_000)
        #expect(refused > 100)
    }

    @Test func randomBytesDecodeOrThrow() {
        for seed in UInt64(0)..<2_000 {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                // Mostly tags and small lengths, or nearly everything would end at the first byte.
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...14, using: &random) : .random(in: 0...255, using: &random)
            }
            _ = try? BinaryDecoder.decode(AnyValue.self, from: bytes[...])
            _ = try? BinaryDecoder.decode([Int?].self, from: bytes[...])
            _ = try? JobReply(payload: bytes)
            _ = try? JobRequest.read(bytes)
        }
    }

    @Test(arguments: [
        [], [99], [BinaryTag.list.rawValue, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
        [BinaryTag.string.rawValue, 1, 0xFF], [BinaryTag.unsigned.rawValue] + [UInt8](repeating: 0xFF, count: 20),
        [BinaryTag.map.rawValue, 1, 1, 0x80, BinaryTag.null.rawValue],
        [BinaryTag.null.rawValue, BinaryTag.null.rawValue],
    ])
    func malformedBytesAreRefusedBeforeAnythingIsDecoded(bytes: [UInt8]) {
        #expect(throws: MalformedBytes.self) { try Tape(bytes[...]) }
    }

    @Test(arguments: [
        // An element type that does not exist, and a length that is no number of elements.
        [BinaryTag.packed.rawValue, 200, 1, 0], [BinaryTag.packed.rawValue, 1, 7, 0, 0, 0, 0, 0, 0, 0],
    ])
    func packedArraysThatAreNoneAreRefused(bytes: [UInt8]) {
        #expect(throws: DecodingError.self) { try BinaryDecoder.decode([Int].self, from: bytes[...]) }
        #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Set<Int>.self, from: bytes[...]) }
    }

    @Test func depthIsBoundedBothWays() throws {
        let deep = (0..<100_000).reduce(Nested(inner: nil)) { inner, _ in Nested(inner: inner) }
        #expect(throws: EncodingError.self) { try BinaryEncoder.encode(deep) }
        deep.dismantle()

        let bytes = (0..<400_000).map { $0 % 2 == 0 ? BinaryTag.list.rawValue : 1 }
        #expect(throws: MalformedBytes.self) { try Tape(bytes[...]) }

    }

    /// A thread of a pool has eight times the stack that is enough here, in a debug build.
    @Test func theGreatestDepthNeedsLittleStack() async throws {
        let depth = try await onPlainThread {
            let fair = (0..<500).reduce(Nested(inner: nil)) { inner, _ in Nested(inner: inner) }
            return try BinaryDecoder.decode(Nested.self, from: try BinaryEncoder.encode(fair)[...]).depth
        }
        #expect(depth == 500)
    }

    @Test func aTypeThatAsksForTwoKindsOfContainerIsAnError() {
        #expect(throws: EncodingError.self) { try BinaryEncoder.encode(Contradiction()) }
        #expect(throws: EncodingError.self) { try BinaryEncoder.encode(["inside": [Contradiction()]]) }
    }

    @Test func aTypeThatDecodesItselfForEverIsAnError() throws {
        let bytes = try BinaryEncoder.encode(1)
        #expect(throws: DecodingError.self) { try BinaryDecoder.decode(Bottomless.self, from: bytes[...]) }
    }
}

/// Lists within lists, made of objects so that there can be many.
private final class Nested: Codable {
    var inner: Nested?

    init(inner: Nested?) { self.inner = inner }

    var depth: Int {
        var depth = 0
        var next = inner
        while let this = next {
            depth += 1
            next = this.inner
        }
        return depth
    }

    /// Takes the objects apart one by one; otherwise each releases the next from within its own `deinit`.
    func dismantle() {
        var next = inner.take()
        while let this = next { next = this.inner.take() }
    }
}

private struct Contradiction: Encodable {
    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(1)
        var single = encoder.singleValueContainer()
        try single.encode(2)
    }
}

private struct Bottomless: Decodable {
    init(from decoder: any Decoder) throws {
        self = try decoder.singleValueContainer().decode(Bottomless.self)
    }
}
