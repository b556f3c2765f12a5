import SourceModel
import Testing

@testable import Reporting

struct TextReportTests {
    @Test func theFirstLineOfAFindingIsReadByXcodeAndProblemMatchers() throws {
        let pattern = /^([^:\n]+):(\d+):(\d+): (error|warning|note): (.+) \[([a-z-]+)\]$/
        let lines = try Rendering.text(SampleReports.sample, .text).split(separator: "\n")
        let heads = lines.compactMap { $0.wholeMatch(of: pattern) }
        #expect(heads.count == SampleReports.sample.findings.count)
        #expect(heads.first?.output.1 == "Sources/App/Downloader.swift")
    }

    @Test func aHostileFindingKeepsItsLines() throws {
        let text = try Rendering.text(SampleReports.hostile, .text)
        #expect(!text.unicodeScalars.contains { $0.isTerminalControl && $0 != "\n" })
    }

    @Test func coloursCloseAndLeaveTheTextAsItIs() throws {
        var options = SampleReports.options
        options.colour = true
        let coloured = try Rendering.text(SampleReports.sample, .text, options)
        let plain = try Rendering.text(SampleReports.sample, .text)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        #expect(coloured.matches(of: /\u{1B}\[0m/).count * 2 == coloured.matches(of: /\u{1B}\[[0-9;]*m/).count)
    }

    @Test func aCleanRunSaysSo() throws {
        #expect(
            try Rendering.text(SampleReports.clean, .text) == "No blocking calls found in 1 file (1 line, 2.00 s).\n")
    }

    @Test func theSummaryCountsEverything() throws {
        let text = try Rendering.text(SampleReports.sample, .text)
        #expect(
            text.hasSuffix(
                """
                Found 2 errors, 1 warning, 1 note in 2 of 5 files (4,310 lines, 0.12 s).
                1 file could not be analysed in full.
                Not shown: 2 allowed by comments, 1 in the baseline.

                """))
    }

    @Test func aFileThatIsGoneOnlyLosesItsExcerpt() throws {
        var options = SampleReports.options
        options.sources = { _ in Array("short".utf8) }
        let text = try Rendering.text(SampleReports.sample, .text, options)
        #expect(text.contains("Sources/App/Downloader.swift:5:9: error:"))
        #expect(!text.contains("    5 |"))
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (0.125, 3, "0.125"), (1e-9, 6, "0.000000"), (-1, 3, "0.000"), (.nan, 3, "0.000"),
        (.infinity, 3, "0.000"), (12_345.6789, 3, "12345.679"), (1e300, 3, "1000000000000.000"), (7.6, 0, "8"),
    ])
    func decimalsNeverHaveAnExponent(value: Double, digits: Int, text: String) {
        #expect(Numbers.decimal(value, digits: digits) == text)
    }

    @Test(arguments: [
        (Duration.zero, "0 ms"), (.microseconds(20), "20 µs"), (.microseconds(1_250), "1.25 ms"),
        (.microseconds(290_500), "291 ms"), (.milliseconds(999), "999 ms"), (.milliseconds(1_500), "1.5 s"),
        (.seconds(86_400), "86400 s"),
    ])
    func timesHaveAUnitThatFits(time: Duration, text: String) { #expect(Numbers.time(time) == text) }

    @Test func thousandsAreGrouped() {
        #expect(
            [0, 999, 1_000, 1_234_567, -1_000].map(Numbers.grouped) == ["0", "999", "1,000", "1,234,567", "-1,000"])
    }
}
