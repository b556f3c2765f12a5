import Foundation
import Testing

@testable import ExecutorFutures
@testable import ProcessWorker

/// What becomes of jobs whose workers or types fail them, and that nothing else does.
@Suite struct WorkerFailureTests {
    @Test(arguments: [
        (Dies(signal: SIGKILL), ProcessExit.signalled(Signal(rawValue: SIGKILL))),
        (Dies(signal: SIGABRT), .signalled(Signal(rawValue: SIGABRT))),
        (Dies(exitCode: 0), .exited(code: 0)), (Dies(exitCode: 3), .exited(code: 3)),
    ])
    func aWorkerThatDiesFailsItsJobAndIsReplaced(job: Dies, expected: ProcessExit) async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let before = pool.submit(Square(number: 2))
            let lost = pool.submit(job)
            let after = (3..<6).map { pool.submit(Square(number: $0)) }
            #expect(try await before.value == 4)
            guard case .failure(ProcessPoolError.workerDied("tests", let status)) = await lost.result else {
                Issue.record("\(await lost.result)")
                return
            }
            #expect(status == expected)
            for (index, future) in after.enumerated() { #expect(try await future.value == (index + 3) * (index + 3)) }
            #expect(pool.isAccepting)
            #expect(pool.statistics.workersLost == 1)
            #expect(pool.statistics.workersStarted == 2)
        }
    }

    @Test func theJobsOfOtherWorkersDoNotNotice() async throws {
        let pipe = try NamedPipe()
        try await WorkerExecutable.withPool(workers: 2) { pool async throws in
            let other = pool.submit(WaitsForPipe(path: pipe.path))
            let end = try await pipe.openForWriting()
            await #expect(throws: ProcessPoolError.self) { try await pool.run(Dies(signal: SIGKILL)) }
            try end.write(contentsOf: [42])
            try end.close()
            #expect(try await other.value == [42])
        }
    }

    @Test func aDeadIdleWorkerIsReplacedUnnoticed() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let process = try await pool.run(DescribesWorker()).process
            kill(process, SIGKILL)
            await untilEnded(process)
            #expect(try await pool.run(Square(number: 3)) == 9)
            #expect(pool.statistics.workersLost == 1)
        }
    }

    @Test(arguments: [false, true])
    func terminatedWorkersFailTheirJobs(force: Bool) async throws {
        let pipe = try NamedPipe()
        try await WorkerExecutable.withPool { pool async throws in
            let running = pool.submit(WaitsForPipe(path: pipe.path))
            let end = try await pipe.openForWriting()
            let queued = pool.submit(Square(number: 3))
            pool.terminateWorkers(force: force)
            await expectDeath(of: running, .signalled(Signal(rawValue: force ? SIGKILL : SIGTERM)))
            #expect(try await queued.value == 9)
            try end.close()
        }
    }

    @Test func aJobThatTakesTooLongIsKilledWithWhatItStarted() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            var limit = Duration.milliseconds(50)
            var text = ""
            // A slow machine may not get as far as the shell's first line in the first rounds.
            while text.isEmpty {
                limit *= 2
                let pipe = try NamedPipe()
                let end = try pipe.openForReadingWithoutWriter()
                let line = "exec > '\(pipe.path)'; echo started; exec sleep 1000"
                let late = await pool.submit(RunsShell(line: line), timeLimit: limit).result
                guard case .failure(ProcessPoolError.timedOut("tests", let told)) = late, told == limit else {
                    Issue.record("\(late)")
                    return
                }
                // It ends because nobody holds the pipe any more, the shell's child included.
                text = try await end.text()
            }
            #expect(text == "started\n")
            #expect(try await pool.run(Square(number: 4), timeLimit: .seconds(600)) == 16)
        }
    }

    @Test(arguments: [Duration.zero, .seconds(-1), .nanoseconds(1)])
    func aLimitThatHasPassedIsNoTimeAtAll(limit: Duration) async throws {
        try await WorkerExecutable.withPool { pool async throws in
            await #expect(throws: ProcessPoolError.self) { try await pool.run(Hangs(), timeLimit: limit) }
        }
    }

    @Test func theLongestLimitIsNoLimit() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            #expect(try await pool.run(Square(number: 4), timeLimit: .seconds(Int64.max)) == 16)
        }
    }

    @Test(arguments: [
        WritesRubbish(text: "too short", hangs: false),
        WritesRubbish(text: "more than enough for a header", hangs: true),
        WritesRubbish(text: String(repeating: "\u{0}", count: 100)),
    ])
    func aWorkerThatWritesRubbishIsReplaced(job: WritesRubbish) async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let result = await pool.submit(job).result
            guard case .failure(ProcessPoolError.workerWroteRubbish("tests", _)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(try await pool.run(Square(number: 4)) == 16)
            #expect(pool.statistics.workersLost == 1)
        }
    }

    @Test func aDeclaredErrorArrivesAsItself() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            await #expect(throws: OutOfRange(number: 7)) { try await pool.run(Fails(number: 7)) }
            #expect(pool.statistics.workersLost == 0)
        }
    }

    @Test func anotherErrorArrivesInWords() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let failure = JobFailure(
                type: "ProcessWorker.Fails.Undeclared", description: #"Undeclared(reason: "because")"#)
            await #expect(throws: failure) { try await pool.run(Fails(number: nil)) }
        }
    }

    @Test func mapThrowsTheFirstErrorInTheOrderOfTheJobs() async throws {
        try await WorkerExecutable.withPool(workers: 3) { pool async throws in
            for chunkSize in [1, 3, 100] {
                await #expect(throws: OutOfRange(number: 0)) {
                    try await pool.map((0..<20).map(Fails.init), chunkSize: chunkSize)
                }
            }
            #expect(pool.statistics.workersLost == 0)
        }
    }

    @Test func aJobThatNoWorkerKnowsIsNamed() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            guard case .failure(ProcessPoolError.unknownJob("tests", let job)) = await pool.submit(Unlisted()).result
            else {
                Issue.record("not refused")
                return
            }
            #expect(job == "ProcessWorker.Unlisted")
            #expect(try await pool.run(Square(number: 1)) == 1)
        }
    }

    @Test func anOutputThatCannotBeEncodedIsAnError() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let result = await pool.submit(HasNoEncoding()).result
            guard case .failure(ProcessPoolError.notCodable("tests", _, let problem)) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(problem.contains("words fail me"))
            #expect(pool.statistics.workersLost == 0)
        }
    }

    @Test func messagesOverTheLimitAreRefusedOnBothSides() async throws {
        try await WorkerExecutable.withPool(maximumMessageSize: 1000) { pool async throws in
            #expect(try await pool.run(MakesBytes(count: 900)).count == 900)
            for future in [
                pool.submit(MakesBytes(count: 2000)).map(\.count),
                pool.submit(Numbers(values: [0].repeated(500))).map(\.count),
            ] {
                guard case .failure(ProcessPoolError.messageTooLarge("tests", let bytes, 1000)) = await future.result
                else {
                    Issue.record("\(await future.result)")
                    continue
                }
                #expect(bytes > 2000)
            }
            #expect(pool.statistics.workersLost == 0)
        }
    }

    private func expectDeath<Value>(of future: Future<Value>, _ expected: ProcessExit) async {
        guard case .failure(ProcessPoolError.workerDied(_, let status)) = await future.result else {
            Issue.record("\(await future.result)")
            return
        }
        #expect(status == expected)
    }

    /// Waits until a child has ended; leaves it to be reaped by its pool.
    private func untilEnded(_ process: Int32) async {
        await eventually {
            var information = siginfo_t()
            let found = waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT | WNOHANG) == 0
            return found && information.si_signo == SIGCHLD
        }
    }
}

extension Array {
    fileprivate func repeated(_ count: Int) -> Array { (0..<count).flatMap { _ in self } }
}
