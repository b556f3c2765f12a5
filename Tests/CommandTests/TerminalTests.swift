import Testing

@testable import unblock

/// What the terminal shows, without a terminal.
@Suite struct TerminalTests {
    @Test func aQuickRunShowsNoBar() {
        let drawn = Recorder()
        let bar = ProgressBar(delay: .seconds(3600)) { drawn.add($0) }
        bar.update(done: 1, total: 2)
        bar.finish()
        #expect(drawn.texts.isEmpty)
    }

    @Test func aLongRunShowsABarAndErasesIt() {
        let drawn = Recorder()
        let bar = ProgressBar(delay: .zero, pause: .zero) { drawn.add($0) }
        bar.update(done: 1, total: 4)
        bar.update(done: 2, total: 4)
        bar.finish()
        bar.update(done: 3, total: 4)
        #expect(drawn.texts.count == 3)
        #expect(drawn.texts.first?.contains("1/4") == true)
        #expect(drawn.texts.last == "\r\u{1B}[2K")
    }

    @Test(arguments: [(0, 0), (5, 4), (-1, 4), (4, 4)])
    func theBarIsAlwaysAsWide(_ done: Int, _ total: Int) {
        let cells = ProgressBar.line(done: done, total: total).count { $0 == "█" || $0 == "░" }
        #expect(cells == 24)
    }

    @Test func pagesAreColouredOnlyWhenAsked() {
        let markdown = "Some `code`.\n\n```swift\nlet a = 1\n```\n"
        #expect(TerminalPage(colored: false).markdown(markdown) == "Some `code`.\n\n    let a = 1\n")
        #expect(TerminalPage(colored: true).markdown(markdown).contains("\u{1B}[36m"))
    }

    @Test func timestampsAreInUTC() {
        #expect(Clock.timestamp(secondsSince1970: 0) == "1970-01-01T00:00:00")
        #expect(Clock.timestamp(secondsSince1970: 1_709_210_096) == "2024-02-29T12:34:56")
    }

    @Test func jsonTextIsEscaped() {
        #expect(JSONText.quoted("a\"b\\c\nd\u{1}") == "\"a\\\"b\\\\c\\nd\\u0001\"")
    }
}
