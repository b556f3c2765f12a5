import Testing

@testable import ExecutorFutures

@Suite struct AsyncConditionTests {
    /// Starts tasks that wait, one after the other, and append their number when they were notified.
    private func wait(_ count: Int, on condition: AsyncCondition, log: Locked<[Int]>) async -> [Task<Void, any Error>] {
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<count {
            tasks.append(
                Task {
                    try await condition.withLock {
                        try await condition.wait()
                        #expect(condition.lock.isLocked)
                        log.change { $0.append(number) }
                    }
                })
            await eventually { condition.waiters.count == number + 1 }
        }
        return tasks
    }

    @Test func aNotificationWakesTheTaskThatWaitsLongest() async throws {
        let condition = AsyncCondition()
        let log = Locked<[Int]>([])
        let tasks = await wait(3, on: condition, log: log)
        try await condition.withLock { condition.notify() }
        try await tasks[0].value
        #expect(log.value == [0])
        #expect(condition.waiters.count == 2)
        try await condition.withLock { condition.notifyAll() }
        for task in tasks { try await task.value }
        #expect(log.value == [0, 1, 2])
        #expect(!condition.lock.isLocked)
    }

    @Test func aNotificationThatNobodyWaitsForIsForgotten() async throws {
        let condition = AsyncCondition()
        try await condition.withLock { condition.notify(5) }
        let log = Locked<[Int]>([])
        let tasks = await wait(1, on: condition, log: log)
        #expect(log.value.isEmpty)
        try await condition.withLock { condition.notify() }
        try await tasks[0].value
    }

    @Test func aCancelledTaskHasTheLockAgainWhenItThrows() async throws {
        let condition = AsyncCondition()
        let task = Task {
            try await condition.withLock {
                do {
                    try await condition.wait()
                } catch {
                    #expect(condition.lock.holders == [TaskIdentity.current])
                    throw error
                }
            }
        }
        await eventually { condition.waiters.count == 1 }
        try await condition.lock.lock()
        task.cancel()
        await eventually { condition.lock.waiters.count == 1 }
        #expect(condition.waiters.isEmpty)
        condition.lock.unlock()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!condition.lock.isLocked)
    }

    @Test func aTaskThatIsCancelledAfterItsNotificationReturnsNormally() async throws {
        let condition = AsyncCondition()
        let log = Locked<[Int]>([])
        let tasks = await wait(2, on: condition, log: log)
        try await condition.withLock {
            condition.notify()
            tasks[0].cancel()
        }
        try await tasks[0].value
        #expect(log.value == [0])
        try await condition.withLock { condition.notify() }
        try await tasks[1].value
    }

    @Test func aTaskThatWasCancelledBeforeKeepsTheLockAndThrows() async throws {
        let condition = AsyncCondition()
        let task = Task {
            await eventually { Task.isCancelled }
            try await condition.withLock { try await condition.wait() }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!condition.lock.isLocked)
        #expect(condition.waiters.isEmpty)
    }

    /// The classic use: two conditions over one lock. It ends only if no wake-up is ever lost.
    @Test(arguments: [1, 3]) func aBoundedBufferPassesEverythingOn(capacity: Int) async throws {
        let lock = AsyncLock()
        let (notEmpty, notFull) = (AsyncCondition(lock: lock), AsyncCondition(lock: lock))
        let buffer = Locked<[Int]>([])
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for producer in 0..<4 {
                group.addTask {
                    for number in 0..<50 {
                        try await lock.withLock {
                            try await notFull.wait { buffer.value.count < capacity }
                            buffer.change { $0.append(producer * 50 + number) }
                            notEmpty.notify()
                        }
                    }
                    return 0
                }
                group.addTask {
                    var sum = 0
                    for _ in 0..<50 {
                        sum += try await lock.withLock {
                            try await notEmpty.wait { !buffer.value.isEmpty }
                            notFull.notify()
                            return buffer.change { $0.removeFirst() }
                        }
                    }
                    return sum
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == (0..<200).reduce(0, +))
    }

    /// There is a token for each task. Were a notification lost on a task that leaves, one that stays would hang.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func aRaceOfNotificationAndCancellationLosesNoNotification(seed: UInt64) async throws {
        let condition = AsyncCondition()
        let tokens = Locked(0)
        var random = SeededGenerator(seed: seed)
        let leaves = (0..<100).map { _ in Bool.random(using: &random) }
        let tasks = leaves.map { _ in
            Task {
                try await condition.withLock {
                    try await condition.wait { tokens.value > 0 }
                    tokens.change { $0 -= 1 }
                }
            }
        }
        let leaving = Task { for (task, leaves) in zip(tasks, leaves) where leaves { task.cancel() } }
        for _ in leaves {
            try await condition.withLock {
                tokens.change { $0 += 1 }
                condition.notify()
            }
        }
        await leaving.value
        var served = 0
        for (task, leaves) in zip(tasks, leaves) {
            if leaves { served += (try? await task.value) == nil ? 0 : 1 } else { try await task.value; served += 1 }
        }
        #expect(tokens.value == 100 - served, "seed \(seed)")
        #expect(condition.waiters.isEmpty && !condition.lock.isLocked, "seed \(seed)")
    }

    @Test func waitingWithoutTheLockEndsTheProcess() async {
        await #expect(processExitsWith: .failure) { try await AsyncCondition().wait() }
        await #expect(processExitsWith: .failure) { AsyncCondition().notify() }
    }
}
