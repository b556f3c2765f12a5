import Testing

@testable import ExecutorFutures

/// What a future tells, to whom, and how often.
@Suite struct FutureTests {
    @Test func aFulfilledPromiseGivesItsValueToEveryoneHoweverLate() async throws {
        let promise = Promise<Int>()
        async let early = promise.future.value
        promise.fulfill(7)
        #expect(try await early == 7)
        #expect(try await promise.future.value == 7)
    }

    @Test func aFailedPromiseThrowsItsError() async {
        let promise = Promise<Int>()
        promise.fail(Failure(number: 3))
        await #expect(throws: Failure(number: 3)) { try await promise.future.value }
    }

    @Test func theFirstCompletionWinsAndTheOthersAreTold() async throws {
        let promise = Promise<Int>()
        #expect(promise.fulfill(1))
        #expect(!promise.fulfill(2))
        #expect(!promise.fail(Failure()))
        #expect(!promise.future.cancel())
        #expect(try await promise.future.value == 1)
    }

    @Test func aPromiseThatIsDroppedFailsItsFuture() async {
        func drop() -> Future<Int> { Promise<Int>().future }
        await #expect(throws: BrokenPromise()) { try await drop().value }
    }

    @Test func aFutureMadeFromAResultIsDone() async throws {
        #expect(Future(value: 1).isDone)
        #expect(try await Future(value: 1).value == 1)
        #expect(Future<Int>(failure: Failure()).state == .finished)
    }

    @Test func theStateGoesFromPendingOverRunningToFinished() {
        let promise = Promise<Int>()
        let future = promise.future
        #expect(future.state == .pending)
        #expect(promise.begin())
        #expect(!promise.begin())
        #expect(future.state == .running)
        #expect(!future.isDone)
        #expect(future.resultIfDone == nil)
        promise.fulfill(1)
        #expect(future.state == .finished)
        #expect((try? future.resultIfDone?.get()) == 1)
    }

    @Test func aCompletionClosureRunsOnceBeforeOrAfterTheEnd() {
        let promise = Promise<Int>()
        let calls = Locked<[Int?]>([])
        promise.future.whenComplete { result in calls.change { $0.append(try? result.get()) } }
        #expect(calls.value.isEmpty)
        promise.fulfill(5)
        promise.future.whenComplete { result in calls.change { $0.append((try? result.get()).map { -$0 }) } }
        #expect(calls.value == [5, -5])
    }

    @Test func completionClosuresRunInTheOrderOfTheirRegistration() {
        let promise = Promise<Void>()
        let order = Locked<[Int]>([])
        for number in 0..<5 { promise.future.whenComplete { _ in order.change { $0.append(number) } } }
        promise.fulfill()
        #expect(order.value == [0, 1, 2, 3, 4])
    }

    @Test func aWithdrawnClosureNeverRuns() {
        let promise = Promise<Void>()
        let calls = Locked(0)
        let registration = promise.future.whenComplete { _ in calls.change { $0 += 1 } }
        #expect(registration.cancel())
        #expect(!registration.cancel())
        promise.fulfill()
        #expect(calls.value == 0)
    }

    @Test func aRegistrationCannotBeWithdrawnAfterTheEnd() {
        let promise = Promise<Void>()
        let registration = promise.future.whenComplete { _ in }
        promise.fulfill()
        #expect(!registration.cancel())
    }

    @Test func completingFromACompletionClosureDoesNotDeadlock() {
        let first = Promise<Int>()
        let second = Promise<Int>()
        first.future.whenComplete { _ in
            #expect(first.future.isDone)
            second.fulfill(2)
        }
        first.fulfill(1)
        #expect(second.future.isDone)
    }
}
