/// Marks the bytes of identifiers in eight bytes of source text at once.
///
/// A byte counts when it is an ASCII letter, digit or underscore, or part of a non-ASCII character.
enum IdentifierMask {
    /// The high bit of every byte that belongs to an identifier; the first byte of the text is the lowest.
    @inline(__always)
    static func mask(_ word: UInt64) -> UInt64 {
        let low = word & repeating(0x7F)
        // Adding to seven-bit values carries into the high bit when the value is at least the bound, never further.
        let letters = low | repeating(0x20)
        let isLetter = (letters &+ repeating(0x80 - 0x61)) & ~(letters &+ repeating(0x80 - 0x7B))
        let isDigit = (low &+ repeating(0x80 - 0x30)) & ~(low &+ repeating(0x80 - 0x3A))
        let isUnderscore = ~((low ^ repeating(0x5F)) &+ repeating(0x7F))
        return (isLetter | isDigit | isUnderscore | word) & repeating(0x80)
    }

    /// As `mask`, for one byte.
    @inline(__always)
    static func contains(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F || byte >= 0x80
    }

    @inline(__always)
    private static func repeating(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
