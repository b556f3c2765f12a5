import Testing

@testable import ExecutorFutures

/// What cancelling a future or a task does to work, before and after it starts.
@Suite struct CancellationTests {
    @Test func aCancelledJobNeverRuns() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let first = try await occupy(pool, until: gate)
        let runs = Locked(0)
        let second = pool.submit { runs.change { $0 += 1 } }
        #expect(second.cancel())
        #expect(second.state == .cancelled)
        gate.open()
        try await first.value
        await pool.shutdown()
        #expect(runs.value == 0)
        await #expect(throws: CancellationError.self) { try await second.value }
    }

    @Test func aRunningJobCannotBeCancelled() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let future = try await occupy(pool, until: gate)
        #expect(future.state == .running)
        #expect(!future.cancel())
        gate.open()
        try await future.value
        await pool.shutdown()
    }

    @Test func onlyTheFirstCancellationIsToldThatItWorked() {
        let promise = Promise<Int>()
        #expect(promise.future.cancel())
        #expect(!promise.future.cancel())
        #expect(!promise.begin())
        #expect(!promise.fulfill(1))
    }

    @Test func aCancelledTaskCancelsThePendingFutureItAwaits() async {
        let promise = Promise<Int>()
        let task = Task { try await promise.future.value }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(promise.future.state == .cancelled)
    }

    @Test func aTaskThatWasCancelledBeforeStillGetsAResultThatIsThere() async throws {
        let task = Task {
            await eventually { Task.isCancelled }
            return try await Future(value: 3).value
        }
        task.cancel()
        #expect(try await task.value == 3)
    }

    @Test func aCancelledTaskWaitsForTheJobThatRuns() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let started = Promise<Void>()
        let hasEnded = Locked(false)
        let task = Task {
            let value = try await pool.run {
                started.fulfill()
                gate.pass()
                hasEnded.change { $0 = true }
                return 5
            }
            #expect(hasEnded.value)
            return value
        }
        try await started.future.value
        task.cancel()
        gate.open()
        #expect(try await task.value == 5)
        await pool.shutdown()
    }

    @Test func aCancelledTaskLeavesAShieldedFutureAtOnce() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let future = try await occupy(pool, until: gate)
        let task = Task { try await future.shielded().value }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(future.state == .running)
        gate.open()
        try await future.value
        await pool.shutdown()
    }

    @Test func aCancelledJobReleasesWhatItCaptured() async throws {
        final class Token: Sendable {}
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let first = try await occupy(pool, until: gate)
        weak var token: Token?
        let second: Future<Void>
        do {
            let captured = Token()
            token = captured
            second = pool.submit { withExtendedLifetime(captured) {} }
        }
        second.cancel()
        #expect(token == nil)
        gate.open()
        try await first.value
        await pool.shutdown()
    }

    @Test func manyCancelledJobsLeaveTheCountsExact() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        let futures = (0..<1_000).map { number in pool.submit { number } }
        for future in futures where future !== futures[500] { #expect(future.cancel()) }
        #expect(pool.statistics.queued == 1)
        #expect(pool.statistics.cancelled == 999)
        gate.open()
        #expect(try await futures[500].value == 500)
        await pool.shutdown()
        #expect(pool.statistics.completed == 2)
    }
}
