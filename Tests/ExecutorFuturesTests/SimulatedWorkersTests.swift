import Testing

@testable import ExecutorFutures

/// The same executor over workers that are no threads: every interleaving is chosen by a seed.
@Suite struct SimulatedWorkersTests {
    private func makePool(
        _ workers: SteppedWorkers, maximumThreads: Int = 3, queue: QueueLimit = .unlimited
    ) -> ThreadPoolExecutor {
        ThreadPoolExecutor(name: "simulated", maximumThreads: maximumThreads, queue: queue, workers: workers)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func everyJobRunsOnceWhateverTheOrder(seed: UInt64) {
        let workers = SteppedWorkers(seed: seed)
        let pool = makePool(workers)
        var random = SeededGenerator(seed: seed)
        let runs = Locked([Int](repeating: 0, count: 60))
        var futures: [Future<Int>] = []
        for number in 0..<60 {
            let priority = JobPriority.allCases.randomElement(using: &random) ?? .normal
            futures.append(
                pool.submit(priority: priority) {
                    runs.change { $0[number] += 1 }
                    return number
                })
            if Int.random(in: 0..<4, using: &random) == 0 { futures.randomElement(using: &random)?.cancel() }
            if Int.random(in: 0..<8, using: &random) == 0 { workers.run() }
        }
        let end = pool.beginShutdown(cancelPending: seed.isMultiple(of: 2))
        workers.run()
        #expect(end.isDone, "seed \(seed)")
        for (number, future) in futures.enumerated() {
            #expect(runs.value[number] == (future.state == .finished ? 1 : 0), "seed \(seed), job \(number)")
            #expect(future.isDone, "seed \(seed), job \(number)")
        }
        let counts = pool.statistics
        #expect(counts.completed + counts.cancelled == 60, "seed \(seed)")
        #expect(counts.queued + counts.running + counts.threads == 0, "seed \(seed)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func aJobHoldsItsWorkerForAsLongAsItLikes(seed: UInt64) {
        let workers = SteppedWorkers(seed: seed)
        let pool = makePool(workers, maximumThreads: 2)
        for _ in 0..<5 { pool.offer(HeldJob()) }
        let quick = pool.submit { 7 }
        workers.run()
        #expect(workers.mostAtWork == 2)
        #expect(pool.statistics.queued == 4)
        workers.releaseHeldJobs()
        #expect(!quick.isDone)
        workers.releaseHeldJobs()
        #expect(quick.isDone)
        workers.releaseHeldJobs()
        #expect(pool.statistics.completed == 6)
    }

    @Test func aBoundedQueueFillsUpAtTheSamePlaceEachTime() {
        let workers = SteppedWorkers(seed: 1)
        let pool = makePool(workers, maximumThreads: 1, queue: .atMost(2, whenFull: .fail))
        for _ in 0..<3 {
            pool.offer(HeldJob())
            workers.run()
        }
        #expect(pool.statistics.queued == 2)
        #expect(pool.submit { 1 }.isDone)
    }

    @Test func workersThatCannotBeStartedAreDoneWithout() {
        let workers = SteppedWorkers(seed: 1, mayStart: 1)
        let pool = makePool(workers, maximumThreads: 8)
        let futures = (0..<10).map { number in pool.submit { number } }
        workers.run()
        #expect(futures.allSatisfy { $0.state == .finished })
        #expect(pool.statistics.threads == 1)
        #expect(pool.isAccepting)
    }

    @Test func noWorkerAtAllFailsEveryJob() throws {
        let pool = makePool(SteppedWorkers(seed: 1, mayStart: 0))
        let future = pool.submit { 1 }
        #expect(throws: ExecutorError.self) { try future.resultIfDone?.get() }
        #expect(!pool.isAccepting)
        #expect(pool.statistics.threads == 0)
        #expect(pool.beginShutdown(cancelPending: false).isDone)
    }

    @Test func idleWorkersLeaveAndOthersStartWhenJobsCome() {
        let workers = SteppedWorkers(seed: 3)
        let pool = makePool(workers)
        for _ in 0..<9 { _ = pool.submit {} }
        workers.run()
        #expect(pool.statistics.threads > 0)
        workers.passIdleTime()
        #expect(pool.statistics.threads == 0)
        let future = pool.submit { 4 }
        workers.run()
        #expect(future.isDone)
        #expect(pool.statistics.completed == 10)
    }
}
