import Analysis
import SourceModel
import TestSupport
import Testing

struct BaselineTests {
    private let findings = [
        Example.finding(file: "b.swift", fingerprint: "22"),
        Example.finding(file: "a \"quoted\"\n.swift", fingerprint: "11"),
        Example.finding(rule: "file-io-in-async", file: "b.swift", fingerprint: "22"),
    ]

    @Test func whatIsWrittenIsReadBack() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/baseline.json"
        let baseline = Baseline(accepting: findings)
        try BaselineFile.write(Baseline(), to: path, in: LocalFileSystem())
        try BaselineFile.write(baseline, to: path, in: LocalFileSystem())
        #expect(try BaselineFile.read(path, from: LocalFileSystem()) == baseline)
        #expect(try LocalFileSystem().entries(of: folder.path).map(\.name) == ["baseline.json"])
    }

    @Test func theFileIsTheSameInAnyOrderOfFindings() {
        let forwards = BaselineFile.encode(Baseline(accepting: findings))
        #expect(forwards == BaselineFile.encode(Baseline(accepting: findings.reversed())))
        let text = String(decoding: forwards, as: UTF8.self)
        #expect(text.split(separator: "\n").count == 9, "\(text)")
    }

    @Test func acceptedFindingsAreHiddenAndGoneOnesCounted() {
        let outcome = Baseline(accepting: findings).apply(to: [findings[0], Example.finding(fingerprint: "33")])
        #expect(outcome.new.map(\.fingerprint) == ["33"])
        #expect(outcome.accepted == 1)
        #expect(outcome.stale == 2)
    }

    @Test func theSameFingerprintIsAcceptedAsOftenAsItWasFound() {
        let outcome = Baseline(accepting: [findings[0]]).apply(to: [findings[0], findings[0]])
        #expect(outcome.new.count == 1)
    }

    @Test func anEmptyBaselineIsReadBack() throws {
        #expect(try BaselineFile.decode(BaselineFile.encode(Baseline()), path: "b") == Baseline())
    }

    @Test(arguments: [
        ("", "valid JSON"), ("{", "valid JSON"), ("[]", "type"), ("{}", "'schema' is missing"),
        ("{\"schema\": 2}", "schema 2"), ("{\"schema\": 1}", "'findings' is missing"),
        ("{\"schema\": 1, \"findings\": [{\"rule\": 1}]}", "another type"),
    ])
    func badFilesAreExplained(text: String, part: String) {
        let problem = #expect(throws: UsageProblem.self) {
            try BaselineFile.decode(Array(text.utf8), path: "old.json")
        }
        let message = problem?.message ?? ""
        #expect(message.contains("old.json") && message.contains(part), "\(message)")
    }

    @Test func anAbsentFileIsExplained() {
        let problem = #expect(throws: UsageProblem.self) {
            try BaselineFile.read("/nowhere/b.json", from: LocalFileSystem())
        }
        #expect(problem?.message.contains("--write-baseline") == true)
    }
}
