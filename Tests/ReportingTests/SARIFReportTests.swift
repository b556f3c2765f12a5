import Foundation
import SourceModel
import Testing

@testable import Reporting

struct SARIFReportTests {
    private func run(_ report: Report, _ options: ReportOptions = SampleReports.options) throws -> [String: Any] {
        let root = try #require(try Rendering.json(try Rendering.text(report, .sarif, options)) as? [String: Any])
        return try #require((root["runs"] as? [[String: Any]])?.first)
    }

    /// From the tests of GitHub's own implementation: the numbers must be the same.
    @Test(arguments: [
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (
            " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
            [
                "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
            ]
        ),
        (
            "alpha\rbeta\ralpha\r",
            ["8d07ce75f7b3af45:1", "ca140c3f893ffa65:1", "26f09ff008857193:1", "c129715d7a2bc9a3:1"]
        ),
    ])
    func lineHashesAreThoseOfGitHub(text: String, hashes: [String]) {
        let lines = LineHashes(Array(text.utf8))
        #expect((1...hashes.count).map { lines[$0] } == hashes)
        #expect(lines[hashes.count + 1] == nil && lines[0] == nil)
    }

    @Test func equalLinesGetOrdinals() {
        let lines = LineHashes(Array(String(repeating: "x\n", count: 200).utf8))
        #expect(lines[1]?.hasSuffix(":1") == true)
        #expect(lines[2]?.hasSuffix(":2") == true)
    }

    @Test func columnsAreUTF16() throws {
        let results = try #require(try run(SampleReports.sample)["results"] as? [[String: Any]])
        let result = try #require(results.first { $0["ruleId"] as? String == "future-wait-in-async" })
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        let region = try #require(location?["region"] as? [String: Any])
        let line = try #require(
            String(decoding: SampleSources.text["Sources/App/Wide.swift"] ?? [], as: UTF8.self).split(separator: "\r\n")
                .dropFirst(2).first)
        let before = try #require(line.firstRange(of: "gate.wait()")).lowerBound
        #expect(region["startColumn"] as? Int == line.utf16.distance(from: line.startIndex, to: before) + 1)
    }

    @Test func unreadableFilesMakeTheRunUnsuccessful() throws {
        let invocation = try #require((try run(SampleReports.sample)["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
        let clean = try #require((try run(SampleReports.clean)["invocations"] as? [[String: Any]])?.first)
        #expect(clean["executionSuccessful"] as? Bool == true)
    }

    @Test func moreThanGitHubTakesKeepsTheMostSevere() throws {
        let sample = SampleReports.sample.findings[0]
        let findings = (0..<25_010).map { index in
            var finding = sample
            finding.severity = index < 25_000 ? .note : .error
            finding.start = SourcePosition(line: index + 1, column: 1)
            finding.end = finding.start
            return finding
        }
        let report = SampleReports.report(findings, [], lines: 1, seconds: 0)
        let run = try run(report)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 25_000)
        #expect(results.filter { $0["level"] as? String == "error" }.count == 10)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
        #expect((notes.first?["message"] as? [String: Any])?["text"] as? String == "10 findings left out.")
        #expect(ReportLimits.warnings(.sarif, report, bytes: 0).count == 1)
    }

    @Test(arguments: [
        ("Sources/A.swift", "Sources/A.swift"), ("./A b#?%.swift", "A%20b%23%3F%25.swift"),
        ("a:b.swift", "a%3Ab.swift"),
        ("Fünf/日.swift", "F%C3%BCnf/%E6%97%A5.swift"), ("/tmp/A B.swift", "file:///tmp/A%20B.swift"),
        ("\\x\"<>", "%5Cx%22%3C%3E"), (".//A.swift", "A.swift"),
    ])
    func pathsBecomeURIs(path: String, uri: String) { #expect(ReportPaths.uri(path) == uri) }
}
