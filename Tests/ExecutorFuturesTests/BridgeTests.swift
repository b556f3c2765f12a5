import Testing

@testable import ExecutorFutures

/// Futures beside Swift's own tasks and continuations.
@Suite struct BridgeTests {
    @Test func aTaskAsAFutureHasItsResult() async throws {
        #expect(try await Task { 4 }.future.value == 4)
        let failing = Task<Int, any Error> { throw Failure(number: 6) }
        await #expect(throws: Failure(number: 6)) { try await failing.future.value }
    }

    @Test func cancellingTheFutureCancelsTheTaskAndEndsWithIt() async {
        let promise = Promise<Int>()
        let task = Task { try await promise.future.value }
        let future = task.future
        #expect(future.state == .running)
        #expect(!future.cancel())
        #expect(task.isCancelled)
        await #expect(throws: CancellationError.self) { try await future.value }
        #expect(future.state == .cancelled)
    }

    @Test func aTaskThatIgnoresItsCancellationStillGivesItsValue() async throws {
        let gate = Promise<Void>()
        let task = Task {
            _ = await gate.future.shielded().result
            return 5
        }
        let future = task.future
        future.cancel()
        gate.fulfill()
        #expect(try await future.value == 5)
        #expect(future.state == .finished)
    }

    @Test func aSynchronousProgramMayWaitForATask() async throws {
        let future = Task { 9 }.future
        #expect(try await onPlainThread { try future.wait() } == 9)
    }

    @Test func aContinuationTakesTheResultOfAFuture() async throws {
        let promise = Promise<Int>()
        async let value = withCheckedThrowingContinuation { continuation in
            promise.future.whenComplete { continuation.resume(with: $0) }
        }
        promise.fulfill(2)
        #expect(try await value == 2)
    }

    @Test func theTypeOfAnErrorIsKeptByWorkThatReturnsIt() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let result: Result<Int, Failure> = try await pool.run {
            Result { () throws(Failure) in throw Failure(number: 3) }
        }
        #expect(result == .failure(Failure(number: 3)))
        await pool.shutdown()
    }

    @Test func aPoolInAScopeThrowsWhatItsBodyThrows() async {
        do throws(Failure) {
            try await withThreadPool { _ async throws(Failure) in throw Failure(number: 1) }
        } catch {
            #expect(error.number == 1)
        }
    }
}
