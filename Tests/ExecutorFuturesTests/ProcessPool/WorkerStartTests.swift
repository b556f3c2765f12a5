import Foundation
import Testing

@testable import ExecutorFutures
@testable import ProcessWorker

/// Programs that are no workers, and what a worker finds when it starts.
@Suite struct WorkerStartTests {
    @Test(arguments: [
        ("/nonexistent/worker", ENOENT), ("/", EACCES), ("/etc/passwd", EACCES), ("/etc/passwd/worker", ENOTDIR),
        ("", ENOENT),
    ])
    func aProgramThatCannotBeStartedBreaksThePool(path: String, expected: Int32) async throws {
        let pool = ProcessPoolExecutor(name: "tests", program: WorkerProgram(executable: path))
        let futures = (0..<3).map { pool.submit(Square(number: $0)) }
        for future in futures {
            let result = await future.result
            guard case .failure(ProcessPoolError.cannotStartWorker("tests", path, let code)) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(code == expected)
        }
        #expect(!pool.isAccepting)
        await #expect(throws: ProcessPoolError.self) { try await pool.map([Square(number: 1)]) }
        await pool.shutdown()
        #expect(pool.statistics.workers == 0)
    }

    @Test(arguments: [
        ("exit", "exit status 3"), ("rubbish", "something else than a report"), ("go-on", "exit status 64"),
        ("never-report", "did not report"),
    ])
    func aProgramThatDoesNotServeBreaksThePool(word: String, expected: String) async throws {
        var program = WorkerExecutable.program
        program.arguments = [word]
        // Only the last one uses up the time, which must be enough for the others on a slow machine.
        let limit = word == "never-report" ? Duration.milliseconds(100) : .seconds(600)
        let pool = ProcessPoolExecutor(name: "tests", maximumWorkers: 2, program: program, startTimeLimit: limit)
        for future in (0..<3).map({ pool.submit(Square(number: $0)) }) {
            let result = await future.result
            guard case .failure(ProcessPoolError.workerDidNotReport("tests", _, let problem)) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(problem.contains(expected))
        }
        await pool.shutdown()
        #expect(pool.statistics.workersStarted == 0)
        #expect(pool.statistics.workers == 0)
    }

    @Test func aSetUpThatFailsBreaksThePool() async throws {
        try await WorkerExecutable.withPool(workerSetUp: Remembers(word: "")) { pool async throws in
            let futures = (0..<3).map { pool.submit(Square(number: $0)) }
            for future in futures {
                let result = await future.result
                guard case .failure(ProcessPoolError.workerSetUpFailed("tests", let error)) = result else {
                    Issue.record("\(result)")
                    continue
                }
                #expect((error as? JobFailure)?.type == "ProcessWorker.OutOfRange")
            }
            #expect(!pool.isAccepting)
        }
    }

    @Test func aSetUpThatCrashesBreaksThePool() async throws {
        try await WorkerExecutable.withPool(workerSetUp: Dies(exitCode: 9)) { pool async throws in
            let result = await pool.submit(Square(number: 1)).result
            guard
                case .failure(ProcessPoolError.workerSetUpFailed(_, let error)) = result,
                case ProcessPoolError.workerDied(_, .exited(code: 9)) = error
            else {
                Issue.record("\(result)")
                return
            }
            #expect(!pool.isAccepting)
        }
    }

    @Test func workersThatAreKilledBeforeTheyReportFailTheirJobAndBreakNothing() async throws {
        let program = WorkerProgram(executable: "/bin/sh", arguments: ["-c", "kill -KILL $$"])
        let pool = ProcessPoolExecutor(name: "tests", maximumWorkers: 1, program: program)
        for future in (0..<2).map({ pool.submit(Square(number: $0)) }) {
            let result = await future.result
            guard case .failure(ProcessPoolError.workerDied("tests", .signalled(Signal(rawValue: SIGKILL)))) = result
            else {
                Issue.record("\(result)")
                continue
            }
        }
        #expect(pool.isAccepting)
        await pool.shutdown()
        #expect(pool.statistics.workersStarted == 0)
    }

    @Test func aWorkerHasOnlyWhatItNeeds() async throws {
        // A descriptor that the worker must not inherit although it is not close-on-exec.
        let extra = open("/dev/null", O_RDONLY)
        defer { close(extra) }
        _ = fcntl(extra, F_SETFD, 0)
        var program = WorkerExecutable.program
        program.environment["WORKER_TEST"] = "a=b"
        program.environment["EXECUTOR_FUTURES_WORKER"] = "overwritten"
        let pool = ProcessPoolExecutor(maximumWorkers: 1, program: program)
        let facts = try await pool.run(DescribesWorker())
        await pool.shutdown()

        #expect(facts.variable == "a=b")
        #expect(!facts.hasInvitation)
        #expect(facts.readsFromStandardInput == 0)
        #expect(facts.descriptors == [0, 1, 2, 3])
        // Ctrl-C in a terminal goes to the group of this process, and so not to the worker.
        #expect(facts.group == facts.process)
    }

    /// The program is also its own worker there.
    @Test func nothingIsLeftOfLostWorkers() async throws {
        let text = try await run("account")
        #expect(
            text == """
                jobs left: 0
                threads left: 0
                workers left: 0
                workers lost: 20
                children left: false
                descriptors left: []

                """)
    }

    @Test func workersEndWhenTheirParentIsKilled() async throws {
        let output = Foundation.Pipe()
        let parent = try start("parent", output: output)
        let end = output.fileHandleForReading
        let announcement = try await onPlainThread { try end.read(upToCount: 10) }
        #expect(announcement.map { String(decoding: $0, as: UTF8.self) } == "computing\n")
        kill(parent.processIdentifier, SIGKILL)
        // The worker has the pipe as well, so this ends when the worker has, and it computes without end.
        #expect(try await end.text() == "")
    }

    private func run(_ word: String) async throws -> String {
        let output = Foundation.Pipe()
        _ = try start(word, output: output)
        return try await output.fileHandleForReading.text()
    }

    private func start(_ word: String, output: Pipe) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: WorkerExecutable.path)
        process.arguments = [word]
        process.standardOutput = output
        try process.run()
        return process
    }
}
