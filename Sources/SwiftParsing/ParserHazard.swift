/// Text that would keep the parser busy, or its memory growing, beyond any use.
///
/// swift-syntax decides by looking ahead, again at each level of nesting, whether `[` opens a type, whether `<` opens
/// generic arguments, and where an interpolation or a call ends. Measured: time doubles with every `[` directly inside
/// another one; a thousand open `<` cost half a second; 300 open `\(` on one line cost 900 MB; a thousand calls or
/// blocks that nothing closes cost minutes. Code that people write stays far below these limits, which are checked in one pass
/// before parsing.
struct ParserHazard: Equatable {
    /// What there is too much of: `[`.
    let text: String
    let limit: Int
    /// Of the first that is one too many.
    let offset: Int

    private static let brackets = 12
    private static let angles = 64
    private static let interpolations = 48
    /// Open at one place, and never closed in the whole file.
    private static let parentheses = 64
    /// Never closed in the whole file: closures in calls, `({ ({`, or `do {` after `do {`. String literals count, and
    /// leave 12 open at most in the tests of swift-syntax and GRDB.
    private static let braces = 128

    /// The first hazard of a text. O(n).
    static func first(in text: [UInt8]) -> ParserHazard? {
        text.withUnsafeBufferPointer { bytes in
            countedBytes.withUnsafeBufferPointer { counted in
                var scan = Scan()
                for index in bytes.indices where counted[Int(bytes[index])] {
                    if let found = scan.step(bytes, index) { return found }
                }
                return scan.unclosedCalls ?? scan.unclosedBlocks
            }
        }
    }

    /// For each byte whether `Scan` does anything with it: few bytes of a text are such.
    private static let countedBytes: [Bool] = {
        let counted = Set("[]<>();{},\"=\n\r".utf8)
        return (0...UInt8.max).map { counted.contains($0) }
    }()

    /// What is open at one place of the text.
    private struct Scan {
        var brackets = 0
        var angles = 0
        var interpolations = 0
        var parentheses = 0
        /// Opened so far and not closed, strings and comments included.
        var excess = 0
        var firstTooDeep: Int?
        /// As `excess`, of braces.
        var excessOfBraces = 0
        var firstBraceTooMany: Int?

        /// Nested parentheses are harmless as long as they are closed.
        var unclosedCalls: ParserHazard? {
            guard let firstTooDeep, excess > ParserHazard.parentheses else { return nil }
            return ParserHazard(text: "(", limit: ParserHazard.parentheses, offset: firstTooDeep)
        }

        /// Blocks that are closed nest as deep as the parser lets them.
        var unclosedBlocks: ParserHazard? {
            guard let firstBraceTooMany, excessOfBraces > ParserHazard.braces else { return nil }
            return ParserHazard(text: "{", limit: ParserHazard.braces, offset: firstBraceTooMany)
        }

        mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> ParserHazard? {
            switch bytes[index] {
            case UInt8(ascii: "["):
                brackets += 1
                if brackets > ParserHazard.brackets {
                    return ParserHazard(text: "[", limit: ParserHazard.brackets, offset: index)
                }
            case UInt8(ascii: "]"): brackets = max(0, brackets - 1)
            case UInt8(ascii: "<"):
                guard opensGenericArguments(bytes, index) else { break }
                angles += 1
                if angles > ParserHazard.angles {
                    return ParserHazard(text: "<", limit: ParserHazard.angles, offset: index)
                }
            case UInt8(ascii: ">"): angles = max(0, angles - 1)
            case UInt8(ascii: "("):
                excess += 1
                parentheses += 1
                if parentheses > ParserHazard.parentheses, firstTooDeep == nil { firstTooDeep = index }
                guard index > 0, bytes[index - 1] == UInt8(ascii: "\\") else { break }
                interpolations += 1
                if interpolations > ParserHazard.interpolations {
                    return ParserHazard(text: "\\(", limit: ParserHazard.interpolations, offset: index)
                }
            case UInt8(ascii: ")"):
                excess -= 1
                parentheses = max(0, parentheses - 1)
                interpolations = max(0, interpolations - 1)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                angles = 0
                interpolations = 0
            case UInt8(ascii: "{"):
                startOver()
                excessOfBraces += 1
                if excessOfBraces > ParserHazard.braces, firstBraceTooMany == nil { firstBraceTooMany = index }
            case UInt8(ascii: "}"):
                startOver()
                excessOfBraces -= 1
            case UInt8(ascii: ";"): startOver()
            case UInt8(ascii: "\""):
                brackets = 0
                parentheses = 0
            case UInt8(ascii: ","), UInt8(ascii: "="): brackets = 0
            default: break
            }
            return nil
        }

        /// What follows is a statement of its own.
        private mutating func startOver() {
            brackets = 0
            angles = 0
            parentheses = 0
        }

        /// `name<T`, and not a comparison or a shift.
        private func opensGenericArguments(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
            guard index > 0, index + 1 < bytes.count else { return false }
            let before = bytes[index - 1]
            let after = bytes[index + 1]
            let spaces: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "<"), UInt8(ascii: "=")]
            return !spaces.contains(before) && !spaces.contains(after)
        }
    }
}
