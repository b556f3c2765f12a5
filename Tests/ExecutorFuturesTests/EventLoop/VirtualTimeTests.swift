import Testing

@testable import ExecutorFutures

/// Time that jumps, and what happens when nothing can.
@Suite struct VirtualTimeTests {
    private let virtual = EventLoop.Configuration(time: .virtual)

    @Test func aDayOfTimersTakesNoTime() throws {
        let start = ContinuousClock.now
        let passed = try EventLoop.run(configuration: virtual) { loop in
            let start = loop.clock.now
            for _ in 0..<24 { try await loop.sleep(for: .seconds(3600)) }
            return start.duration(to: loop.clock.now)
        }
        #expect(passed == .seconds(86_400))
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func timeStandsStillWhileAThreadOutsideWorks() throws {
        let gate = Gate()
        let times = try EventLoop.run(configuration: virtual) { loop in
            loop.callLater(after: .seconds(1)) {}
            async let work: Void = loop.toThread { gate.pass() }
            await loop.yield()
            gate.open()
            try await work
            let afterWork = loop.clock.now
            try await loop.sleep(for: .seconds(1))
            return [afterWork.nanoseconds, loop.clock.now.nanoseconds]
        }
        #expect(times == [0, 1_000_000_000])
    }

    @Test func aDeadlockNamesTheTasksThatWait() throws {
        let error = #expect(throws: EventLoopError.self) {
            try EventLoop.run(name: "stuck", configuration: virtual) { loop in
                loop.spawn(name: "helper") { await never() }
                await never()
            }
        }
        guard case .deadlock("stuck", let tasks) = error else {
            return _ = Issue.record("\(String(describing: error))")
        }
        #expect(tasks.count == 2)
        #expect(tasks.first?.hasPrefix("main (") == true)
        #expect(tasks.last?.hasPrefix("helper (") == true)
    }

    @Test func aRunWithoutAGoalEndsWhenNothingCanHappen() throws {
        let loop = try EventLoop(configuration: virtual)
        let fired = Locked<[Int64]>([])
        loop.post {
            for seconds in 1...3 {
                loop.callLater(after: .seconds(seconds)) { fired.change { $0.append(loop.clock.now.nanoseconds) } }
            }
        }
        try loop.run()
        #expect(fired.value == [1_000_000_000, 2_000_000_000, 3_000_000_000])
    }

    @Test func aSchedulerMayGiveUp() throws {
        final class GivesUp: LoopScheduler {
            func choose(among options: [ReadyChoice]) -> Int? { nil }
        }
        let configuration = EventLoop.Configuration(time: .virtual, scheduler: GivesUp())
        #expect(throws: EventLoopError.abandoned(loop: "loop")) {
            try EventLoop.run(configuration: configuration) { loop in
                loop.spawn {}
                loop.spawn {}
                await loop.yield()
            }
        }
    }

    @Test func theSchedulerSeesEachTaskUnderOneNumber() throws {
        final class Recorder: LoopScheduler {
            let seen = Locked<[[ReadyChoice]]>([])
            func choose(among options: [ReadyChoice]) -> Int? {
                seen.change { $0.append(options) }
                return 0
            }
        }
        let recorder = Recorder()
        let configuration = EventLoop.Configuration(time: .virtual, scheduler: recorder)
        try EventLoop.run(configuration: configuration) { loop in
            loop.callSoon {}
            loop.callSoon {}
            let task = loop.spawn { await loop.yield() }
            await loop.yield()
            try await task.value
        }
        let callback = ReadyChoice(kind: .callback, number: nil)
        let main = ReadyChoice(kind: .task, number: 0)
        let other = ReadyChoice(kind: .task, number: 1)
        #expect(
            recorder.seen.value == [[callback, other, main], [callback, other, main], [other, main], [main, other]])
    }

    @Test func independentCallbacksMayRunInAnyOrder() throws {
        let orders = try Set(
            (UInt64(0)..<50).map { seed in
                let configuration = EventLoop.Configuration(time: .virtual, scheduler: RandomScheduler(seed: seed))
                return try EventLoop.run(configuration: configuration) { loop in
                    let order = Locked<[Int]>([])
                    for number in 0..<3 { loop.callIndependently(as: number) { order.change { $0.append(number) } } }
                    while order.value.count < 3 { await loop.yield() }
                    return order.value
                }
            })
        #expect(orders.count == 6)
    }

    @Test func aSleeperIsWokenByItsCancellation() throws {
        let passed = try EventLoop.run(configuration: virtual) { loop in
            let sleeper = loop.spawn { try await loop.sleep(for: .seconds(100)) }
            try await loop.sleep(for: .seconds(1))
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { try await sleeper.value }
            return loop.clock.now.nanoseconds
        }
        #expect(passed == 1_000_000_000)
    }

    @Test func tasksOfOtherExecutorsSleepOnTheClockToo() async throws {
        let loop = try EventLoop.onOwnThread()
        try await loop.clock.sleep(for: .microseconds(10))
        await #expect(throws: EventLoopError.shutDown(loop: "loop")) {
            async let sleep: Void = loop.sleep(for: .seconds(1000))
            await loop.shutdown()
            try await sleep
        }
    }
}

/// Waits for what nobody brings.
private func never() async {
    await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
}
