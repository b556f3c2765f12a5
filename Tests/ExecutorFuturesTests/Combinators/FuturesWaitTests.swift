import Testing

@testable import ExecutorFutures

/// `Futures.wait` and `Futures.asCompleted`.
@Suite struct FuturesWaitTests {
    private let promises = (0..<4).map { _ in Promise<Int>() }
    private var futures: [Future<Int>] { promises.map(\.future) }

    /// Starts to wait, and returns when the waiting task is among the observers.
    private func start(
        until condition: Futures.WaitCondition, timeout: Duration? = nil, clock: ManualClock = ManualClock()
    ) -> Task<[[Int]], any Error> {
        Task {
            let (done, pending) = try await Futures.wait(futures, until: condition, timeout: timeout, clock: clock)
            return [done, pending].map { list in
                list.map { future in futures.firstIndex { $0 === future } ?? -1 }
            }
        }
    }

    @Test func theFirstEndOfAnyKindIsEnough() async throws {
        let waiting = start(until: .firstCompleted)
        promises[2].future.cancel()
        #expect(try await waiting.value == [[2], [0, 1, 3]])
        #expect(try await start(until: .firstCompleted).value == [[2], [0, 1, 3]])
    }

    @Test func onlyAFailureCountsAsOne() async throws {
        let waiting = start(until: .firstFailed)
        promises[3].fulfill(3)
        promises[0].future.cancel()
        promises[1].fail(Failure())
        #expect(try await waiting.value == [[0, 1, 3], [2]])
    }

    @Test func withoutAFailureAllEndsAreAwaited() async throws {
        let waiting = start(until: .firstFailed)
        for promise in promises.reversed() { promise.fulfill(0) }
        #expect(try await waiting.value == [[0, 1, 2, 3], []])
    }

    @Test func allMeansAll() async throws {
        let waiting = start(until: .allCompleted)
        promises[1].fail(Failure())
        for index in [3, 0, 2] { promises[index].fulfill(0) }
        #expect(try await waiting.value == [[0, 1, 2, 3], []])
        let nothing = try await Futures.wait([Future<Int>]())
        #expect(nothing.done.isEmpty && nothing.pending.isEmpty)
    }

    @Test func aTimeOutTellsWhatIsDoneAndCancelsNothing() async throws {
        let clock = ManualClock()
        let waiting = start(until: .allCompleted, timeout: .seconds(3), clock: clock)
        await eventually { clock.sleeperCount == 1 }
        promises[1].fulfill(1)
        clock.advance(by: .seconds(2))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(1))
        #expect(try await waiting.value == [[1], [0, 2, 3]])
        #expect(futures[0].state == .pending)
    }

    @Test(arguments: [Duration.zero, .seconds(-1)]) func noTimeAsksWithoutWaiting(timeout: Duration) async throws {
        promises[0].fulfill(0)
        #expect(try await start(until: .allCompleted, timeout: timeout).value == [[0], [1, 2, 3]])
    }

    @Test func aCancelledTaskLeavesTheFuturesAlone() async throws {
        let waiting = start(until: .allCompleted)
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(futures.allSatisfy { $0.state == .pending })
    }

    // MARK: asCompleted

    @Test func futuresComeInTheOrderOfTheirEnds() async throws {
        promises[2].fulfill(2)
        let completed = Futures.asCompleted(futures)
        promises[3].fail(Failure(number: 3))
        promises[0].future.cancel()
        let rest = Task {
            var order: [Int] = []
            for try await future in completed { order.append(futures.firstIndex { $0 === future } ?? -1) }
            return order
        }
        promises[1].fulfill(1)
        #expect(try await rest.value == [2, 3, 0, 1])
    }

    @Test func noFuturesEndAtOnceAndEqualOnesComeTwice() async throws {
        for try await _ in Futures.asCompleted([Future<Int>]()) { Issue.record("there is no future") }
        var count = 0
        let future = Future(value: 1)
        for try await _ in Futures.asCompleted([future, future]) { count += 1 }
        #expect(count == 2)
    }

    @Test func aTimeOutAroundTheLoopIsThrown() async throws {
        let clock = ManualClock()
        let loop = Task {
            var seen = 0
            await #expect(throws: DeadlineExceeded.self) {
                try await withTimeout(.seconds(1), clock: clock) {
                    for try await _ in Futures.asCompleted(futures) { seen += 1 }
                }
            }
            return seen
        }
        promises[0].fulfill(0)
        await eventually { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(1))
        #expect(await loop.value <= 1)
        #expect(futures[1].state == .pending)
    }

    @Test func aSequenceThatIsDroppedLetsGoOfItsFutures() {
        weak var queue: AsyncQueue<Future<Int>>?
        do {
            let completed = Futures.asCompleted(futures)
            queue = completed.arrivals.queue
            #expect(queue != nil)
        }
        // Each observer holds the queue, so none is left.
        #expect(queue == nil)
    }
}
