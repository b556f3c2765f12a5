import Testing

@testable import ExecutorFutures

@Suite struct GatherTests {
    @Test func valuesComeInTheOrderOfTheFutures() async throws {
        let promises = (0..<5).map { _ in Promise<Int>() }
        let gathered = Task { try await Futures.gather(promises.map(\.future)) }
        for index in [3, 0, 4, 2, 1] { promises[index].fulfill(index * 10) }
        #expect(try await gathered.value == [0, 10, 20, 30, 40])
    }

    @Test func futuresOfDifferentTypesGatherIntoATuple() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2)
        let (number, text) = try await Futures.gather(pool.submit { 1 }, pool.submit { "one" })
        #expect(number == 1)
        #expect(text == "one")
        await #expect(throws: Failure(number: 2)) {
            try await Futures.gather(Future(value: 1), Future<String>(failure: Failure(number: 2)))
        }
        await pool.shutdown()
    }

    @Test func nothingAndTheSameFutureTwiceAreFine() async throws {
        #expect(try await Futures.gather([Future<Int>]()) == [])
        let future = Future(value: 4)
        #expect(try await Futures.gather([future, future]) == [4, 4])
        #expect(await Futures.allResults([Future<Int>]()).isEmpty)
    }

    @Test func theFailureThatComesFirstIsThrownAtOnceAndTheOthersGoOn() async throws {
        let promises = (0..<4).map { _ in Promise<Int>() }
        let gathered = Task { try await Futures.gather(promises.map(\.future)) }
        promises[0].fulfill(0)
        promises[2].fail(Failure(number: 2))
        await #expect(throws: Failure(number: 2)) { try await gathered.value }
        #expect(promises[3].future.state == .pending)
        #expect(promises[3].fulfill(3))
    }

    @Test func theFirstFailureIsTheFirstInTimeAndOfThoseBeforeTheCallTheFirstGiven() async throws {
        let promises = (0..<5).map { _ in Promise<Int>() }
        for index in [4, 3] { promises[index].fail(Failure(number: index)) }
        let early = CompletionWatch(count: 5, until: .anyFailureOrCancellation)
        let late = CompletionWatch(count: 3, until: .anyFailureOrCancellation)
        for promise in promises { early.add(promise.future) }
        for promise in promises.prefix(3) { late.add(promise.future) }
        for index in [2, 0] { promises[index].fail(Failure(number: index)) }
        try await early.wait()
        try await late.wait()
        #expect(early.firstError as? Failure == Failure(number: 3))
        #expect(late.firstError as? Failure == Failure(number: 2))
    }

    @Test func aCancelledFutureFailsTheGathering() async {
        let promise = Promise<Int>()
        promise.future.cancel()
        await #expect(throws: CancellationError.self) {
            try await Futures.gather([Future(value: 1), promise.future])
        }
    }

    @Test func aCancelledTaskCancelsWhatIsPendingAndWaitsForWhatRuns() async throws {
        let (pending, running) = (Promise<Int>(), Promise<Int>())
        #expect(running.begin())
        let hasReturned = Locked(false)
        let gathered = Task {
            defer { hasReturned.change { $0 = true } }
            return try await Futures.gather([pending.future, running.future])
        }
        gathered.cancel()
        await eventually { pending.future.state == .cancelled }
        #expect(!hasReturned.value)
        running.fulfill(1)
        await #expect(throws: CancellationError.self) { try await gathered.value }
    }

    @Test func allResultsKeepsFailures() async {
        let cancelled = Promise<Int>()
        cancelled.future.cancel()
        let results = await Futures.allResults([
            Future(value: 1), Future(failure: Failure(number: 2)), cancelled.future,
        ])
        #expect(results.count == 3)
        #expect(throws: Never.self) { try results[0].get() }
        #expect(throws: Failure(number: 2)) { try results[1].get() }
        #expect(throws: CancellationError.self) { try results[2].get() }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func racingEndsLeaveOneResult(seed: UInt64) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 3)
        var random = SeededGenerator(seed: seed)
        let failing = Int.random(in: -20..<20, using: &random)
        let futures = (0..<20).map { number in
            pool.submit {
                if number == failing { throw Failure(number: number) }
                return number
            }
        }
        let gathered = await Result.of { try await Futures.gather(futures) }
        if failing < 0 {
            #expect(try gathered.get() == Array(0..<20), "seed \(seed)")
        } else {
            #expect(throws: Failure(number: failing), "seed \(seed)") { try gathered.get() }
        }
        await pool.shutdown()
    }
}

extension Result where Failure == any Error {
    fileprivate static func of(_ body: () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
