import SwiftParsing
import Testing

/// Input that is not clean Swift text: it is read as far as possible, and what was not is named.
struct ParsedFileTests {
    @Test func cleanFilesHaveNoProblem() {
        for text in ["", "\n", "func f() {}\n", "\u{FEFF}func f() {}", "a()\r\nb()\r\n", "let ä = \"日本語 🚲\""] {
            let file = ParsedFile.parse(Array(text.utf8))
            #expect(file.problem == nil, "\(text)")
            #expect(file.tree.endPosition.utf8Offset == text.utf8.count, "\(text)")
        }
    }

    @Test func brokenCodeIsNoProblem() {
        #expect(ParsedFile.parse(Array("func f( { let = ; } }".utf8)).problem == nil)
    }

    @Test func invalidBytesKeepEveryOffset() throws {
        var bytes = Array("let a = \"x\"\nlet b = 1\n".utf8)
        bytes[9] = 0xFF
        let file = ParsedFile.parse(bytes)
        #expect(try #require(file.problem).contains("offset 9"))
        #expect(file.tree.description == "let a = \"?\"\nlet b = 1\n")
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func malformedSequencesAreReplaced(sequence: [UInt8]) {
        let file = ParsedFile.parse(Array("// ".utf8) + sequence)
        #expect(file.problem != nil)
        #expect(file.tree.description == "// " + String(repeating: "?", count: sequence.count))
    }

    @Test func binaryFilesAreSkipped() throws {
        let file = ParsedFile.parse(Array("func f() {}\n".utf8) + [0, 1, 2])
        #expect(try #require(file.problem).contains("NUL byte at offset 12"))
        #expect(file.tree.statements.isEmpty)
    }

    @Test(arguments: 0..<20) func bytesThatAreNoTextAreFoundWhereverTheyStand(offset: Int) throws {
        var text = Array(repeating: UInt8(ascii: "x"), count: 20)
        text[offset] = 0
        #expect(try #require(ParsedFile.parse(text).problem).contains("NUL byte at offset \(offset)"))
        text[offset] = 0xC0
        #expect(try #require(ParsedFile.parse(text).problem).contains("invalid UTF-8 at offset \(offset)"))
        text[offset] = 1
        #expect(ParsedFile.parse(text).problem == nil)
    }

    @Test func otherEncodingsAreNamed() throws {
        let file = ParsedFile.parse([0xFF, 0xFE, 0x66, 0x00])
        #expect(try #require(file.problem).contains("UTF-16"))
    }

    @Test func deepNestingIsReported() throws {
        let text = "func f() { " + String(repeating: "{ ", count: 300) + String(repeating: "} ", count: 301)
        #expect(try #require(ParsedFile.parse(Array(text.utf8)).problem).contains("deeper than 256"))
    }

    @Test func nestingUpToTheLimitIsNot() {
        let text = String(repeating: "(", count: 200) + "x" + String(repeating: ")", count: 200)
        #expect(ParsedFile.parse(Array(text.utf8)).problem == nil)
    }

    @Test(arguments: ["f(", "(", "a[0].b().", "@A ", "f() {", "switch a { case b: "])
    func whatStandsDozensOfTimesInARowIsReadAsSpaces(piece: String) throws {
        let start = "struct S { func f() {}\n"
        let text = start + String(repeating: piece, count: 100) + "\nfunc g() {} }\n"
        let file = ParsedFile.parse(Array(text.utf8))
        #expect(try #require(file.problem).contains("times in a row at offset \(start.utf8.count)"))
        #expect(file.tree.endPosition.utf8Offset == text.utf8.count)
        #expect(file.tree.description.contains("func g() {} }"))
    }

    @Test(arguments: [
        "enum E { " + String(repeating: "{ (", count: 60),
        "enum E {\n    // As in `func f() {`.\n",
    ])
    func whatStandsInATypeIsSeenBehindOtherBraces(start: String) {
        let text = start + String(repeating: "a[0].b().", count: 400) + "\nfunc g() {}\n}\n"
        #expect(!ParsedFile.parse(Array(text.utf8)).tree.description.contains("a[0]"))
    }

    @Test(arguments: ["0, ", "0x00, ", "nil, ", "(0, 0), ", "-", "a", "0f", "a\n", "\n", "f()\n"])
    func tablesAndOrnamentsAreLeftAlone(piece: String) {
        let text =
            "// a" + String(repeating: piece, count: 400) + "\nlet t = [" + String(repeating: "0, ", count: 4000) + "]"
        #expect(ParsedFile.parse(Array(text.utf8)).tree.description == text)
    }

    @Test(arguments: ["[", "[(", "[a<", "[ ", "[x: [", "(a) -> [", "A<b", "\"\\("])
    func whatWouldTakeForEverIsSkipped(unit: String) throws {
        // Uneven gaps, or the repetition itself would be blanked.
        let units = (0..<80).map { unit + String(repeating: " ", count: $0 * $0 % 7) }.joined()
        let text = "func f() { " + units + "x }"
        #expect(try #require(ParsedFile.parse(Array(text.utf8)).problem).contains("open at once"))
    }

    @Test func callsThatNothingClosesAreSkipped() throws {
        let text = (0..<100).map { "f\($0)(" }.joined() + "x\nfunc f() {}"
        #expect(try #require(ParsedFile.parse(Array(text.utf8)).problem).contains("64 `(` open at once"))
    }

    @Test(arguments: ["({", "do {", "{ a in f("])
    func blocksThatNothingClosesAreSkipped(unit: String) throws {
        let text = (0..<400).map { unit + String(repeating: " ", count: $0 * $0 % 7) }.joined() + "x\nfunc f() {}"
        let problem = try #require(ParsedFile.parse(Array(text.utf8)).problem)
        #expect(problem.contains("open at once"))
    }

    @Test(arguments: ["[a, ", "[1: ", "a[", "[\"a\": ", "[f("])
    func nestedLiteralsAreNotSkipped(unit: String) {
        let text = "let x = " + String(repeating: unit, count: 10) + "x"
        #expect(ParsedFile.parse(Array(text.utf8)).problem == nil)
    }
}
