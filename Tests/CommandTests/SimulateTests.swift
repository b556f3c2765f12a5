import Foundation
import Testing

/// `unblock simulate` as a process: what it tells of findings, and of runs that are given again.
@Suite struct SimulateTests {
    private static let waiting = """
        import Foundation

        func first() async {
            let gate = DispatchSemaphore(value: 0)
            Task { gate.signal() }
            gate.wait()
        }

        func second() async {
            Thread.sleep(forTimeInterval: 1)
        }

        """

    private func run(
        _ arguments: [String], _ files: [String: String] = ["A.swift": Self.waiting]
    ) async throws -> (outcome: Program.Outcome, names: [String], trace: String) {
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        let outcome = try await Program(folder: folder).run(["simulate"] + arguments)
        return (outcome, try folder.names(), (try? folder.read("run.json")) ?? "")
    }

    @Test func aFindingIsShownBeforeAndAfterItsFix() async throws {
        let outcome = try await run(["A.swift:10", "--workers", "2"]).outcome
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("A.swift:10:"))
        #expect(outcome.output.contains("simulated: confirmed"))
        #expect(outcome.output.contains("with the fix: fixed"))
        #expect(outcome.output.contains("\nbefore\n"))
        #expect(outcome.output.contains("\nafter\n"))
        #expect(outcome.output.contains("pool thread 1"))
        #expect(outcome.output.contains("explored all schedules"))
    }

    @Test func aPipeGetsPlainASCII() async throws {
        let outcome = try await run(["A.swift:10"]).outcome
        #expect(outcome.output.utf8.filter { $0 == 0x1B }.isEmpty)
        let drawing = outcome.output.split(separator: "\n").drop { $0 != "before" }
        #expect(!drawing.isEmpty)
        #expect(drawing.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test func coloursAndUnicodeWhereTheyAreWanted() async throws {
        let folder = try TemporaryFolder(["A.swift": Self.waiting])
        defer { folder.remove() }
        let outcome = try await Program(folder: folder)
            .run(["simulate", "A.swift:10", "--color", "always"], environment: ["LC_ALL": "C.UTF-8"])
        #expect(outcome.output.contains("\u{1B}["))
        #expect(outcome.output.contains("█"))
    }

    @Test func aFileShowsAllItsFindings() async throws {
        let outcome = try await run(["A.swift"]).outcome
        #expect(outcome.output.contains("A.swift:6:"))
        #expect(outcome.output.contains("A.swift:10:"))
    }

    @Test func aDeadlockIsToldInWordsAndReplayed() async throws {
        let outcome = try await run(["A.swift:6", "--workers", "1"]).outcome
        #expect(outcome.output.contains("waits for semaphore `gate`"))
        let schedule = try #require(self.schedule(in: outcome.output))
        let replayed = try await run(["A.swift:6", "--workers", "1", "--replay", schedule]).outcome
        #expect(replayed.status == 1)
        #expect(replayed.output.contains("replayed: the run before the fix"))
        #expect(replayed.output.contains("step by step"))
        #expect(replayed.output.contains("waits for semaphore `gate` on pool thread 0, which is held"))
        let again = try await run(["A.swift", "--workers", "1", "--replay", schedule]).outcome
        #expect(again.output == replayed.output, "the line only narrows the search")
    }

    private func schedule(in output: String) -> String? {
        output.components(separatedBy: "--replay ").dropFirst().first?.prefix { $0 != "`" }.description
    }

    @Test func theScheduleOfAReportIsReplayed() async throws {
        let folder = try TemporaryFolder(["A.swift": Self.waiting])
        defer { folder.remove() }
        let program = Program(folder: folder)
        let report = try await program.run("lint", "--format", "text").output
        let line = try #require(report.split(separator: "\n").first { $0.contains("replay: `") })
        let command = try #require(line.split(separator: "`").last { $0.hasPrefix("unblock simulate") })
        let outcome = try await program.run(command.split(separator: " ").dropFirst().map(String.init))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Deadlock"))
    }

    @Test func tracesAreWrittenSideBySide() async throws {
        let (outcome, names, trace) = try await run(["A.swift:10", "--trace", "run.json"])
        #expect(outcome.status == 1)
        #expect(names == ["A.swift", "run.after.json", "run.json"])
        let document = try JSONSerialization.jsonObject(with: Data(trace.utf8)) as? [String: Any]
        #expect(document?["traceEvents"] is [Any])
    }

    static let unusable: [(arguments: [String], words: String)] = [
        (["A.swift:3"], "there are findings on line 6, 10"),
        (["B.swift"], "B.swift"),
        (["A.swift", "--replay", "s0-abc"], "is no schedule of this version"),
        (["A.swift", "--replay", "s1-abcdefgh"], "is damaged"),
        (["A.swift", "--trace", "run.json"], "--trace needs one finding"),
        (["A.swift", "--schedules", "0"], "'--schedules' must be at least 1"),
        (["A.swift", "--workers", "0"], "'--workers' must be from 1 to 256"),
        (["A.swift:10", "--trace", "no/such/folder.json"], "no/such/folder.json"),
        ([], "file[:line]"),
    ]

    @Test(arguments: unusable)
    func whatCannotBeDoneEndsWith2(_ arguments: [String], _ words: String) async throws {
        let outcome = try await run(arguments).outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("unblock: error: "))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test func theScheduleOfOtherCodeIsRefused() async throws {
        let output = try await run(["A.swift:6", "--workers", "4"]).outcome.output
        let schedule = try #require(self.schedule(in: output))
        let outcome = try await run(["A.swift:6", "--workers", "2", "--replay", schedule]).outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("the schedule is of no finding at A.swift:6"))
    }

    @Test func cleanCodeHasNothingToSimulate() async throws {
        let outcome = try await run(["A.swift"], ["A.swift": Samples.clean]).outcome
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("nothing is reported at A.swift"))
    }

    @Test func theSameSeedGivesTheSameBytes() async throws {
        let first = try await run(["A.swift", "--seed", "7", "--workers", "4"]).outcome.output
        let second = try await run(["A.swift", "--seed", "7", "--workers", "4"]).outcome.output
        #expect(first == second)
    }

    @Test func verdictsDoNotDependOnTheNumberOfThreads() async throws {
        var files: [String: String] = [:]
        for index in 0..<6 {
            files["F\(index).swift"] = Self.waiting.replacingOccurrences(of: "1)", with: "\(index + 1))")
        }
        let folder = try TemporaryFolder(files)
        defer { folder.remove() }
        for format in ["json", "junit", "html"] {
            let runs = try await [1, 8].asyncMap { jobs in
                try await Program(folder: folder).run("lint", "--format", format, "--reproducible", "--jobs", "\(jobs)")
            }
            #expect(runs[0].output.contains("deadlock"))
            #expect(runs[0].output == runs[1].output, "\(format)")
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
