import Foundation
import SourceModel
import Testing

@testable import Reporting

struct HTMLReportTests {
    /// Read as XML, in a root that the reader takes, after the few tags without an end are closed: what a strict parser
    /// takes, browsers take as it is meant.
    private static func tree(_ page: String) throws -> XMLElement {
        let body = try #require(page.range(of: "<body>"))
        let script = try #require(page.range(of: "<script>"))
        var text = "<testsuite>" + page[body.lowerBound..<script.lowerBound] + "</body></testsuite>"
        text = text.replacing(#/<input([^>]*)>/#) { "<input\($0.output.1)/>" }
        text = text.replacing(#/ (hidden|open)(?=[ >])/#) { " \($0.output.1)=\"\"" }
        return try #require(try Rendering.parsed(text).suites.first)
    }

    private static func all(_ element: XMLElement) -> [XMLElement] { [element] + element.elements.flatMap(all) }

    private static func text(_ element: XMLElement) -> String {
        element.children.map { child in
            switch child {
            case .element(let element): text(element)
            case .text(let text): text
            }
        }.joined()
    }

    private static func findings(_ page: String) throws -> [XMLElement] {
        all(try tree(page)).filter { $0.name == "article" && ($0["class"] ?? "").hasPrefix("finding") }
    }

    @Test(arguments: SampleReports.all.map(\.stem))
    func everyFindingIsACardThatNeedsNoScript(stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        let cards = try Self.findings(try Rendering.text(report, .html))
        #expect(cards.count == report.findings.count)
        for (card, finding) in zip(cards, report.findings) {
            #expect(card["data-rule"] == finding.rule.rawValue && card["data-severity"] == finding.severity.rawValue)
            #expect(card["data-verdict"] == finding.verdict?.outcome.word ?? "not-simulated")
            #expect(Self.text(card).contains(FindingProse(finding).place))
        }
    }

    @Test(arguments: SampleReports.all.map(\.stem))
    func linksLeadSomewhereAndNamesAreUnique(stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        let elements = Self.all(try Self.tree(try Rendering.text(report, .html)))
        let ids = elements.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for element in elements {
            for name in [element["href"], element["aria-labelledby"].map { "#\($0)" }] {
                guard let name, name.hasPrefix("#") else { continue }
                #expect(ids.contains(String(name.dropFirst())), "\(name)")
            }
        }
    }

    @Test func hostileTextStaysText() throws {
        let page = try Rendering.text(SampleReports.hostile, .html)
        let names = Set(Self.all(try Self.tree(page)).map(\.name))
        #expect(!names.contains("b") && !names.contains("script"))
        #expect(page.matches(of: /<script/).count == 1)
        #expect(!page.unicodeScalars.contains { $0.isTerminalControl && $0 != "\n" && $0 != "\t" })
    }

    @Test(arguments: SampleReports.all.map(\.stem))
    func thePageAsksForNothingFromOutside(stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        let page = try Rendering.text(report, .html)
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("<link"))
        let elements = Self.all(try Self.tree(page))
        #expect(elements.allSatisfy { $0["src"] == nil && $0["onclick"] == nil })
    }

    @Test func theFlaggedRangeIsMarked() throws {
        let cards = try Self.findings(try Rendering.text(SampleReports.sample, .html))
        let marks = cards.map { card in
            Self.all(card).filter { $0.name == "mark" }.map(Self.text)
        }
        #expect(
            marks == [
                ["Thread.sleep(forTimeInterval: 0.2)"], ["Config.load()"], ["gate.wait()"],
                ["manager.fileExists(atPath: \"/x\")"],
            ])
        let lines = Self.all(cards[0]).compactMap { $0["data-line"] }
        #expect(lines == ["3", "4", "5", "6", "7"])
    }

    @Test func longLinesAndLongRangesAreCut() throws {
        var report = SampleReports.sample
        let line = String(repeating: "x", count: 100_000) + "call()" + String(repeating: "y", count: 100_000)
        report.findings = [report.findings[0]]
        report.findings[0].start = SourcePosition(line: 1, column: 100_001)
        report.findings[0].end = SourcePosition(line: 1, column: 100_007)
        var options = SampleReports.options
        options.sources = { _ in Array((line + String(repeating: "\nz", count: 10_000)).utf8) }
        let wide = try Rendering.text(report, .html, options)
        #expect(wide.utf8.count < 20_000 && wide.contains("…x") && wide.contains("<mark>call()</mark>y"))
        report.findings[0].end = SourcePosition(line: 9_000, column: 2)
        #expect(try Rendering.text(report, .html, options).utf8.count < 20_000)
    }

    @Test func verdictsAreToldWithTheirFiguresAndTimelines() throws {
        let cards = try Self.findings(try Rendering.text(SampleVerdicts.report, .html))
        let first = Self.text(cards[0])
        for part in [
            "Confirmed in 128 schedules; if moved off: fixed.", "before", "after", "540 ms", "291 ms",
            "replay: unblock simulate",
        ] {
            #expect(first.contains(part), "\(part)")
        }
        #expect(Self.all(cards[0]).contains { $0.name == "svg" })
        #expect(cards.map { $0["data-stall"] } == ["250.000", "1.250", "1e300", "-1", "0.000"])
    }

    @Test func proseOfRulesIsParagraphsAndCode() throws {
        let sink = MemorySink()
        let output = BufferedOutput(sink)
        HTMLProse("One `a<b`\ntwo.\n\nThree.\n\n```swift\nlet a = 1\n\nlet b = `2`\n```\nodd ` tick\n").write(
            to: HTMLWriter(output))
        try output.finish()
        #expect(
            sink.text
                == "<p>One <code>a&lt;b</code>\ntwo.</p><p>Three.</p>"
                + "<pre tabindex=\"0\"><code>let a = 1\n\nlet b = `2`</code></pre><p>odd ` tick</p>")
    }
}
