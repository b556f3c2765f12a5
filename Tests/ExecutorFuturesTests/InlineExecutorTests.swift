import Testing

@testable import ExecutorFutures

/// The executor that needs no thread.
@Suite struct InlineExecutorTests {
    @Test func aJobHasRunBeforeSubmitReturns() throws {
        let executor = InlineExecutor()
        let future = executor.submit { 3 }
        #expect(future.isDone)
        #expect(try future.resultIfDone?.get() == 3)
        #expect(executor.statistics.completed == 1)
    }

    @Test func anErrorIsTheFutures() async {
        let executor = InlineExecutor()
        await #expect(throws: Failure(number: 2)) { try await executor.run { throw Failure(number: 2) } }
    }

    @Test func aMapStopsAtTheFirstFailure() async throws {
        let executor = InlineExecutor()
        let calls = Locked<[Int]>([])
        await #expect(throws: Failure(number: 2)) {
            try await executor.map([1, 2, 3]) { number in
                calls.change { $0.append(number) }
                if number == 2 { throw Failure(number: number) }
            }
        }
        #expect(calls.value == [1, 2])
        #expect(try await executor.map([1, 2, 3]) { $0 * 2 } == [2, 4, 6])
    }

    @Test func aCancelledTaskRunsNothing() async {
        let executor = InlineExecutor()
        let runs = Locked(0)
        let task = Task {
            await eventually { Task.isCancelled }
            try await executor.run { runs.change { $0 += 1 } }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(runs.value == 0)
    }

    @Test func afterAShutdownEveryJobIsRefused() async {
        let executor = InlineExecutor(name: "here")
        await executor.shutdown()
        #expect(!executor.isAccepting)
        let error = await #expect(throws: ExecutorError.self) { try await executor.run {} }
        guard case .shutDown("here") = error else {
            Issue.record("unexpected \(String(describing: error))")
            return
        }
    }

    @Test func aShutdownFromInsideAJobIsOverWhenTheJobIs() {
        let executor = InlineExecutor()
        let end = executor.submit { executor.beginShutdown(cancelPending: false) }
        #expect((try? end.resultIfDone?.get())?.isDone == true)
    }
}
