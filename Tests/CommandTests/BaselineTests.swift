import Testing

/// `--write-baseline`, `--baseline` and `--since`.
@Suite struct BaselineTests {
    @Test func acceptedFindingsAreHiddenAndNewOnesAreNot() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let program = Program(folder: folder)
        let written = try await program.run("lint", "--write-baseline", "known.json")
        #expect(written.status == 0)
        #expect(written.errors.hasPrefix("unblock: note: "))
        #expect(try await program.run("lint", "--baseline", "known.json").status == 0)

        try folder.write("B.swift", Samples.sleeping)
        let later = try await program.run("lint", "--baseline", "known.json")
        #expect(later.status == 1)
        #expect(later.output.contains("B.swift:4:"))
        #expect(!later.output.contains("A.swift:4:"))
    }

    @Test func aBaselineThatIsNotThereEndsWith2() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "--baseline", "known.json")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("known.json"))
    }

    @Test func sinceReportsOnlyChangedLines() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let program = Program(folder: folder)
        let identity = "-c user.name=t -c user.email=t@example.org -c commit.gpgsign=false -c init.defaultBranch=main"
        let set = try await program.shell("git \(identity) init -q && git add . && git \(identity) commit -qm first")
        #expect(set.status == 0, "\(set.errors)")
        #expect(try await program.run("lint", "--since", "HEAD").status == 0)
        try folder.write("B.swift", Samples.sleeping)
        let outcome = try await program.run("lint", "--since", "HEAD")
        #expect(outcome.status == 1)
        #expect(!outcome.output.contains("A.swift:4:"))
    }

    @Test func sinceOutsideARepositoryEndsWith2() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        #expect(try await Program(folder: folder).run("lint", "--since", "HEAD").status == 2)
    }
}
