/// Finds which words of a fixed set occur in a text as whole identifiers, without lexing it.
///
/// Words in comments and strings count too: the scan may report a word too many, never one too few.
/// A text without any word is read at memory speed: eight bytes at a time, one table look-up per identifier.
package struct WordScan: Sendable {
    /// Without duplicates, in the given order; results are indices into it.
    package let words: [String]
    /// One bit for each pair of bytes that a word starts with.
    private let starts: [UInt64]
    /// Open addressing; an index into `words` plus one, or zero.
    private let slots: [UInt32]
    private let spellings: [[UInt8]]

    /// - Parameter words: identifiers without backticks; empty ones are dropped.
    package init(_ words: some Sequence<String>) {
        var seen: Set<String> = []
        self.words = words.filter { !$0.isEmpty && seen.insert($0).inserted }
        spellings = self.words.map { Array($0.utf8) }
        var starts = [UInt64](repeating: 0, count: 65536 / 64)
        var size = 16
        while size < spellings.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (index, spelling) in spellings.enumerated() {
            // After a word of one letter anything may follow that is no part of an identifier.
            let seconds = spelling.count > 1 ? spelling[1]...spelling[1] : 0...255
            for second in seconds {
                let pair = Int(spelling[0]) | Int(second) << 8
                starts[pair >> 6] |= 1 << UInt64(pair & 63)
            }
            var slot = spelling.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index + 1)
        }
        self.starts = starts
        self.slots = slots
    }

    /// Whether any of the words occurs; stops at the first.
    package func containsAny(in text: [UInt8]) -> Bool {
        var found = false
        scan(text) { _ in
            found = true
            return false
        }
        return found
    }

    /// Indices into `words` of those that occur, ascending.
    package func matches(in text: [UInt8]) -> [Int] {
        var present = [Bool](repeating: false, count: words.count)
        scan(text) { index in
            present[index] = true
            return true
        }
        return present.indices.filter { present[$0] }
    }

    /// Calls `visit` with a word's index at each occurrence until it returns false.
    private func scan(_ text: [UInt8], visit: (Int) -> Bool) {
        guard !words.isEmpty else { return }
        text.withUnsafeBytes { bytes in
            starts.withUnsafeBufferPointer { starts in
                var index = 0
                var carry: UInt64 = 0
                while index < bytes.count {
                    let word = Self.load(bytes, at: index)
                    let mask = IdentifierMask.mask(word)
                    var begins = mask & ~(mask << 8 | carry)
                    carry = mask >> 56
                    while begins != 0 {
                        let start = index + begins.trailingZeroBitCount >> 3
                        begins &= begins &- 1
                        let next = start + 1 < bytes.count ? Int(bytes[start + 1]) : 0
                        let pair = Int(bytes[start]) | next << 8
                        guard starts[pair >> 6] & (1 << UInt64(pair & 63)) != 0 else { continue }
                        if let found = self.index(of: Self.identifier(in: bytes, at: start)), !visit(found) { return }
                    }
                    index += 8
                }
            }
        }
    }

    /// Eight bytes of the text, zeros after its end.
    @inline(__always)
    private static func load(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        if index + 8 <= bytes.count {
            return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        }
        var word: UInt64 = 0
        for offset in 0..<(bytes.count - index) { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
        return word
    }

    private static func identifier(in bytes: UnsafeRawBufferPointer, at start: Int) -> UnsafeBufferPointer<UInt8> {
        var end = start + 1
        while end < bytes.count, IdentifierMask.contains(bytes[end]) { end += 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end]).assumingMemoryBound(to: UInt8.self)
    }

    private func index(of identifier: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(identifier) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if spellings[index].count == identifier.count, spellings[index].elementsEqual(identifier) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Over the length and at most eight bytes: a wrong candidate costs one comparison.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash = UInt64(word.count)
        for offset in 0..<min(word.count, 4) { hash = (hash &* 31) &+ UInt64(word[offset]) }
        for offset in max(0, word.count - 4)..<word.count { hash = (hash &* 31) &+ UInt64(word[offset]) }
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 40)
    }
}
