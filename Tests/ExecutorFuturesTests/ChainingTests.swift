import Testing

@testable import ExecutorFutures

/// Futures made from futures.
@Suite struct ChainingTests {
    @Test func mapTransformsTheValue() async throws {
        #expect(try await Future(value: 20).map { $0 + 1 }.value == 21)
    }

    @Test func anErrorOfTheTransformIsTheResult() async {
        let future = Future(value: 1).map { _ -> Int in throw Failure(number: 2) }
        await #expect(throws: Failure(number: 2)) { try await future.value }
    }

    @Test func aFailurePassesTheTransformBy() async {
        let calls = Locked(0)
        let future = Future<Int>(failure: Failure(number: 4))
            .map { value in calls.change { $0 += value } }
            .flatMap { _ in Future(value: calls.change { $0 += 1 }) }
        await #expect(throws: Failure(number: 4)) { try await future.value }
        #expect(calls.value == 0)
    }

    @Test func flatMapWaitsForTheSecondFuture() async throws {
        let second = Promise<String>()
        let chain = Future(value: 1).flatMap { _ in second.future }
        #expect(chain.state == .running)
        second.fulfill("done")
        #expect(try await chain.value == "done")
    }

    @Test func aMappedFutureShowsTheStateOfItsSource() {
        let promise = Promise<Int>()
        let mapped = promise.future.map { $0 }
        #expect(mapped.state == .pending)
        _ = promise.begin()
        #expect(mapped.state == .running)
        promise.fulfill(1)
        #expect(mapped.state == .finished)
    }

    @Test func cancellingAMappedFutureCancelsItsSource() {
        let promise = Promise<Int>()
        let mapped = promise.future.map { $0 }.map { $0 }
        #expect(mapped.cancel())
        #expect(promise.future.state == .cancelled)
        #expect(mapped.state == .cancelled)
        #expect(!mapped.cancel())
    }

    @Test func cancellingAMappedFutureOfRunningWorkDoesNothing() async throws {
        let promise = Promise<Int>()
        let mapped = promise.future.map { $0 + 1 }
        _ = promise.begin()
        #expect(!mapped.cancel())
        promise.fulfill(1)
        #expect(try await mapped.value == 2)
    }

    @Test func cancellingAChainCancelsTheStepItWaitsFor() {
        let second = Promise<Int>()
        let chain = Future(value: 1).flatMap { _ in second.future }
        #expect(chain.cancel())
        #expect(second.future.state == .cancelled)
        #expect(chain.state == .cancelled)
    }

    @Test func aShieldedFutureIsCancelledAlone() async throws {
        let promise = Promise<Int>()
        let shield = promise.future.shielded()
        #expect(shield.cancel())
        #expect(promise.future.state == .pending)
        promise.fulfill(1)
        #expect(try await promise.future.value == 1)
        #expect(shield.state == .cancelled)
    }

    @Test func aShieldedFutureHasTheSameResult() async throws {
        let promise = Promise<Int>()
        let seen = Promise<Int>()
        promise.future.shielded().whenComplete { seen.complete(with: $0) }
        promise.fulfill(1)
        #expect(try await seen.future.value == 1)
    }

    @Test func aLongChainIsReleasedWithItsEnd() {
        final class Token: Sendable {}
        weak var token: Token?
        let promise = Promise<Int>()
        var last: Future<Int>
        do {
            let captured = Token()
            token = captured
            last = promise.future.map { [captured] value in withExtendedLifetime(captured) { value } }
        }
        for _ in 0..<100 { last = last.map { $0 + 1 } }
        promise.fulfill(0)
        #expect((try? last.resultIfDone?.get()) == 100)
        #expect(token == nil)
    }
}
