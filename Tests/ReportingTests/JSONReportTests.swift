import Foundation
import SourceModel
import Testing

@testable import Reporting

struct JSONReportTests {
    @Test(arguments: SampleReports.all.map(\.stem))
    func stringsSurviveTheRoundTrip(stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        let root = try #require(try Rendering.json(try Rendering.text(report, .json)) as? [String: Any])
        let findings = try #require(root["findings"] as? [[String: Any]])
        let expected = report.findings
        #expect(root["schema"] as? Int == 1)
        #expect((root["summary"] as? [String: Any])?["findings"] as? Int == expected.count)
        #expect(findings.count == expected.count)
        for (read, finding) in zip(findings, expected) {
            // Compared by scalar: String's == takes canonically equal texts for the same.
            let message = try #require(read["message"] as? String)
            let difference = Array(message.unicodeScalars).difference(from: Array(finding.message.unicodeScalars))
            #expect(difference.isEmpty)
            #expect(read["file"] as? String == finding.file)
            #expect(read["column"] as? Int == finding.start.column)
            #expect((read["fixes"] as? [Any])?.isEmpty == true)
            #expect((read["path"] as? [Any])?.count == finding.path.count)
        }
    }

    @Test func everyLineOfJSONLinesIsTheFindingOfTheReport() throws {
        let report = SampleReports.hostile
        let lines = try Rendering.text(report, .jsonl).split(separator: "\n", omittingEmptySubsequences: true)
        #expect(lines.count == report.findings.count)
        let root = try #require(try Rendering.json(try Rendering.text(report, .json)) as? NSDictionary)
        #expect(
            try lines.map { try Rendering.json(String($0)) as? NSDictionary } == root["findings"] as? [NSDictionary])
    }

    @Test func keysComeInTheOrderOfTheContract() throws {
        let text = try Rendering.text(SampleReports.sample, .jsonl)
        let keys = text.prefix { $0 != "\n" }.matches(of: #/"([A-Za-z]+)": /#).map { String($0.output.1) }
        #expect(
            keys == [
                "rule", "severity", "confidence", "file", "line", "column", "endLine", "endColumn", "message", "callee",
                "context", "kind", "symbol", "line", "executor", "path", "symbol", "file", "line", "column", "fixes",
                "fingerprint",
            ])
    }

    @Test func nothingThatEndsALineIsLeftInAString() {
        let quoted = JSONWriter.quoted("\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{2029}\"\\")
        #expect(quoted == #""\u0000\u001f\u007f\u0085\u2028\u2029\"\\""#)
    }
}
