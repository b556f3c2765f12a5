import Analysis
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

struct AllowTests {
    private func report(
        _ text: String, path: String = "Sources/App/A.swift", configuration: String = "",
        options: AnalysisOptions = .init()
    ) async throws -> Report {
        var files = [Fixture.File(path: path, text: text)]
        if !configuration.isEmpty {
            files.append(Fixture.File(path: ".unblock.yml", text: configuration))
        }
        return try await analyze(Fixture(name: "allow", files: files), options: options).report
    }

    private func rules(_ report: Report) -> [String] { report.findings.map(\.rule.rawValue) }

    @Test func aCommentHidesItsOwnLine() async throws {
        let report = try await report(Example.sleeping(comment: " // unblock:allow sleep-in-async - start-up"))
        #expect(report.findings.isEmpty)
        #expect(report.summary.allowed == 1)
    }

    @Test func aCommentOfItsOwnHidesTheNextLineOfCode() async throws {
        let text = """
            import Foundation
            func f() async {
                // unblock:allow sleep-in-async - start-up
                // It must be so.
                Thread.sleep(forTimeInterval: 1)
                Thread.sleep(forTimeInterval: 2)
            }
            """
        let report = try await report(text)
        #expect(report.findings.map(\.start.line) == [6])
    }

    @Test func aFileMayBeAllowedAsAWhole() async throws {
        let report = try await report("// unblock:allow-file sleep-in-async - a demo\n" + Example.sleeping())
        #expect(report.findings.isEmpty)
    }

    @Test func aCommentThatHidesNothingIsTold() async throws {
        let report = try await report("// unblock:allow sleep-in-async - old\nlet a = 1\n")
        #expect(rules(report) == ["stale-allow"])
        #expect(report.findings.first?.start == SourcePosition(line: 1, column: 1))
        #expect(report.findings.first?.severity == .note)
    }

    @Test func aRuleThatDoesNotExistIsTold() async throws {
        let report = try await report("// unblock:allow sleep-in-asinc - typo\nlet a = 1\n")
        #expect(report.findings.first?.message.contains("no rule `sleep-in-asinc`") == true)
        #expect(report.findings.first?.advice.contains("sleep-in-async") == true)
    }

    @Test func aMalformedCommentIsTold() async throws {
        let report = try await report("// unblock:alow sleep-in-async - typo\nlet a = 1\n")
        #expect(rules(report) == ["stale-allow"])
    }

    @Test func aStaleCommentMayBeKeptOnPurpose() async throws {
        let text = "// unblock:allow sleep-in-async, stale-allow - needed on another platform\nlet a = 1\n"
        #expect(try await rules(report(text)) == [])
    }

    @Test func commentsForRulesThatAreOffAreNotStale() async throws {
        let text = Example.sleeping(comment: " // unblock:allow sleep-in-async - start-up")
        #expect(try await rules(report(text, configuration: "rules:\n  sleep-in-async: off\n")) == [])
    }

    @Test func aRunOfSomeRulesCallsNoCommentStale() async throws {
        let text = Example.sleeping(comment: " // unblock:allow sleep-in-async - start-up")
        #expect(try await rules(report(text, options: .init(rules: ["file-io-in-async"]))) == [])
        let both: Set<RuleID> = ["stale-allow", "file-io-in-async"]
        #expect(try await rules(report(text, options: .init(rules: both))) == [])
    }
}
