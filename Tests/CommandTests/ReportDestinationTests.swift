import Testing

/// Where reports go, and what happens when they cannot go there.
@Suite struct ReportDestinationTests {
    @Test(arguments: ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle"])
    func everyFormatCanBeWritten(_ format: String) async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "--format", format)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("sleep-in-async"))
        #expect(outcome.output.last == "\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test func oneRunWritesSeveralReports() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder)
            .run("lint", "A.swift", "--report", "junit=r.xml", "--report", "json=r.json", "--reproducible")
        #expect(outcome.status == 1)
        #expect(try folder.read("r.xml").contains("<testsuites"))
        #expect(try folder.read("r.json").contains("\"schema\""))
        #expect(try folder.names() == ["A.swift", "r.json", "r.xml"], "no unfinished file stays behind")
    }

    @Test func aReportReplacesTheOneBefore() async throws {
        let folder = try TemporaryFolder([
            "A.swift": Samples.sleeping, "r.json": String(repeating: "x", count: 100_000),
        ])
        defer { folder.remove() }
        _ = try await Program(folder: folder).run("lint", "A.swift", "--report", "json=r.json")
        #expect(try folder.read("r.json").hasPrefix("{"))
        #expect(try !folder.read("r.json").contains("xxx"))
    }

    @Test func aReportThatCannotBeWrittenEndsWith2() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.clean])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run("lint", "A.swift", "--report", "json=missing/folder/r.json")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("missing/folder/r.json"))
    }

    @Test func aReaderThatLeavesEarlyIsNoFault() async throws {
        var files: [String: String] = [:]
        // Far more output than a pipe holds.
        for index in 0..<300 { files["F\(index).swift"] = Samples.sleeping }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let line = "{ \"$UNBLOCK\" lint --format json; echo $? >status; } | head -n 1"
        let outcome = try await Program(folder: folder).shell(line)
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(outcome.errors.isEmpty)
        #expect(try folder.read("status") == "1\n")
    }

    @Test func aClosedStandardOutputEndsWith2() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).shell("\"$UNBLOCK\" lint A.swift --report json=r.json >&-")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("standard output"))
        #expect(try folder.read("r.json").hasPrefix("{"))
    }

    @Test func aFullDiskEndsWith2() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let line = "if [ -w /dev/full ]; then \"$UNBLOCK\" lint A.swift >/dev/full; else exit 2; fi"
        #expect(try await Program(folder: folder).shell(line).status == 2)
    }

    @Test func reproducibleReportsAreTheSameTwice() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        for format in ["text", "json", "sarif", "junit", "gitlab", "checkstyle"] {
            let first = try await Program(folder: folder).run("lint", "--format", format, "--reproducible")
            let second = try await Program(folder: folder).run("lint", "--format", format, "--reproducible")
            #expect(first.output == second.output, "\(format)")
        }
    }

    @Test func coloursFollowTheOptionAndTheEnvironment() async throws {
        let folder = try TemporaryFolder(["A.swift": Samples.sleeping])
        defer { folder.remove() }
        let program = Program(folder: folder)
        let escape = "\u{1B}["
        #expect(try await !program.run("lint").output.contains(escape))
        #expect(try await program.run("lint", "--color", "always").output.contains(escape))
        #expect(try await program.run(["lint"], environment: ["CLICOLOR_FORCE": "1"]).output.contains(escape))
        let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
        #expect(try await !program.run(["lint"], environment: both).output.contains(escape))
    }
}
