import RuleCatalogue
import Testing

@testable import unblock

/// `explain`, `rules`, `init`, `doctor` and `report` as processes.
@Suite struct OtherCommandTests {
    private func run(_ arguments: [String], files: [String: String] = [:]) async throws -> Program.Outcome {
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        return try await Program(folder: folder).run(arguments)
    }

    @Test func aRuleIsExplained() async throws {
        let outcome = try await run(["explain", "sleep-in-async"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("unblock:allow sleep-in-async"))
    }

    @Test(arguments: ["Thread.sleep", "Thread.sleep(forTimeInterval:)", "Foundation.Thread.sleep", "sleep", "sleep()"])
    func anAPIIsExplained(_ name: String) async throws {
        let outcome = try await run(["explain", name])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("sleep-in-async"))
    }

    @Test func aMisspeltNameGetsASuggestion() async throws {
        let rule = try await run(["explain", "sleep-in-asnyc"])
        #expect(rule.status == 2)
        #expect(rule.errors.contains("did you mean 'sleep-in-async'?"))
        let api = try await run(["explain", "Thread.slep"])
        #expect(api.errors.contains("did you mean 'Thread.sleep'?"))
        #expect(try await run(["explain", "qqqqqqqqqqqqqqqqqqqq"]).status == 2)
    }

    @Test(arguments: ["text", "json", "markdown"])
    func rulesAreListed(_ format: String) async throws {
        let outcome = try await run(["rules", "--format", format])
        #expect(outcome.status == 0)
        for id in Catalogue.builtIn.rules.keys { #expect(outcome.output.contains(id.rawValue)) }
    }

    @Test func initWritesAConfigurationOnce() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.clean])
        defer { folder.remove() }
        let program = Program(folder: folder)
        #expect(try await program.run("init").status == 0)
        #expect(try folder.read(".unblock.yml") == ConfigurationTemplate.text)
        #expect(try await program.run("lint").status == 0, "the file can be used as it is")
        try folder.write(".unblock.yml", "fail-on: never\n")
        let second = try await program.run("init")
        #expect(second.status == 2)
        #expect(try folder.read(".unblock.yml") == "fail-on: never\n")
    }

    @Test func theTemplateShowsTheDefaults() throws {
        let configuration = try Configuration.decode(yaml: ConfigurationTemplate.text, path: ".unblock.yml")
        let defaults = Configuration()
        #expect(configuration.minConfidence == defaults.minConfidence)
        #expect(configuration.failOn == defaults.failOn)
        #expect(configuration.stallBudget == defaults.stallBudget)
        #expect(configuration.rules.isEmpty && configuration.overrides.isEmpty && configuration.exclude.isEmpty)
    }

    @Test func theDoctorCountsFilesAndFindsMistakes() async throws {
        let well = try await run(["doctor"], files: ["Sources/App/A.swift": Samples.clean])
        #expect(well.status == 0, "\(well.output)")
        #expect(well.output.contains("1 file in 1 module (App)"))
        let ill = try await run(["doctor"], files: ["A.swift": Samples.clean, ".unblock.yml": "fail-on: perhaps\n"])
        #expect(ill.status == 2)
        #expect(ill.output.contains("✗"))
    }

    @Test func shardReportsMergeIntoTheWhole() async throws {
        var files: [String: String] = [:]
        for index in 0..<6 { files["F\(index).swift"] = Samples.sleeping }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let program = Program(folder: folder)
        _ = try await program.run("lint", "--reproducible", "--report", "junit=whole.xml")
        _ = try await program.run("lint", "--reproducible", "--shard", "1/2", "--report", "junit=1.xml")
        _ = try await program.run("lint", "--reproducible", "--shard", "2/2", "--report", "junit=2.xml")
        let merged = try await program.run("report", "merge", "1.xml", "2.xml", "--output", "merged.xml")
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(merged.output.isEmpty)
        #expect(try await program.run("report", "validate", "merged.xml").status == 0)
        let cases = { (name: String) in try folder.read(name).components(separatedBy: "<testcase").count }
        #expect(try cases("merged.xml") == cases("whole.xml"))
    }

    @Test func validateTellsWhatIsWrong() async throws {
        let wrong = try await run(
            ["report", "validate", "r.xml"], files: ["r.xml": "<testsuites><testsuite/></testsuites>"])
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("r.xml:1:"))
        #expect(try await run(["report", "validate", "r.xml"], files: ["r.xml": "no xml"]).status == 2)
        #expect(try await run(["report", "validate", "missing.xml"]).status == 2)
    }
}
