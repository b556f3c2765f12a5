import ExecutorFutures
import SimulatedExecution
import Testing

/// Tests of real code under explored schedules, written as users write theirs.
@Suite struct SimulationTests {
    /// Adds to what it has read before a suspension: two callers may lose an update.
    private actor Balance {
        private(set) var amount = 0

        func addCarelessly(_ more: Int, on loop: EventLoop) async {
            let before = amount
            await loop.yield()
            amount = before + more
        }

        func add(_ more: Int, on loop: EventLoop) async {
            await loop.yield()
            amount += more
        }
    }

    private struct LostUpdate: Error {}

    /// The bug that users look for: an addition is lost where two callers stand between reading and writing.
    @Sendable private static func addCarelessly(_ loop: EventLoop) async throws {
        let balance = Balance()
        await withTaskGroup { group in
            for _ in 0..<3 { group.addTask { await balance.addCarelessly(10, on: loop) } }
        }
        guard await balance.amount == 30 else { throw LostUpdate() }
    }

    @Test func whatHoldsInEverySchedulePasses() async throws {
        try await Simulation.check(seeds: 0..<1_000) { loop in
            let balance = Balance()
            await withTaskGroup { group in
                for _ in 0..<3 { group.addTask { await balance.add(10, on: loop) } }
            }
            try #require(await balance.amount == 30)
        }
    }

    @Test func aLostUpdateIsFoundAndReplaysFromItsText() async throws {
        let failure = try await failure { try await Simulation.check(Self.addCarelessly) }
        #expect(failure.error is LostUpdate)
        #expect(failure.isReproducible)
        #expect("\(failure)".contains("Simulation.replay(\"\(failure.schedule)\")"))
        await #expect(throws: LostUpdate.self) {
            try await Simulation.replay("\(failure.schedule)", Self.addCarelessly)
        }
    }

    /// Two tasks and two locks; all goes well first in, first out, since the first task is done before the second begins.
    @Sendable private static func lockBothWays(_ loop: EventLoop) async throws {
        let (left, right) = (AsyncLock(name: "left"), AsyncLock(name: "right"))
        try await withThrowingTaskGroup { group in
            for (outer, inner, delay) in [(left, right, 0), (right, left, 4)] {
                group.addTask {
                    for _ in 0..<delay { await loop.yield() }
                    try await outer.withLock {
                        await loop.yield()
                        try await inner.withLock {}
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func aDeadlockThatNeedsAnOrderIsFoundAndReplays() async throws {
        let failure = try await failure { try await Simulation.check(Self.lockBothWays) }
        #expect(failure.seed != nil, "first in, first out gets through")
        guard case .deadlock = failure.error as? EventLoopError else { return _ = Issue.record("\(failure)") }
        #expect(failure.isReproducible)
        #expect(!failure.schedule.deviations.isEmpty)
        await #expect(throws: EventLoopError.self) {
            try await Simulation.replay("\(failure.schedule)", Self.lockBothWays)
        }
    }

    @Test func aDayOfTimersTakesNoTime() async throws {
        let start = ContinuousClock.now
        try await Simulation.check(seeds: 0..<10) { loop in
            let begin = loop.clock.now
            for _ in 0..<1_440 { try await loop.clock.sleep(for: .seconds(60)) }
            try #require(begin.duration(to: loop.clock.now) == .seconds(86_400))
        }
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func workForThreadsRunsInPlace() async throws {
        try await Simulation.check(seeds: 0..<20) { loop in
            try #require(try await loop.toThread { 42 } == 42)
        }
    }

    @Test func tasksThatKeepEachOtherBusyAreGivenUp() async throws {
        let failure = try await failure {
            try await Simulation.check(seeds: 0..<2, choices: 1_000) { loop in
                await withTaskGroup { group in
                    for _ in 0..<2 { group.addTask { while !Task.isCancelled { await loop.yield() } } }
                }
            }
        }
        #expect("\(failure)".contains("more choices than it may"))
    }

    @Test func equalSeedsGiveEqualFailures() async throws {
        let failures = try await [failure(Self.deadlocked), failure(Self.deadlocked)]
        #expect(failures[0].schedule == failures[1].schedule)
        #expect(failures[0].seed == failures[1].seed)
    }

    @Sendable private static func deadlocked() async throws { try await Simulation.check(lockBothWays) }

    @Test func schedulesOfOtherTestsAndDamagedOnesAreRefused() async throws {
        let failure = try await failure(Self.deadlocked)
        await #expect(throws: ScheduleError.self) {
            try await Simulation.replay("\(failure.schedule)", function: "another()", Self.lockBothWays)
        }
        await #expect(throws: ScheduleError.self) {
            try await Simulation.replay("\(failure.schedule)".dropLast() + "?", Self.lockBothWays)
        }
    }

    private func failure(_ body: () async throws -> Void) async throws -> SimulationFailure {
        do { try await body() } catch let failure as SimulationFailure { return failure }
        throw Missing()
    }

    private struct Missing: Error {}
}
