import Testing

@testable import ExecutorFutures

/// Where a thread may be held until a future is done, and where that is refused.
@Suite struct WaitTests {
    /// A synchronous function hides from `noasync` that its caller is a task.
    private func waitHere<Value>(_ future: Future<Value>) throws -> Value { try future.wait() }
    private func mapHere(_ pool: ThreadPoolExecutor) throws -> [Int] { try pool.mapAndWait([1]) { $0 } }
    private func shutDownHere(_ pool: ThreadPoolExecutor) throws { try pool.shutdownAndWait() }

    @Test func aPlainThreadGetsTheResult() async throws {
        let pool = ThreadPoolExecutor()
        #expect(try await onPlainThread { try pool.submit { 6 }.wait() } == 6)
        await #expect(throws: Failure(number: 1)) {
            try await onPlainThread { try pool.submit { throw Failure(number: 1) }.wait() }
        }
        await pool.shutdown()
    }

    @Test func aPlainThreadIsHeldUntilThePromiseIsFulfilled() async throws {
        let promise = Promise<Int>()
        async let waited = onPlainThread { try promise.future.wait(timeout: .seconds(3_600)) }
        await Task.yield()
        promise.fulfill(2)
        #expect(try await waited == 2)
    }

    @Test func aTaskIsRefusedWhetherOrNotTheFutureIsDone() async {
        #expect(throws: FutureWaitError.calledOnTask) { try waitHere(Promise<Int>().future) }
        #expect(throws: FutureWaitError.calledOnTask) { try waitHere(Future(value: 1)) }
    }

    @Test func everyCallThatWaitsRefusesTasks() async {
        let pool = ThreadPoolExecutor()
        #expect(throws: FutureWaitError.calledOnTask) { try mapHere(pool) }
        #expect(throws: FutureWaitError.calledOnTask) { try shutDownHere(pool) }
        #expect(pool.isAccepting)
        await pool.shutdown()
    }

    @Test func theMainActorIsRefusedToo() async {
        _ = await MainActor.run {
            #expect(throws: FutureWaitError.calledOnTask) { try waitHere(Promise<Int>().future) }
        }
    }

    @Test func theThreadOfAnEventLoopIsRefusedWhateverItRuns() async {
        let loop = ThreadOwner(name: "main loop", kind: .eventLoop)
        let pool = ThreadPoolExecutor()
        let refusal = FutureWaitError.calledOnEventLoop(name: "main loop")
        await #expect(throws: refusal) {
            try await onPlainThread { try loop.whileCurrent { try Future(value: 1).wait() } }
        }
        await #expect(throws: refusal) {
            try await onPlainThread { try loop.whileCurrent { try pool.shutdownAndWait() } }
        }
        #expect(throws: refusal) { try loop.whileCurrent { try waitHere(Future(value: 1)) } }
        #expect(pool.isAccepting)
        #expect(refusal.description.contains("whenComplete"))
        await pool.shutdown()
    }

    @Test func aWorkerIsRefusedWhatItsOwnPoolWillDo() async throws {
        let pool = ThreadPoolExecutor(name: "inner", maximumThreads: 4)
        let refusal = FutureWaitError.calledOnOwnWorker(executor: "inner")
        await #expect(throws: refusal) { try await pool.run { try pool.submit { 1 }.wait() } }
        await #expect(throws: refusal) { try await pool.run { try pool.submit { 1 }.map { $0 }.wait() } }
        await #expect(throws: refusal) { try await pool.run { try pool.mapAndWait([1]) { $0 } } }
        await pool.shutdown()
    }

    @Test func aWorkerMayWaitForAnotherPool() async throws {
        let outer = ThreadPoolExecutor(name: "outer")
        let inner = ThreadPoolExecutor(name: "inner")
        #expect(try await outer.run { try inner.submit { 3 }.wait() } == 3)
        await outer.shutdown()
        await inner.shutdown()
    }

    @Test func aWorkerMayWaitForAPromise() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let promise = Promise<Int>()
        let future = pool.submit { try promise.future.wait() }
        promise.fulfill(4)
        #expect(try await future.value == 4)
        await pool.shutdown()
    }

    @Test(arguments: [Duration.zero, .milliseconds(1), .seconds(-5)])
    func aWaitWithALimitEndsAndLeavesTheWorkAlone(limit: Duration) async throws {
        let promise = Promise<Int>()
        await #expect(throws: FutureWaitError.timedOut(after: limit)) {
            try await onPlainThread { try promise.future.wait(timeout: limit) }
        }
        #expect(promise.future.state == .pending)
        promise.fulfill(1)
        #expect(try await onPlainThread { try promise.future.wait(timeout: limit) } == 1)
    }

    @Test func refusalsSayWhatToWriteInstead() {
        #expect(FutureWaitError.calledOnTask.description.contains("try await"))
        #expect(FutureWaitError.calledOnOwnWorker(executor: "disk").description.contains("flatMap"))
        #expect(FutureWaitError.timedOut(after: .seconds(2)).description.contains("2.0 seconds"))
    }
}
