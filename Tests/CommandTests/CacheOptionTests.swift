import Testing

/// `unblock lint --cache` as a process: warm runs, folders that cannot be used, processes side by side.
@Suite struct CacheOptionTests {
    private func lint(_ folder: TemporaryFolder, _ options: String...) async throws -> Program.Outcome {
        try await Program(folder: folder).run(
            ["lint", "A.swift", "--reproducible", "--fail-on", "never", "--no-simulate"] + options)
    }

    @Test func aWarmRunParsesNothingAndSaysTheSame() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let alone = try await lint(folder, "--statistics")
        let cold = try await lint(folder, "--statistics", "--cache", "kept")
        // The cache is a new folder beside the source, which the second run sees.
        let again = try await lint(folder, "--statistics", "--cache", "kept")
        let warm = try await lint(folder, "--statistics", "--cache", "kept")
        #expect(again.errors.contains("0 parsed"))
        #expect(alone.errors.contains("cache      none"))
        #expect(cold.errors.contains("0 files read from it, 1 parsed"))
        #expect(warm.errors.contains("the report of the unchanged tree read from it, 0 files read from it, 0 parsed"))
        #expect(alone.output == cold.output)
        #expect(cold.output == warm.output)
    }

    @Test func theUsersFolderOfCachesIsUsedUnlessForbidden() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let program = Program(folder: folder)
        let environment = ["XDG_CACHE_HOME": folder.path(of: "caches")]
        _ = try await program.run(["lint", "--no-cache", "A.swift"], environment: environment)
        #expect(try folder.names() == ["A.swift"])
        _ = try await program.run(["lint", "A.swift"], environment: environment)
        #expect(try folder.names() == ["A.swift", "caches"])
    }

    @Test func aFolderThatCannotBeWrittenIsSilent() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping, "file": ""])
        defer { folder.remove() }
        let outcome = try await lint(folder, "--cache", "file/below")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("sleep-in-async"))
    }

    @Test func processesSideBySideShareAFolder() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<4 { group.addTask { try await lint(folder, "--cache", "kept").output } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outputs.count == 4 && outputs[0].contains("sleep-in-async"))
        #expect(Set(outputs).count == 1)
        #expect(try await lint(folder, "--cache", "kept", "--statistics").errors.contains("0 parsed"))
    }

    @Test func bothOptionsAtOnceAreRefused() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.clean])
        defer { folder.remove() }
        #expect(try await lint(folder, "--cache", "kept", "--no-cache").status == 2)
    }
}
