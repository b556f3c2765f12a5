import Foundation
import SourceModel
import Testing

@testable import Reporting

struct AnnotationTests {
    @Test func everyGitHubCommandIsOneLineAndErrorsComeFirst() throws {
        for (_, report) in SampleReports.all {
            let text = try Rendering.text(report, .github)
            let lines = text.split(separator: "\n")
            #expect(lines.count == report.findings.count + report.files.filter { $0.problem != nil }.count)
            let levels = lines.compactMap { $0.firstMatch(of: #/^::(error|warning|notice) /#)?.output.1 }
            #expect(levels.count == lines.count)
            let ranks = levels.map { level in level == "error" ? 0 : level == "warning" ? 1 : 2 }
            #expect(ranks == ranks.sorted())
            #expect(!text.unicodeScalars.contains { $0.isControl && $0 != "\n" })
        }
    }

    @Test func propertiesAndMessagesAreEscapedDifferently() {
        #expect(GitHubReportWriter.property("a%b:c,d\ne") == "a%25b%3Ac%2Cd e")
        #expect(GitHubReportWriter.message("a%b:c,d\ne\r") == "a%25b:c,d%0Ae\\u{d}")
    }

    @Test func gitLabFingerprintsAreUniqueAndPathsPlain() throws {
        let issues = try #require(
            try Rendering.json(try Rendering.text(SampleReports.hostile, .gitlab)) as? [[String: Any]])
        let fingerprints = issues.compactMap { $0["fingerprint"] as? String }
        #expect(issues.count == SampleReports.hostile.findings.count + 1)
        #expect(Set(fingerprints).count == issues.count)
        let paths = issues.compactMap { ($0["location"] as? [String: Any])?["path"] as? String }
        #expect(paths.contains("C.swift"))
    }

    @Test func namesOnceHandedOutNeverComeBack() {
        var names = UniqueNames()
        #expect(["a", "a #2", "a", "a", "b"].map { names.unique($0) } == ["a", "a #2", "a #3", "a #4", "b"])
    }
}
