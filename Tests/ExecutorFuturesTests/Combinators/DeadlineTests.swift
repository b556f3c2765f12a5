import Testing

@testable import ExecutorFutures

@Suite struct DeadlineTests {
    private let clock = ManualClock()

    /// Waits until it is cancelled.
    private func waitForever() async throws {
        try await AsyncEvent().wait()
    }

    @Test func aBodyThatIsInTimeIsNotTouched() async throws {
        #expect(try await withTimeout(.seconds(1), clock: clock) { 5 } == 5)
        #expect(try await withDeadline(clock.now.advanced(by: .seconds(1)), clock: clock) { "a" } == "a")
        await #expect(throws: Failure(number: 1)) {
            try await withTimeout(.seconds(1), clock: clock) { throw Failure(number: 1) }
        }
        #expect(clock.sleeperCount == 0)
    }

    @Test func aBodyThatIsLateIsCancelledAndItsCancellationBecomesATimeOut() async throws {
        let task = Task { try await withTimeout(.seconds(5), clock: clock) { try await waitForever() } }
        await eventually { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(4))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .seconds(1))
        let error = await #expect(throws: DeadlineExceeded.self) { try await task.value }
        #expect(error == DeadlineExceeded(limit: "5.0 seconds"))
        #expect(error?.description.contains("(5.0 seconds) had passed") == true)
    }

    @Test func theCallerWaitsForABodyThatIgnoresItsCancellation() async throws {
        let goOn = Promise<Int>()
        #expect(goOn.begin())
        let hasReturned = Locked(false)
        let task = Task {
            defer { hasReturned.change { $0 = true } }
            return try await withTimeout(.seconds(1), clock: clock) {
                await eventually { Task.isCancelled }
                return try await goOn.future.value
            }
        }
        await eventually { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(1))
        #expect(!hasReturned.value)
        goOn.fulfill(7)
        #expect(try await task.value == 7)
    }

    @Test func theCallersOwnCancellationIsNoTimeOut() async throws {
        let task = Task { try await withTimeout(.seconds(5), clock: clock) { try await waitForever() } }
        await eventually { clock.sleeperCount == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test(arguments: [Duration.zero, .seconds(-1)])
    func withoutTimeTheBodyStartsCancelled(timeout: Duration) async throws {
        let isCancelled = try await withTimeout(timeout, clock: clock) { Task.isCancelled }
        #expect(isCancelled)
        await #expect(throws: DeadlineExceeded.self) {
            try await withTimeout(timeout, clock: clock) { try Task.checkCancellation() }
        }
        #expect(!Task.isCancelled)
    }

    @Test func anErrorThatABodyMakesOfItsCancellationIsThrownAsItIs() async throws {
        let task = Task {
            try await withTimeout(.seconds(1), clock: clock) {
                do { try await waitForever() } catch { throw Failure(number: 9) }
            }
        }
        await eventually { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(1))
        await #expect(throws: Failure(number: 9)) { try await task.value }
    }

    @Test(arguments: [(1, 2), (2, 1)])
    func theNearerOfTwoNestedDeadlinesIsTheOneThatIsTold(outer: Int, inner: Int) async throws {
        let task = Task {
            try await withTimeout(.seconds(outer), clock: clock) {
                do {
                    try await withTimeout(.seconds(inner), clock: clock) { try await waitForever() }
                } catch let error as DeadlineExceeded {
                    return error.limit
                }
                return "nothing"
            }
        }
        await eventually { clock.sleeperCount == 2 }
        clock.advance(by: .seconds(1))
        if inner < outer {
            #expect(try await task.value == "1.0 seconds")
        } else {
            await #expect(throws: DeadlineExceeded(limit: "1.0 seconds")) { try await task.value }
        }
        #expect(clock.sleeperCount == 0)
    }

    @Test func theBodyKeepsTheIsolationOfItsActorAndMayUseWhatIsNotSendable() async throws {
        final class Page {
            var text = ""
        }
        actor Cache {
            let page = Page()

            func fill(_ clock: ManualClock) async throws -> String {
                let filled = try await withTimeout(.seconds(1), clock: clock) {
                    assertIsolated()
                    page.text += "a"
                    await Task.yield()
                    assertIsolated()
                    return page
                }
                return filled.text
            }
        }
        #expect(try await Cache().fill(clock) == "a")
    }

    // MARK: Futures

    @Test func aFutureThatIsLateGoesOnWithoutTheCaller() async throws {
        let promise = Promise<Int>()
        #expect(promise.begin())
        let task = Task { try await promise.future.value(timeout: .seconds(1), clock: clock) }
        await eventually { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(1))
        await #expect(throws: DeadlineExceeded.self) { try await task.value }
        #expect(promise.future.state == .running)
        promise.fulfill(1)
        #expect(try await promise.future.value(timeout: .zero, clock: clock) == 1)
    }

    @Test func aFutureInTimeGivesItsValueOrItsError() async throws {
        let (good, bad) = (Promise<Int>(), Promise<Int>())
        let tasks = [good, bad].map { promise in
            Task { try await promise.future.value(timeout: .seconds(1), clock: clock) }
        }
        await eventually { clock.sleeperCount == 2 }
        good.fulfill(1)
        bad.fail(Failure(number: 2))
        #expect(try await tasks[0].value == 1)
        await #expect(throws: Failure(number: 2)) { try await tasks[1].value }
    }

    @Test(arguments: [false, true]) func aCancelledTaskLeavesAtOnce(isRunning: Bool) async throws {
        let promise = Promise<Int>()
        if isRunning { #expect(promise.begin()) }
        let task = Task { try await promise.future.value(timeout: .seconds(1), clock: clock) }
        await eventually { clock.sleeperCount == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(promise.future.state == (isRunning ? .running : .cancelled))
    }
}
