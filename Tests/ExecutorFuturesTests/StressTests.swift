import Testing

@testable import ExecutorFutures

/// Many threads at once; every random choice comes from the seed that the test is named with.
@Suite struct StressTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func tenThousandJobsFromEightSubmittersRunExactlyOnce(seed: UInt64) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 4, idleTime: .microseconds(50))
        let runs = Locked([Int](repeating: 0, count: 10_000))
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for submitter in 0..<8 {
                group.addTask {
                    var random = SeededGenerator(seed: seed &* 8 &+ UInt64(submitter))
                    var futures: [Future<Int>] = []
                    for job in 0..<1_250 {
                        let number = submitter * 1_250 + job
                        let priority = JobPriority.allCases.randomElement(using: &random) ?? .normal
                        let future = pool.submit(priority: priority) {
                            runs.change { $0[number] += 1 }
                            return number
                        }
                        if Bool.random(using: &random) { futures.append(future) } else { _ = try await future.value }
                    }
                    var sum = 0
                    for future in futures { sum += try await future.value == -1 ? 0 : 1 }
                    return sum
                }
            }
            return try await group.reduce(0, +)
        }
        await pool.shutdown()
        #expect(sum > 0)
        #expect(runs.value.allSatisfy { $0 == 1 }, "seed \(seed)")
        #expect(pool.statistics.completed == 10_000, "seed \(seed)")
        #expect(pool.statistics.threads == 0)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func aRaceOfCancellationAndExecutionHasOneWinner(seed: UInt64) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 3)
        let runs = Locked(0)
        let told = Locked(0)
        let cancelled = await withTaskGroup(of: Int.self) { group in
            for submitter in 0..<4 {
                group.addTask {
                    var random = SeededGenerator(seed: seed &* 4 &+ UInt64(submitter))
                    var cancelled = 0
                    for _ in 0..<1_000 {
                        let future = pool.submit { runs.change { $0 += 1 } }
                        future.whenComplete { _ in told.change { $0 += 1 } }
                        if Bool.random(using: &random) { await Task.yield() }
                        if future.cancel() { cancelled += 1 }
                    }
                    return cancelled
                }
            }
            return await group.reduce(0, +)
        }
        await pool.shutdown()
        #expect(runs.value + cancelled == 4_000, "seed \(seed)")
        #expect(told.value == 4_000, "seed \(seed)")
        #expect(pool.statistics.completed == runs.value, "seed \(seed)")
        #expect(pool.statistics.cancelled == cancelled, "seed \(seed)")
        #expect(pool.statistics.queued == 0)
    }

    @Test(arguments: [21, 22] as [UInt64])
    func racingCompletionsOfOnePromiseHaveOneWinner(seed: UInt64) async throws {
        for round in 0..<200 {
            let promise = Promise<Int>()
            let calls = Locked(0)
            promise.future.whenComplete { _ in calls.change { $0 += 1 } }
            let winners = await withTaskGroup(of: Bool.self) { group in
                for contender in 0..<6 {
                    group.addTask {
                        switch (UInt64(round + contender) &+ seed) % 3 {
                        case 0: promise.fulfill(contender)
                        case 1: promise.fail(Failure(number: contender))
                        default: promise.future.cancel()
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(winners == 1, "seed \(seed), round \(round)")
            #expect(calls.value == 1, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [31, 32, 33] as [UInt64])
    func aSmallQueueUnderManySuspendedAndCancelledTasksStaysExact(seed: UInt64) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2, queue: .atMost(2, whenFull: .suspend))
        let runs = Locked(0)
        let values = await withTaskGroup(of: Int.self) { group in
            var random = SeededGenerator(seed: seed)
            for _ in 0..<400 {
                let isImpatient = Int.random(in: 0..<4, using: &random) == 0
                group.addTask {
                    let task = Task { try await pool.run { runs.change { $0 += 1 } } }
                    if isImpatient { task.cancel() }
                    return (try? await task.value) == nil ? 0 : 1
                }
            }
            return await group.reduce(0, +)
        }
        await pool.shutdown()
        let counts = pool.statistics
        #expect(values == runs.value, "seed \(seed)")
        #expect(counts.completed == runs.value, "seed \(seed)")
        #expect(counts.queued + counts.waitingForRoom + counts.running + counts.threads == 0, "seed \(seed)")
    }

    @Test(arguments: [41, 42, 43] as [UInt64])
    func mapsThatAreCancelledAtAnyMomentEndAndLeaveNothing(seed: UInt64) async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 3, queue: .atMost(4, whenFull: .suspend))
        var random = SeededGenerator(seed: seed)
        for round in 0..<150 {
            let running = Locked(0)
            let patience = Int.random(in: 0..<40, using: &random)
            let task = Task {
                try await pool.map(0..<60, chunkSize: 1 + round % 4, maximumInFlight: 8) { number in
                    running.change { $0 += 1 }
                    defer { running.change { $0 -= 1 } }
                    return number
                }
            }
            for _ in 0..<patience { await Task.yield() }
            task.cancel()
            if let values = try? await task.value { #expect(values == Array(0..<60), "seed \(seed), round \(round)") }
            #expect(running.value == 0, "seed \(seed), round \(round)")
        }
        await pool.shutdown()
        let counts = pool.statistics
        #expect(counts.queued + counts.waitingForRoom + counts.running + counts.threads == 0, "seed \(seed)")
    }
}
