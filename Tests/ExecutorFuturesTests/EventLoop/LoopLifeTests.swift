import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How loops start, stop, refuse and end.
@Suite struct LoopLifeTests {
    @Test func runReturnsTheValueOrThrowsTheError() throws {
        #expect(try EventLoop.run { _ in 7 } == 7)
        #expect(throws: Failure(number: 3)) { try EventLoop.run { _ in throw Failure(number: 3) } }
    }

    @Test func tasksThatAreLeftBehindAreCancelledAndAwaited() throws {
        let ended = Locked(false)
        try EventLoop.run { loop in
            loop.spawn {
                defer { ended.change { $0 = true } }
                try await loop.sleep(for: .seconds(1000))
            }
            await loop.yield()
        }
        #expect(ended.value)
    }

    @Test func aLoopRunsAgainAndKeepsWhatIsQueued() throws {
        let loop = try EventLoop()
        let count = Locked(0)
        loop.post { count.change { $0 += 1 } }
        loop.stop()
        loop.post { count.change { $0 += 10 } }
        try loop.run()
        #expect(count.value == 1)
        #expect(try loop.run(until: loop.submit { 5 }) == 5)
        #expect(count.value == 11)
    }

    @Test func aLoopThatRunsCannotBeRunAgain() throws {
        try EventLoop.run(name: "outer") { loop in
            loop.callSoon {
                #expect(throws: EventLoopError.alreadyRunning(loop: "outer")) { try loop.run() }
                #expect(throws: EventLoopError.threadRunsAnotherLoop(loop: "inner", other: "outer")) {
                    try EventLoop.run(name: "inner") { _ in }
                }
            }
            await settle(loop)
        }
    }

    @Test func aStoppedRunHasNoResult() throws {
        let loop = try EventLoop(name: "halted")
        let promise = Promise<Int>()
        loop.stop()
        #expect(throws: EventLoopError.stopped(loop: "halted")) { try loop.run(until: promise.future) }
    }

    @Test func anEndedLoopTakesNothing() async throws {
        let loop = try EventLoop.onOwnThread(name: "gone")
        await loop.shutdown()
        await loop.shutdown()
        #expect(loop.isShutDown)
        #expect(!loop.post {})
        let gone = EventLoopError.shutDown(loop: "gone")
        await #expect(throws: gone) { try await loop.spawn {}.value }
        await #expect(throws: gone) { try await loop.submit {}.value }
        await #expect(throws: gone) { try await loop.sleep(for: .seconds(1)) }
        #expect(try await loop.toThread { 1 } == 1)
    }

    @Test func aShutdownReleasesWhatWillNotRun() async throws {
        weak var held: Locked<Int>?
        let loop = try EventLoop.onOwnThread()
        do {
            let token = Locked(0)
            held = token
            loop.post {
                loop.stop()
                loop.callSoon { token.change { $0 += 1 } }
                loop.callLater(after: .seconds(1000)) { token.change { $0 += 1 } }
            }
        }
        await loop.shutdown()
        #expect(held == nil)
    }

    @Test func aLoopWithAThreadOfItsOwnServesOthers() async throws {
        let loop = try EventLoop.onOwnThread(name: "server", stackSize: 64 << 20)
        let depth = try await loop.submit { deep(100_000) }.value
        #expect(depth == 100_000)
        let plain = try await onPlainThread { try loop.submit { loop.isCurrent }.wait() }
        #expect(plain)
        await loop.shutdown()
    }

    @Test func aShutdownMayComeBeforeTheThreadHasStarted() async throws {
        for _ in 0..<50 {
            let loop = try EventLoop.onOwnThread()
            let task = loop.submit { try await loop.sleep(for: .seconds(1000)) }
            await loop.shutdown()
            #expect(task.isDone)
        }
    }

    @Test func nobodyElseRunsALoopWithAThreadOfItsOwn() async throws {
        let loop = try EventLoop.onOwnThread(name: "owned")
        await #expect(throws: EventLoopError.alreadyRunning(loop: "owned")) {
            try await onPlainThread { try loop.run() }
        }
        await loop.shutdown()
    }

    @Test func aLoopNeedsDescriptors() throws {
        // In a process of its own: a limit holds for all tests of this one.
        let told = try StartedProgram.output(
            of: "/bin/sh", ["-c", "ulimit -n 5; exec \"$0\" loops", StartedProgram.neighbour("LoopTrace")])
        #expect(told.hasPrefix("the system refused loop 'loop' a descriptor (error \(EMFILE))"), "\(told)")
    }

    @Test func cancellingTheFutureOfATaskCancelsTheTask() throws {
        try EventLoop.run { loop in
            let wasCancelled = Promise<Bool>()
            let future = loop.submit {
                try? await loop.sleep(for: .seconds(1000))
                wasCancelled.fulfill(Task.isCancelled)
            }
            await loop.yield()
            #expect(future.cancel())
            let sawIt = try await wasCancelled.future.value
            #expect(sawIt)
        }
    }

    @Test func aSleepOfLessThanNothingIsAMistake() throws {
        try EventLoop.run { loop in
            await #expect(throws: EventLoopError.negativeDuration(.seconds(-1))) {
                try await loop.sleep(for: .seconds(-1))
            }
            try await loop.clock.sleep(until: loop.clock.now.advanced(by: .seconds(-1)))
        }
    }

    @Test func whatACallbackThrowsReachesTheHook() throws {
        let errors = Locked<[Failure]>([])
        let configuration = EventLoop.Configuration(onEvent: { event in
            if case .uncaughtError(let error as Failure, _) = event { errors.change { $0.append(error) } }
        })
        try EventLoop.run(configuration: configuration) { loop in
            loop.callSoon { throw Failure(number: 1) }
            loop.callLater(after: .zero) { throw Failure(number: 2) }
            loop.post { throw Failure(number: 3) }
            try await loop.sleep(for: .microseconds(1))
            await settle(loop)
        }
        #expect(errors.value.map(\.number).sorted() == [1, 2, 3])
    }

    @Test func wakeUpsAreOnlySentToALoopThatSleeps() async throws {
        let loop = try EventLoop.onOwnThread()
        let before = loop.core.inbox.withLock { $0.wakeUps }
        let gate = Gate()
        loop.post { gate.pass() }
        for _ in 0..<1000 { loop.post {} }
        gate.open()
        _ = try await loop.submit {}.value
        #expect(loop.core.inbox.withLock { $0.wakeUps } - before <= 2)
        await loop.shutdown()
    }
}

private func deep(_ level: Int) -> Int {
    level == 0 ? 0 : 1 + deep(level - 1)
}
