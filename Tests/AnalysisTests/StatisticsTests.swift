import Analysis
import SourceModel
import Testing

struct StatisticsTests {
    @Test func rowsAreSortedByCountThenName() {
        let findings = [
            Example.finding(rule: "b"), Example.finding(rule: "a"), Example.finding(rule: "c"),
            Example.finding(rule: "c"),
        ]
        let report = Report(
            tool: .init(name: "unblock", version: "1"), summary: .init(files: 2, lines: 30, seconds: 0),
            findings: findings,
            files: [AnalyzedFile(path: "a", lines: 30), AnalyzedFile(path: "b", lines: 0, problem: "gone")], rules: [])
        let statistics = RunStatistics(report, phases: [.init(phase: .parse, seconds: 0.5)])
        #expect(statistics.rules.map(\.name) == ["c", "a", "b"])
        #expect(statistics.rules.map(\.count) == [2, 1, 1])
        #expect(statistics.filesAnalyzed == 1)
        #expect(statistics.filesWithProblems == 1)
        #expect(statistics.phases.map(\.seconds) == [0.5])
    }
}
