import Testing

/// What happens before anything is read: help, the version and unusable command lines.
@Suite struct UsageTests {
    private func run(_ arguments: String...) async throws -> Program.Outcome {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try await Program(folder: folder).run(arguments)
    }

    @Test func versionAndHelpAreOutputAndSucceed() async throws {
        let version = try await run("--version")
        #expect(version.status == 0)
        #expect(version.output.split(separator: ".").count == 3)
        #expect(version.errors.isEmpty)
        let help = try await run("lint", "--help")
        #expect(help.status == 0)
        #expect(help.output.contains("--write-baseline"))
        #expect(help.errors.isEmpty)
    }

    @Test func noCommandShowsHelp() async throws {
        let outcome = try await run()
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("lint"))
    }

    @Test(arguments: [
        ["lint", "--no-such-option"], ["lint", "--format", "pdf"], ["lint", "--report", "junit"],
        ["lint", "--shard", "5/4"], ["lint", "--shard", "0/4"], ["lint", "--jobs", "0"], ["lint", "-", "Sources"],
        ["lint", "--stdin-filename", "A.swift"], ["no-such-command"], ["explain"], ["report", "merge"],
        ["lint", "--baseline", "a", "--write-baseline", "b"], ["lint", "--min-confidence", "sure"],
    ])
    func anUnusableCommandLineEndsWith2(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("unblock: error: "))
        #expect(outcome.errors.contains("--help'"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test func completionScriptsAreWritten() async throws {
        for shell in ["bash", "zsh", "fish"] {
            let outcome = try await run("--generate-completion-script", shell)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("unblock"))
        }
    }
}
