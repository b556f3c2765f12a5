import Testing

@testable import ExecutorFutures

/// Events and barriers with tasks.
@Suite struct AsyncMeetingTests {
    @Test func settingAnEventLetsAllWaitingTasksGoEvenIfItIsClearedAtOnce() async throws {
        let event = AsyncEvent()
        let tasks = (0..<5).map { _ in Task { try await event.wait() } }
        await eventually { event.waiters.count == 5 }
        event.set()
        event.clear()
        for task in tasks { try await task.value }
        #expect(!event.isSet)
        #expect(event.waiters.isEmpty)
    }

    @Test func aSetEventIsNotWaitedForEvenByACancelledTask() async throws {
        let event = AsyncEvent(isSet: true)
        let task = Task {
            await eventually { Task.isCancelled }
            try await event.wait()
            event.clear()
            await #expect(throws: CancellationError.self) { try await event.wait() }
        }
        task.cancel()
        try await task.value
    }

    @Test func aCancelledTaskLeavesAnEvent() async {
        let event = AsyncEvent()
        let task = Task { try await event.wait() }
        await eventually { event.waiters.count == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(event.waiters.isEmpty)
    }

    @Test(arguments: [1, 2, 7]) func everyRoundOfABarrierHandsOutEachPositionOnce(parties: Int) async throws {
        let barrier = AsyncBarrier(parties: parties)
        let arrived = Locked(0)
        let positions = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<parties {
                group.addTask {
                    var positions: [Int] = []
                    for round in 1...50 {
                        arrived.change { $0 += 1 }
                        positions.append(try await barrier.wait())
                        #expect(arrived.value >= round * parties)
                    }
                    return positions
                }
            }
            return try await group.reduce(into: [[Int]]()) { $0.append($1) }
        }
        for round in 0..<50 { #expect(positions.map { $0[round] }.sorted() == Array(0..<parties)) }
        #expect(barrier.waitingCount == 0)
    }

    @Test func aCancelledPartyIsReplacedByTheNextTask() async throws {
        let barrier = AsyncBarrier(parties: 2)
        let cancelled = Task { try await barrier.wait() }
        await eventually { barrier.waitingCount == 1 }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let first = Task { try await barrier.wait() }
        await eventually { barrier.waitingCount == 1 }
        #expect(try await barrier.wait() == 1)
        #expect(try await first.value == 0)
        #expect(!barrier.isBroken)
    }

    @Test func abortingABarrierTellsThoseWhoWaitAndThoseWhoCome() async throws {
        let barrier = AsyncBarrier(parties: 3, name: "start")
        let tasks = (0..<2).map { _ in Task { try await barrier.wait() } }
        await eventually { barrier.waiters.count == 2 }
        barrier.abort()
        for task in tasks { await #expect(throws: BrokenBarrier(name: "start")) { try await task.value } }
        await #expect(throws: BrokenBarrier(name: "start")) { try await barrier.wait() }
        #expect(BrokenBarrier(name: "start").description.contains("'start' was aborted"))
        barrier.reset()
        #expect(!barrier.isBroken)
    }

    @Test func resettingABarrierBreaksTheRoundAndNotTheNext() async throws {
        let barrier = AsyncBarrier(parties: 2)
        let lost = Task { try await barrier.wait() }
        await eventually { barrier.waitingCount == 1 }
        barrier.reset()
        await #expect(throws: BrokenBarrier.self) { try await lost.value }
        let first = Task { try await barrier.wait() }
        await eventually { barrier.waitingCount == 1 }
        #expect(try await barrier.wait() == 1)
        #expect(try await first.value == 0)
        #expect(barrier.parties == 2)
    }
}
