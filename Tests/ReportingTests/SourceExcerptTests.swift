import Testing

@testable import Reporting

struct SourceExcerptTests {
    private func marks(_ line: String, _ code: String, maxWidth: Int = 100) throws -> (text: String, marks: String) {
        let range = try #require(line.firstRange(of: code))
        let start = line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1
        let excerpt = SourceExcerpt(
            line: Array(line.utf8), start: start, end: start + code.utf8.count, maxWidth: maxWidth)
        return (
            excerpt.text, String(repeating: " ", count: excerpt.indent) + String(repeating: "^", count: excerpt.width)
        )
    }

    @Test func anASCIICallIsUnderlinedInFull() throws {
        let (text, marks) = try marks("    sleep(1)\r\n", "sleep(1)")
        #expect(text == "    sleep(1)")
        #expect(marks == "    ^^^^^^^^")
    }

    @Test func tabsGoToTheNextStop() throws {
        let (text, marks) = try marks("\ta\tsleep(1)", "sleep")
        #expect(text == "    a   sleep(1)")
        #expect(marks == "        ^^^^^")
    }

    @Test(arguments: [
        ("日本 x", 5), ("👍 x", 3), ("👩‍👩‍👧‍👦 x", 3), ("🇩🇪 x", 3), ("❤️ x", 3), ("e\u{301} x", 2), ("한글 x", 5), ("ｘ x", 3),
        ("\u{FEFF} x", 1),
    ])
    func caretsCountCells(line: String, cells: Int) throws {
        #expect(try marks(line, "x").marks == String(repeating: " ", count: cells) + "^")
    }

    @Test func controlCharactersAreVisibleAndCounted() throws {
        let (text, marks) = try marks("a\u{1B}[31m b", "b")
        #expect(text == "a\\u{1b}[31m b")
        #expect(marks == "            ^")
    }

    @Test func brokenBytesDoNotMoveTheCaret() {
        let excerpt = SourceExcerpt(line: [0xFF, 0x80, 0x78, 0x79], start: 3, end: 4, maxWidth: 80)
        #expect(excerpt.text == "\u{FFFD}\u{FFFD}xy")
        #expect(excerpt.indent == 2)
        #expect(excerpt.width == 1)
    }

    @Test func aCallOverSeveralLinesIsUnderlinedToTheEndOfTheFirst() {
        let excerpt = SourceExcerpt(line: Array("f(a,  \n".utf8), start: 1, end: nil, maxWidth: 80)
        #expect(excerpt.text == "f(a,")
        #expect(excerpt.width == 4)
    }

    @Test func placesOutsideTheLineMarkItsEnd() {
        for (start, end) in [(9, 12), (3, 1), (0, 0), (-5, 99), (Int.max, Int.max)] {
            let excerpt = SourceExcerpt(line: Array("ab".utf8), start: start, end: end, maxWidth: 80)
            #expect(excerpt.indent <= 2 && excerpt.width >= 1 && excerpt.width <= 2)
        }
        #expect(SourceExcerpt(line: [], start: 1, end: 1, maxWidth: 80).width == 1)
    }

    @Test(arguments: [0, 10, 50, 95, 150, 188])
    func longLinesAreCutAroundTheFinding(position: Int) throws {
        let line = String(repeating: "a", count: position) + "CALL()" + String(repeating: "日", count: 200 - position)
        let (text, marks) = try marks(line, "CALL()", maxWidth: 60)
        #expect(CellWidth.of(text) <= 60)
        let marked = Array(text).indices.filter { marks.count > $0 && Array(marks)[$0] == "^" }.map { Array(text)[$0] }
        #expect(String(marked) == "CALL()")
        #expect(text.contains("…"))
    }

    @Test func aCallWiderThanTheTerminalIsCutToo() throws {
        let call = String(repeating: "x", count: 500)
        let (text, marks) = try marks("    " + call, call, maxWidth: 60)
        #expect(CellWidth.of(text) <= 60)
        #expect(marks.count <= 60)
    }
}
