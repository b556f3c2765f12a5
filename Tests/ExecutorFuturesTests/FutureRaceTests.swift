import Testing

@testable import ExecutorFutures

/// Watchers that come and go while a future ends; every random choice comes from the seed that the test is named with.
@Suite struct FutureRaceTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyWatcherIsToldOnceOrWithdrawn(seed: UInt64) async throws {
        for round in 0..<300 as Range<UInt64> {
            let promise = Promise<Int>()
            let told = Locked(0)
            let expected = await withTaskGroup(of: Int.self) { group in
                for member in 0..<5 as Range<UInt64> {
                    group.addTask {
                        var random = SeededGenerator(seed: seed &* 1_000_003 &+ round &* 11 &+ member)
                        var expected = 0
                        for _ in 0..<Int.random(in: 1...4, using: &random) {
                            switch Int.random(in: 0..<4, using: &random) {
                            case 0: #expect(await (try? promise.future.value) == 7, "seed \(seed), round \(round)")
                            case 1:
                                let registration = promise.future.whenComplete { _ in told.change { $0 += 1 } }
                                if Bool.random(using: &random) { await Task.yield() }
                                expected += registration.cancel() ? 0 : 1
                            case 2:
                                promise.future.whenComplete { _ in told.change { $0 += 1 } }
                                expected += 1
                            default: await Task.yield()
                            }
                        }
                        return expected
                    }
                }
                group.addTask {
                    await Task.yield()
                    promise.fulfill(7)
                    return 0
                }
                return await group.reduce(0, +)
            }
            #expect(told.value == expected, "seed \(seed), round \(round)")
            #expect(promise.future.state == .finished)
        }
    }

    @Test func manyWatchersAreToldInTheirOrderAndSomeMayLeave() {
        let promise = Promise<Void>()
        let order = Locked<[Int]>([])
        let registrations = (0..<50).map { number in
            promise.future.whenComplete { _ in order.change { $0.append(number) } }
        }
        for number in stride(from: 0, to: 50, by: 3) { #expect(registrations[number].cancel()) }
        promise.fulfill()
        #expect(order.value == (0..<50).filter { !$0.isMultiple(of: 3) })
        #expect(!registrations[1].cancel())
    }

    @Test func watchersOfAFutureThatNobodyEndsAreReleasedWithIt() {
        final class Token: Sendable {}
        weak var token: Token?
        do {
            let captured = Token()
            token = captured
            let future = Future<Int>()
            future.whenComplete { _ in withExtendedLifetime(captured) {} }
            #expect(token != nil)
        }
        #expect(token == nil)
    }

    @Test func aWithdrawnClosureIsReleasedAtOnce() {
        final class Token: Sendable {}
        let promise = Promise<Int>()
        weak var token: Token?
        let registration: FutureRegistration
        do {
            let captured = Token()
            token = captured
            registration = promise.future.whenComplete { _ in withExtendedLifetime(captured) {} }
        }
        #expect(token != nil)
        #expect(registration.cancel())
        #expect(token == nil)
    }
}
