import Analysis
import TestSupport
import Testing

/// Names of contents differ when the contents do.
struct ContentHashTests {
    @Test func everyBitCounts() {
        var generator = SeededGenerator(seed: 3)
        for length in [0, 1, 7, 8, 15, 16, 17, 33, 100] {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var seen: Set<ContentHash> = [ContentHash(bytes)]
            for bit in 0..<length * 8 {
                var changed = bytes
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(seen.insert(ContentHash(changed)).inserted, "bit \(bit) of \(length) bytes")
            }
            #expect(seen.insert(ContentHash(bytes + [0])).inserted, "a zero after \(length) bytes")
        }
    }

    @Test func halvesSpreadEvenly() {
        // Sequential texts: each bit of the hash is set in about half of them.
        var counts = [Int](repeating: 0, count: 128)
        for number in 0..<2_000 {
            let hash = ContentHash(Array("file \(number)".utf8))
            for bit in 0..<64 {
                counts[bit] += Int(hash.high >> UInt64(bit) & 1)
                counts[64 + bit] += Int(hash.low >> UInt64(bit) & 1)
            }
        }
        for (bit, count) in counts.enumerated() { #expect((850...1150).contains(count), "bit \(bit): \(count)") }
    }

    @Test func fieldsDoNotRunTogether() {
        var left = ContentHash()
        left.add("a")
        left.add("bc")
        var right = ContentHash()
        right.add("ab")
        right.add("c")
        #expect(left != right)
    }

    @Test func theValueIsTheSameOnEveryMachine() {
        var hash = ContentHash()
        hash.add("unblock")
        #expect(hash.text == ContentHash(Array("unblock".utf8)).text)
    }
}
