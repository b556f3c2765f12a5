import SourceModel
import Testing

@testable import Reporting

struct JUnitReportTests {
    private static let thresholds: [Severity?] = [.note, .warning, .error, nil]

    @Test(arguments: JUnitProfile.allCases, SampleReports.all.map(\.stem))
    func reportsHoldWhatReadersDemand(profile: JUnitProfile, stem: String) throws {
        let report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        for threshold in Self.thresholds {
            let text = try Rendering.junit(report, profile, failOn: threshold)
            #expect(try JUnitValidator.problems(in: Array(text.utf8), named: "\(stem).xml") == [])
        }
    }

    @Test(arguments: SampleReports.all.map(\.stem), JUnitProfile.allCases)
    func redAgreesWithTheExitStatus(stem: String, profile: JUnitProfile) throws {
        var report = try #require(SampleReports.all.first { $0.stem == stem }?.report)
        for hasProblems in [true, false] {
            if !hasProblems { for index in report.files.indices { report.files[index].problem = nil } }
            for threshold in Self.thresholds {
                let results = try Rendering.cases(try Rendering.junit(report, profile, failOn: threshold)).flatMap(
                    \.elements)
                let isRed = results.contains { ["failure", "error"].contains($0.name) }
                #expect(isRed == (report.exitStatus(failOn: threshold) == 1))
            }
        }
    }

    @Test func everyFindingIsACaseAndEveryCleanFileToo() throws {
        let report = SampleReports.sample
        let cases = try Rendering.cases(try Rendering.junit(report))
        #expect(cases.count == report.findings.count + 3)
        let failures = cases.filter { $0.elements.first?.name == "failure" }
        #expect(failures.count == 3)
        #expect(cases.filter { $0.elements.first?.name == "system-out" }.count == 1)
        #expect(cases.filter { $0.elements.first?.name == "error" }.count == 1)
        #expect(cases.allSatisfy { $0["file"] != nil && $0["line"] != nil })
        let text = try #require(failures.first { $0["line"] == "6" }?.elements.first)
        #expect(
            text.children.contains {
                if case .text(let text) = $0 { text.contains("note: `Config.load()` calls") } else { false }
            })
        #expect(
            text.children.contains {
                if case .text(let text) = $0 { text.contains("help: move the read") } else { false }
            })
    }

    @Test func strictReportsHoldNothingThatThePublicSchemasForbid() throws {
        let text = try Rendering.junit(SampleReports.sample, .strict)
        let document = try Rendering.parsed(text)
        #expect(document.root?.attributes == [])
        for suite in document.suites {
            #expect(suite.elements.first?.name == "properties")
            #expect(suite.elements.suffix(2).map(\.name) == ["system-out", "system-err"])
            #expect(suite["timestamp"] == "2026-01-31T23:59:59")
        }
        #expect(!text.contains(" line=\"") && !text.contains(" file=\""))
        #expect(text.contains("file-metadata-in-async]"), "a finding that does not fail is still told")
    }

    @Test func aRunWithoutFilesIsStillAReport() throws {
        let report = SampleReports.report([], [], lines: 0, seconds: 0)
        for profile in JUnitProfile.allCases {
            let text = try Rendering.junit(report, profile)
            #expect(try Rendering.cases(text).count == 1)
            #expect(try JUnitValidator.problems(in: Array(text.utf8), named: "empty.xml") == [])
        }
    }

    @Test func everyForbiddenCharacterIsVisibleAfterParsing() throws {
        let text = try Rendering.junit(SampleReports.hostile)
        let failure = try #require(try Rendering.cases(text).flatMap(\.elements).first { $0.name == "failure" })
        let message = try #require(failure["message"])
        for escape in ["\\u{0}", "\\u{1b}", "\\u{7f}", "\\u{9f}", "]]>", "<b a=\"x\">&amp;</b>"] {
            #expect(message.contains(escape))
        }
        #expect(text.contains("\\u{fffe}") && text.contains("\\u{ffff}"))
        #expect(!text.contains("]]>"))
        #expect(!text.unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\t" })
    }

    @Test func historySurvivesMovedLines() throws {
        var moved = SampleReports.sample
        for index in moved.findings.indices {
            let start = moved.findings[index].start
            moved.findings[index].start = SourcePosition(line: start.line + 40, column: start.column)
        }
        func names(_ report: Report) throws -> [String?] {
            try Rendering.cases(try Rendering.junit(report)).map { $0["name"] }
        }
        #expect(try names(moved) == names(SampleReports.sample))
    }

    @Test func timestampsOfAnyOtherFormAreNotPassedOn() {
        for (given, written) in [
            ("2026-01-31T23:59:59Z", "2026-01-31T23:59:59"), ("2026-01-31T23:59:59.5+02:00", "2026-01-31T23:59:59"),
            ("yesterday", "1970-01-01T00:00:00"), ("", "1970-01-01T00:00:00"),
        ] {
            #expect(JUnitNames.timestamp(ReportOptions(timestamp: given)) == written)
        }
    }
}
