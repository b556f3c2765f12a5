import Analysis
import SourceModel
import TestSupport
import Testing

struct PolicyTests {
    private func findings(
        configuration: String = "", path: String = "Sources/App/A.swift", options: AnalysisOptions = .init()
    ) async throws -> [Finding] {
        var files = [Fixture.File(path: path, text: Example.sleeping())]
        if !configuration.isEmpty {
            files.append(Fixture.File(path: ".unblock.yml", text: configuration))
        }
        return try await analyze(Fixture(name: "policy", files: files), options: options).report.findings
    }

    @Test func aFindingKnowsItsPlace() async throws {
        let finding = try #require(try await findings().first)
        #expect(finding.rule == "sleep-in-async")
        #expect(finding.file == "Sources/App/A.swift")
        #expect(finding.start == SourcePosition(line: 3, column: 12))
        #expect(finding.fingerprint.count == 16)
    }

    @Test func theConfigurationDecidesTheSeverity() async throws {
        #expect(try await findings(configuration: "rules:\n  sleep-in-async: note\n").map(\.severity) == [.note])
        #expect(try await findings(configuration: "rules:\n  sleep-in-async: off\n").isEmpty)
    }

    @Test func anOverrideHoldsForItsPathsOnly() async throws {
        let configuration = "overrides:\n  - paths: [Sources/App]\n    rules:\n      sleep-in-async: off\n"
        #expect(try await findings(configuration: configuration).isEmpty)
        #expect(try await findings(configuration: configuration, path: "Sources/Other/A.swift").count == 1)
    }

    @Test func excludedFilesAreNotReported() async throws {
        #expect(try await findings(configuration: "exclude: [Sources/App]\n").isEmpty)
        #expect(try await findings(configuration: "include: [Other]\n").isEmpty)
    }

    @Test func rulesThatAreOffInTestsAreSilentThere() async throws {
        let configuration = "rules:\n  sleep-in-async: { inTests: off }\n"
        #expect(try await findings(configuration: configuration, path: "Tests/AppTests/A.swift").isEmpty)
        #expect(try await findings(configuration: configuration).count == 1)
    }

    @Test func aChosenRuleRunsAlone() async throws {
        #expect(try await findings(options: .init(rules: ["file-io-in-async"])).isEmpty)
        #expect(try await findings(options: .init(rules: ["sleep-in-async"])).count == 1)
    }
}
