/// One way to break a text.
enum Mutation: CaseIterable {
    case cut, splice, flipBytes, repeatLines, deleteBrackets, swapLines, insertWord, nest

    /// No input grows beyond this, however often its lines are repeated.
    /// Junk that fills a type's body costs the parser quadratic time: 130 KB of it keep it busy for over 20 s.
    static let longest = 32 << 10

    func apply(to text: inout [UInt8], _ sources: Sources, _ random: inout SplitMix) {
        guard !text.isEmpty else { return }
        switch self {
        case .cut:
            let (start, end) = Self.ordered(random.below(text.count), random.below(text.count))
            // What is left is the beginning, the end, or both with a hole between them.
            switch random.below(3) {
            case 0: text.removeSubrange(start..<text.count)
            case 1: text.removeSubrange(0..<end)
            default: text.removeSubrange(start..<end)
            }
        case .splice:
            let other = sources.texts[random.below(sources.texts.count)]
            text.removeSubrange(random.below(text.count)..<text.count)
            text += other[random.below(other.count)...]
        case .flipBytes:
            for _ in 0...random.below(12) { text[random.below(text.count)] ^= UInt8(1 << random.below(8)) }
        case .repeatLines:
            let lines = Self.lines(text, &random)
            let copy = Array(text[lines])
            for _ in 0...random.below(40) where text.count < Self.longest {
                text.insert(contentsOf: copy, at: lines.upperBound)
            }
        case .deleteBrackets:
            let brackets = Set("(){}[]<>\"".utf8)
            let chance = 2 + random.below(40)
            text = text.filter { !brackets.contains($0) || random.below(chance) > 0 }
        case .swapLines:
            let lines = Self.lines(text, &random)
            let moved = Array(text[lines])
            text.removeSubrange(lines)
            text.insert(contentsOf: moved, at: random.below(text.count + 1))
        case .insertWord:
            for _ in 0...random.below(6) {
                let word = Self.words[random.below(Self.words.count)]
                text.insert(contentsOf: word.utf8, at: random.below(text.count + 1))
            }
        case .nest:
            let opening = Self.openings[random.below(Self.openings.count)]
            let deepest = random.below(4) == 0 ? 4000 : 300
            let depth = 1 + random.below(deepest)
            let run = [[UInt8]](repeating: Array(opening.utf8), count: depth).flatMap { $0 }
            text.insert(contentsOf: run, at: random.below(text.count + 1))
        }
    }

    private static let words = [
        " await ", " async ", "async let x = ", " try! ", " #if os(Linux)\n", "\n#endif\n", "\"\"\"", "\\(", "/*", "*/",
        "// unblock:allow ", "// unblock:blocking\n", "extension ", "typealias A = A\n", "class A: A {}\n", "protocol ",
        "{ $0 }", "@MainActor ", "Thread.sleep(", "DispatchSemaphore(value: 0).wait()", "self.", ".init(", "??", "!",
        "case .", "where ", "\u{0}", "\u{FEFF}", "é", "`", "#\"", "some ", "any ", "let a = a\n", "defer {", "repeat {",
    ]
    private static let openings = [
        "(", "[", "{", "<", "((", "{ (", "f(", "a.", "!", "-", "a + ", "if a { ", "#if A\n", "\"\\(", "[[", "() -> ",
        "A<", "a ? b : ", "{ a in ", "struct A { ", "func f() { ", "x = ", "await ", "try ", "@A ", "case .a(",
        "else if a {} ",
        "a?.", "a[0].b().", "switch a { case b: ", "do { } catch ", "& ", "\\.a.", "/* ", "let a = ",
    ]

    private static func ordered(_ left: Int, _ right: Int) -> (Int, Int) {
        left < right ? (left, right) : (right, left)
    }

    /// A few whole lines.
    private static func lines(_ text: [UInt8], _ random: inout SplitMix) -> Range<Int> {
        var start = random.below(text.count)
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        var end = start
        for _ in 0...random.below(12) {
            while end < text.count, text[end] != 0x0A { end += 1 }
            end = min(end + 1, text.count)
        }
        return start..<end
    }
}
