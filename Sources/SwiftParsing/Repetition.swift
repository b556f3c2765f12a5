/// A short piece of code that stands dozens of times in a row, as in `f(f(f(f(`.
///
/// Nobody writes it, and it keeps the parser busy for seconds: swift-syntax looks from each bracket that nothing closes,
/// and inside a type's body from each piece that is no declaration, to the end of the file for a place to go on.
/// Measured: 3,400 times `a[0].b().` in 32 KB took 18 s, 534 times `(f` in 4 KB took 44 s. Tables of values repeat too,
/// with commas between balanced pieces, and so do lines; the parser reads those at once.
struct Repetition: Equatable {
    let range: Range<Int>
    /// Bytes of one piece.
    let period: Int

    private static let longestPeriod = 24
    /// Repetitions of pieces that open what they do not close.
    private static let fewestOpen = 32
    /// Repetitions of other pieces.
    private static let fewest = 64
    /// Bytes between the places that are looked at, and bytes that must be equal there before a run is measured.
    private static let window = 16

    /// Every repetition of a text, in order. O(n): a run is long enough to cover one of the sampled places.
    static func all(in text: [UInt8]) -> [Repetition] {
        text.withUnsafeBufferPointer { bytes in
            var found: [Repetition] = []
            var place = 0
            var end = 0
            while place + window + longestPeriod <= bytes.count {
                let run = self.run(through: place, bytes, after: end)
                if let run {
                    end = run.range.upperBound
                    if run.isHazard(bytes) { found.append(run) }
                }
                place = max(place + window, end)
            }
            return found
        }
    }

    /// The longest stretch around a place that repeats with the shortest period, however short it is.
    private static func run(
        through place: Int, _ bytes: UnsafeBufferPointer<UInt8>, after floor: Int
    ) -> Repetition? {
        for period in 1...longestPeriod {
            guard (place..<place + window).allSatisfy({ bytes[$0] == bytes[$0 + period] }) else { continue }
            var start = place
            while start > floor, bytes[start - 1] == bytes[start - 1 + period] { start -= 1 }
            var end = place + window + period
            while end < bytes.count, bytes[end] == bytes[end - period] { end += 1 }
            return Repetition(range: start..<end, period: period)
        }
        return nil
    }

    private func isHazard(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = range.count / period
        guard count >= Self.fewestOpen else { return false }
        let piece = bytes[range.prefix(period)]
        if let bracket = Self.unclosedBracket(in: piece) {
            return Self.unclosed(bracket, in: bytes[range.lowerBound...]) >= Self.fewestOpen / 2
        }
        guard count >= Self.fewest, Self.isSeveralWords(piece) else { return false }
        // What attributes belong to is looked for from each of them, anywhere.
        return piece.contains(UInt8(ascii: "@")) || !isInFunction(bytes)
    }

    /// Whether the innermost open brace before the run opens something other than a type, by the words before it:
    /// there the parser reads on and looks for nothing.
    private func isInFunction(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let brace = innermostBrace(bytes) else { return false }
        let separators: Set<UInt8> = [0x0A, UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}")]
        let header = bytes[..<brace].reversed().prefix { !separators.contains($0) }.reversed()
        let words = String(decoding: header, as: UTF8.self).split { !$0.isLetter }
        return !words.contains { ["class", "struct", "enum", "actor", "protocol", "extension"].contains($0) }
    }

    /// The last brace before the run that is still open there, leaving out what comments of one line hold. O(n).
    private func innermostBrace(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let slash = UInt8(ascii: "/")
        var open: [Int] = []
        var isComment = false
        for index in 0..<range.lowerBound {
            switch bytes[index] {
            case UInt8(ascii: "\n"): isComment = false
            case slash where index > 0 && bytes[index - 1] == slash: isComment = true
            case UInt8(ascii: "{") where !isComment: open.append(index)
            case UInt8(ascii: "}") where !isComment: _ = open.popLast()
            default: break
            }
        }
        return open.last
    }

    /// An opening bracket that a piece has more of than of its counterpart.
    private static func unclosedBracket(in piece: Slice<UnsafeBufferPointer<UInt8>>) -> Bracket? {
        Bracket.all.first { unclosed($0, in: piece) > 0 }
    }

    private static func unclosed(_ bracket: Bracket, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        bytes.reduce(0) { $1 == bracket.open ? $0 + 1 : $1 == bracket.close ? $0 - 1 : $0 }
    }

    /// Whether a piece is more than space, one long word, an ornament in a comment, a line, or an element of a table.
    private static func isSeveralWords(_ piece: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var hasLetter = false
        var hasSeparator = false
        for byte in piece {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\n"): return false
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): hasLetter = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: break
            default: hasSeparator = true
            }
        }
        return hasLetter && hasSeparator
    }

    private struct Bracket {
        let open, close: UInt8

        static let all = [
            Bracket(open: UInt8(ascii: "("), close: UInt8(ascii: ")")),
            Bracket(open: UInt8(ascii: "["), close: UInt8(ascii: "]")),
            Bracket(open: UInt8(ascii: "{"), close: UInt8(ascii: "}")),
        ]
    }
}
