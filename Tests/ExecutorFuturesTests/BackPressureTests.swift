import Testing

@testable import ExecutorFutures

/// What becomes of a job that finds the queue full.
@Suite struct BackPressureTests {
    /// A pool of one thread that is busy until the gate opens, with a full queue of one.
    private func fullPool(_ policy: QueueLimit.WhenFull) async throws -> (ThreadPoolExecutor, Gate, Future<Int>) {
        let pool = ThreadPoolExecutor(name: "full", maximumThreads: 1, queue: .atMost(1, whenFull: policy))
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        return (pool, gate, pool.submit { 1 })
    }

    private func expectQueueFull(_ future: Future<Int>) async {
        let error = await #expect(throws: ExecutorError.self) { try await future.value }
        guard case .queueFull("full", limit: 1) = error else {
            Issue.record("unexpected \(String(describing: error))")
            return
        }
    }

    @Test func aFullQueueThatFailsRefusesEveryJob() async throws {
        let (pool, gate, queued) = try await fullPool(.fail)
        let before = pool.statistics
        await expectQueueFull(pool.submit { 2 })
        await expectQueueFull(await pool.submitWhenRoom { 2 })
        await #expect(throws: ExecutorError.self) { try await pool.map([1, 2]) { $0 } }
        #expect(pool.statistics == before)
        gate.open()
        #expect(try await queued.value == 1)
        await pool.shutdown()
    }

    @Test func aTaskIsSuspendedUntilThereIsRoom() async throws {
        let (pool, gate, queued) = try await fullPool(.suspend)
        let isQueued = Locked(false)
        let task = Task {
            let future = await pool.submitWhenRoom { 2 }
            isQueued.change { $0 = true }
            return try await future.value
        }
        await eventually { pool.statistics.waitingForRoom == 1 }
        #expect(!isQueued.value)
        gate.open()
        #expect(try await task.value == 2)
        #expect(try await queued.value == 1)
        await pool.shutdown()
    }

    @Test func theAwaitEndsWhenTheJobIsQueuedNotWhenItHasRun() async throws {
        let (pool, gate, queued) = try await fullPool(.suspend)
        let task = Task { await pool.submitWhenRoom { 2 } }
        await eventually { pool.statistics.waitingForRoom == 1 }
        // The cancelled job makes room while the only thread is still held.
        #expect(queued.cancel())
        let future = await task.value
        #expect(future.state == .pending)
        gate.open()
        #expect(try await future.value == 2)
        await pool.shutdown()
    }

    @Test func submitCannotSuspendSoItRefuses() async throws {
        let (pool, gate, _) = try await fullPool(.suspend)
        await expectQueueFull(pool.submit { 2 })
        gate.open()
        await pool.shutdown()
    }

    @Test func suspendedTasksGetRoomInTheOrderInWhichTheyCame() async throws {
        let (pool, gate, _) = try await fullPool(.suspend)
        let order = Locked<[Int]>([])
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<10 {
            tasks.append(Task { try await pool.run { order.change { $0.append(number) } } })
            await eventually { pool.statistics.waitingForRoom == number + 1 }
        }
        gate.open()
        for task in tasks { try await task.value }
        #expect(order.value == Array(0..<10))
        await pool.shutdown()
    }

    @Test func aTaskThatIsCancelledWhileItWaitsForRoomLeavesAndItsJobNeverRuns() async throws {
        let (pool, gate, _) = try await fullPool(.suspend)
        let runs = Locked(0)
        let task = Task { try await pool.run { runs.change { $0 += 1 } } }
        await eventually { pool.statistics.waitingForRoom == 1 }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(pool.statistics.waitingForRoom == 0)
        #expect(pool.statistics.cancelled == 1)
        gate.open()
        await pool.shutdown()
        #expect(runs.value == 0)
    }

    @Test func aJobInPlaceHasRunBeforeSubmitReturns() async throws {
        let (pool, gate, _) = try await fullPool(.runInPlace)
        let (isDone, value) = try await onPlainThread {
            let future = pool.submit { 2 }
            return (future.isDone, try future.wait())
        }
        #expect(isDone)
        #expect(value == 2)
        #expect(pool.statistics.completed == 1)
        gate.open()
        await pool.shutdown()
    }

    @Test func aTaskNeverRunsAJobInPlace() async throws {
        let (pool, gate, _) = try await fullPool(.runInPlace)
        let runs = Locked(0)
        let refused = pool.submit { runs.change { $0 += 1 } }
        #expect(refused.isDone)
        #expect(runs.value == 0)
        let task = Task { try await pool.run { runs.change { $0 += 1 } } }
        await eventually { pool.statistics.waitingForRoom == 1 }
        gate.open()
        try await task.value
        #expect(runs.value == 1)
        await pool.shutdown()
    }

    @Test func aLimitBelowOneMeansOne() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 0, queue: .atMost(0, whenFull: .suspend))
        #expect(pool.maximumThreads == 1)
        #expect(try await pool.run { 4 } == 4)
        await pool.shutdown()
    }
}
