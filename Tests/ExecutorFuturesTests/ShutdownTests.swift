import Testing

@testable import ExecutorFutures

/// How a pool ends, and what becomes of the jobs it has.
@Suite struct ShutdownTests {
    @Test func queuedJobsRunBeforeAShutdownReturns() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2)
        let runs = Locked(0)
        for _ in 0..<100 { _ = pool.submit { runs.change { $0 += 1 } } }
        await pool.shutdown()
        #expect(runs.value == 100)
        #expect(pool.statistics.threads == 0)
    }

    @Test func aShutdownThatCancelsRunsNoQueuedJob() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let first = try await occupy(pool, until: gate)
        let others = (0..<20).map { number in pool.submit { number } }
        let shutdown = Task { await pool.shutdown(cancelPending: true) }
        for future in others {
            await #expect(throws: CancellationError.self) { try await future.value }
            #expect(future.state == .cancelled)
        }
        #expect(first.state == .running)
        gate.open()
        await shutdown.value
        #expect(first.state == .finished)
        #expect(pool.statistics.cancelled == 20)
    }

    @Test func afterAShutdownEveryJobIsRefused() async {
        let pool = ThreadPoolExecutor(name: "gone")
        #expect(pool.isAccepting)
        await pool.shutdown()
        #expect(!pool.isAccepting)
        let error = await #expect(throws: ExecutorError.self) { try await pool.run {} }
        guard case .shutDown("gone") = error else {
            Issue.record("unexpected \(String(describing: error))")
            return
        }
        await #expect(throws: ExecutorError.self) { try await pool.map([1]) { $0 } }
    }

    @Test func severalShutdownsReturnWhenAllIsOver() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let first = try await occupy(pool, until: gate)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    await pool.shutdown()
                    #expect(first.state == .finished)
                }
            }
            await eventually { !pool.isAccepting }
            gate.open()
        }
        await pool.shutdown()
    }

    @Test func aShutdownMayStillBeTurnedIntoOneThatCancels() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        let queued = pool.submit { 1 }
        let patient = Task { await pool.shutdown() }
        await eventually { !pool.isAccepting }
        #expect(queued.state == .pending)
        let impatient = Task { await pool.shutdown(cancelPending: true) }
        await #expect(throws: CancellationError.self) { try await queued.value }
        gate.open()
        await patient.value
        await impatient.value
    }

    @Test func tasksThatWaitForRoomAreLetGo() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1, queue: .atMost(1, whenFull: .suspend))
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        let queued = pool.submit { 1 }
        let task = Task { try await pool.run { 2 } }
        await eventually { pool.statistics.waitingForRoom == 1 }
        let shutdown = Task { await pool.shutdown(cancelPending: true) }
        await #expect(throws: CancellationError.self) { try await task.value }
        await #expect(throws: CancellationError.self) { try await queued.value }
        gate.open()
        await shutdown.value
    }

    @Test func aShutdownMayBeBegunWithoutWaiting() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        let queued = pool.submit { 1 }
        let end = pool.beginShutdown(cancelPending: false)
        #expect(!pool.isAccepting)
        #expect(end.state == .running)
        #expect(!end.cancel())
        gate.open()
        try await end.value
        #expect(try await queued.value == 1)
        #expect(pool.statistics.threads == 0)
    }

    @Test func aSynchronousProgramMayWaitForTheEnd() async throws {
        let runs = try await onPlainThread {
            let pool = ThreadPoolExecutor(maximumThreads: 2)
            let runs = Locked(0)
            for _ in 0..<10 { _ = pool.submit { runs.change { $0 += 1 } } }
            try pool.shutdownAndWait()
            return runs.value
        }
        #expect(runs == 10)
    }

    @Test func aJobMustNotWaitForTheEndOfItsOwnPool() async throws {
        let pool = ThreadPoolExecutor(name: "self")
        await #expect(throws: FutureWaitError.calledOnOwnWorker(executor: "self")) {
            try await pool.run { try pool.shutdownAndWait() }
        }
        #expect(pool.isAccepting)
        await pool.shutdown()
    }

    @Test func aPoolThatIsDroppedRunsItsJobsAndEndsItsThreads() async throws {
        let ends = Locked(0)
        let gate = Gate()
        let futures: [Future<Int>]
        do {
            let pool = ThreadPoolExecutor(maximumThreads: 1, idleTime: nil, onThreadEnd: { ends.change { $0 += 1 } })
            _ = try await occupy(pool, until: gate)
            futures = (0..<10).map { number in pool.submit { number } }
        }
        gate.open()
        for (number, future) in futures.enumerated() { #expect(try await future.value == number) }
        await eventually { ends.value == 1 }
    }

    @Test func aPoolMayBeDroppedByItsOwnJob() async throws {
        let ends = Locked(0)
        let gate = Gate()
        let future: Future<Int>
        do {
            let pool = ThreadPoolExecutor(maximumThreads: 1, idleTime: nil, onThreadEnd: { ends.change { $0 += 1 } })
            future = pool.submit {
                gate.pass()
                return pool.maximumThreads
            }
        }
        gate.open()
        #expect(try await future.value == 1)
        await eventually { ends.value == 1 }
    }

    @Test func aPoolInAScopeIsOverWhenTheScopeIs() async throws {
        let runs = Locked(0)
        let kept = await withThreadPool(maximumThreads: 2) { pool in
            for _ in 0..<10 { _ = pool.submit { runs.change { $0 += 1 } } }
            return pool
        }
        #expect(runs.value == 10)
        #expect(kept.statistics.threads == 0)
    }
}
