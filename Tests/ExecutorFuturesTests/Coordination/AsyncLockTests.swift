import Synchronization
import Testing

@testable import ExecutorFutures

@Suite struct AsyncLockTests {
    @Test func oneTaskAtATimeIsInside() async throws {
        let lock = AsyncLock()
        let inside = Locked(0)
        let entries = Locked(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<100 {
                        try await lock.withLock {
                            #expect(
                                inside.change {
                                    $0 += 1; return $0
                                } == 1)
                            await Task.yield()
                            inside.change { $0 -= 1 }
                            entries.change { $0 += 1 }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(entries.value == 800)
        #expect(!lock.isLocked)
    }

    @Test func theLockGoesToTasksInTheOrderInWhichTheyCame() async throws {
        let lock = AsyncLock()
        let order = Locked<[Int]>([])
        try await lock.lock()
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<10 {
            tasks.append(Task { try await lock.withLock { order.change { $0.append(number) } } })
            await eventually { lock.waiters.count == number + 1 }
        }
        lock.unlock()
        for task in tasks { try await task.value }
        #expect(order.value == Array(0..<10))
    }

    @Test func nobodyGetsInFrontOfAWaitingTask() async throws {
        let lock = AsyncLock()
        try await lock.lock()
        let waiting = Task { try await lock.lock() }
        await eventually { lock.waiters.count == 1 }
        lock.unlock()
        // The lock was handed over inside `unlock`, whether the other task has noticed or not.
        #expect(!lock.tryLock())
        try await waiting.value
        lock.unlock()
        #expect(lock.tryLock())
        lock.unlock()
    }

    @Test func aCancelledTaskLeavesAndTheNextOneGetsTheLock() async throws {
        let lock = AsyncLock()
        try await lock.lock()
        let first = Task { try await lock.lock() }
        await eventually { lock.waiters.count == 1 }
        let second = Task { try await lock.lock() }
        await eventually { lock.waiters.count == 2 }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(lock.waiters.count == 1)
        lock.unlock()
        try await second.value
        lock.unlock()
        #expect(!lock.isLocked)
    }

    @Test func aTaskThatWasCancelledBeforeGetsAFreeLockAndDoesNotWaitForATakenOne() async throws {
        let lock = AsyncLock()
        let task = Task {
            await eventually { Task.isCancelled }
            try await lock.lock()
            await #expect(throws: CancellationError.self) { try await lock.lock() }
            lock.unlock()
        }
        task.cancel()
        try await task.value
        #expect(!lock.isLocked)
        #expect(lock.waiters.isEmpty)
    }

    @Test func anErrorInsideGivesTheLockBack() async {
        let lock = AsyncLock()
        await #expect(throws: Failure(number: 1)) { try await lock.withLock { throw Failure(number: 1) } }
        #expect(!lock.isLocked)
    }

    @Test func theBodyKeepsTheIsolationOfItsActor() async throws {
        actor Counter {
            var count = 0

            func add(under lock: AsyncLock) async throws -> Int {
                try await lock.withLock {
                    assertIsolated()
                    count += 1
                    await Task.yield()
                    assertIsolated()
                    return count
                }
            }
        }
        let counter = Counter()
        #expect(try await counter.add(under: AsyncLock()) == 1)
    }

    @Test func holderAndWaitersAreKnown() async throws {
        TaskIdentity.isNotedForFreeLocks.store(true, ordering: .relaxed)
        let lock = AsyncLock(name: "cache")
        #expect(lock.holders.isEmpty)
        try await lock.lock()
        #expect(lock.holders == [TaskIdentity.current])
        let waiting = Task {
            let own = TaskIdentity.current
            try await lock.lock()
            #expect(lock.holders == [own])
            lock.unlock()
        }
        await eventually { lock.waiters.count == 1 }
        #expect(lock.waiters.first != lock.holders.first)
        lock.unlock()
        try await waiting.value
        #expect(lock.holders.isEmpty)
        #expect(lock.name == "cache")
    }

    @Test func unlockingAFreeLockEndsTheProcess() async {
        await #expect(processExitsWith: .failure) { AsyncLock().unlock() }
    }
}
