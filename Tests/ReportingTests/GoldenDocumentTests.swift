import Foundation
import SourceModel
import Testing

@testable import Reporting

/// Reports byte for byte. `UPDATE_GOLDEN=1 swift test` writes them anew; the difference is for the reviewer.
struct GoldenDocumentTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private struct Document: CustomStringConvertible {
        let suffix: String
        let format: ReportFormat
        var profile = JUnitProfile.extended
        var colour = false
        var description: String { suffix }
    }

    private static let documents = [
        Document(suffix: "txt", format: .text), Document(suffix: "ansi.txt", format: .text, colour: true),
        Document(suffix: "json", format: .json), Document(suffix: "jsonl", format: .jsonl),
        Document(suffix: "sarif", format: .sarif), Document(suffix: "extended.xml", format: .junit),
        Document(suffix: "strict.xml", format: .junit, profile: .strict),
        Document(suffix: "github.txt", format: .github),
        Document(suffix: "gitlab.json", format: .gitlab), Document(suffix: "checkstyle.xml", format: .checkstyle),
        Document(suffix: "html", format: .html),
    ]

    @Test func everyFormatHasAGoldenDocument() {
        #expect(Set(Self.documents.map(\.format)) == Set(ReportFormat.allCases))
    }

    @Test(arguments: SampleReports.all.map(\.stem))
    func documentsAreByteForByteAsReviewed(stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        for document in Self.documents {
            var options = SampleReports.options
            options.junitProfile = document.profile
            options.colour = document.colour
            let text = try Rendering.text(report, document.format, options)
            let file = Self.folder.appending(path: "\(stem).\(document.suffix)")
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try Data(text.utf8).write(to: file)
            }
            let golden = try Data(contentsOf: file)
            #expect(
                Data(text.utf8) == golden, "\(stem).\(document.suffix) differs: run with UPDATE_GOLDEN=1 and review")
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func reproducibleReportsHoldNoTimes(format: ReportFormat) throws {
        var (first, second) = (SampleReports.sample, SampleReports.sample)
        first.summary.seconds = 1
        second.summary.seconds = 2
        second.findings.reverse()
        second.files.reverse()
        var (early, late) = (SampleReports.options, SampleReports.options)
        (early.reproducible, late.reproducible) = (true, true)
        late.timestamp = "2030-01-01T00:00:00"
        #expect(try Rendering.text(first, format, early) == Rendering.text(second, format, late))
    }
}
