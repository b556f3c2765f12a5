import Testing

/// `unblock lint` as a process: what it writes where, and how it ends.
@Suite struct LintTests {
    @Test func findingsEndWith1AndGoToStandardOutputOnly() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "A.swift")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("A.swift:4:"))
        #expect(outcome.output.contains("sleep-in-async"))
        #expect(outcome.errors.isEmpty)
    }

    @Test func nothingFoundEndsWith0() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.clean])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: ["note", "warning", "error"])
    func anErrorFailsAtEveryThreshold(_ threshold: String) async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        #expect(try await Program(folder: folder).run("lint", "--fail-on", threshold).status == 1)
    }

    @Test func findingsNeverFailWhenAskedNotTo() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping, ".unblock.yml": "fail-on: note\n"])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "--fail-on", "never")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("sleep-in-async"))
    }

    @Test func aMissingPathEndsWith2() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "Nowhere.swift")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("unblock: error: "))
        #expect(outcome.errors.contains("Nowhere.swift"))
    }

    @Test func aFolderWithoutSwiftIsWorthAWarning() async throws {
        let folder = try TemporaryFolder(["README.md": "nothing to read"])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", ".")
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("unblock: warning: "))
    }

    @Test func aConfigurationThatCannotBeUsedEndsWith2() async throws {
        for text in ["fail-on: sometimes\n", "no-such-key: 1\n", "rules: [\n", "rules:\n  sleep-in-asynk: off\n"] {
            let folder = try TemporaryFolder(["A.swift": Samples.sleeping, ".unblock.yml": text])
            defer { folder.remove() }
            let outcome = try await Program(folder: folder).run("lint")
            #expect(outcome.status == 2, "\(text)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(".unblock.yml"), "\(text)")
        }
    }

    @Test func anUnknownRuleIsAnsweredWithANearOne() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "--rule", "sleep-in-asinc")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("sleep-in-async"))
    }

    @Test func onlyTheNamedRulesReport() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        #expect(try await Program(folder: folder).run("lint", "--rule", "sleep-in-async").status == 1)
        #expect(try await Program(folder: folder).run("lint", "--rule", "lock-in-async").status == 0)
    }

    @Test func excludedFilesAreNotRead() async throws {
        let folder = try TemporaryFolder(["Sources/A.swift": Samples.sleeping, "Old/B.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "--exclude", "Old/**", "--format", "jsonl")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Sources/A.swift"))
        #expect(!outcome.output.contains("B.swift"))
    }

    /// A hook names the files of a commit, wherever they are.
    @Test func excludesHoldForNamedFilesWhenAskedTo() async throws {
        let folder = try TemporaryFolder([
            "Sources/A.swift": Samples.sleeping, "Old/B.swift": Samples.sleeping, ".build/C.swift": Samples.sleeping,
            ".unblock.yml": "exclude: [\"Old\"]\n",
        ])
        defer { folder.remove() }
        let named = ["lint", "Sources/A.swift", "Old/B.swift", ".build/C.swift", "--format", "jsonl"]
        let asNamed = try await Program(folder: folder).run(named)
        #expect(asNamed.output.contains("B.swift") && asNamed.output.contains("C.swift"))
        let outcome = try await Program(folder: folder).run(named + ["--force-exclude"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Sources/A.swift"))
        #expect(!outcome.output.contains("B.swift") && !outcome.output.contains("C.swift"))
        #expect(try await Program(folder: folder).run("lint", "Old/B.swift", "--force-exclude").status == 0)
    }

    @Test func standardInputStandsForAFile() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try await Program(folder: folder)
            .run(["lint", "-", "--stdin-filename", "Sources/App/A.swift"], input: Samples.sleeping)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Sources/App/A.swift:4:"))
    }

    @Test func standardInputHidesWhatTheDiskHas() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder)
            .run(["lint", "-", "--stdin-filename", "A.swift"], input: Samples.clean)
        #expect(outcome.status == 0)
    }

    @Test func anyNumberOfThreadsGivesTheSameBytes() async throws {
        var files: [String: String] = [:]
        for index in 0..<20 { files["Sources/F\(index).swift"] = Samples.sleeping }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let one = try await Program(folder: folder).run("lint", "--format", "json", "--reproducible", "--jobs", "1")
        let eight = try await Program(folder: folder).run("lint", "--format", "json", "--reproducible", "--jobs", "8")
        #expect(one.status == 1)
        #expect(one.output == eight.output)
    }

    @Test func shardsTogetherFindEverythingOnce() async throws {
        var files: [String: String] = [:]
        for index in 0..<12 { files["Sources/F\(index).swift"] = Samples.sleeping }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let program = Program(folder: folder)
        let whole = try await program.run("lint", "--format", "jsonl").output.split(separator: "\n")
        var parts: [Substring] = []
        for index in 1...3 {
            parts += try await program.run("lint", "--format", "jsonl", "--shard", "\(index)/3").output.split(
                separator: "\n")
        }
        #expect(whole.count == 12)
        #expect(parts.sorted() == whole.sorted())
    }

    @Test func statisticsAndLogsGoToStandardError() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let plain = try await Program(folder: folder).run("lint", "--reproducible")
        let outcome = try await Program(folder: folder)
            .run(["lint", "--reproducible", "--statistics"], environment: ["UNBLOCK_LOG": "debug"])
        #expect(outcome.output == plain.output)
        #expect(outcome.errors.contains("sleep-in-async"))
        #expect(outcome.errors.contains("phase"))
    }
}
