import Testing

@testable import ExecutorFutures

@Suite struct AsyncSemaphoreTests {
    @Test(arguments: [1, 2, 5]) func noMoreTasksThanPermitsAreInside(permits: Int) async throws {
        let semaphore = AsyncSemaphore(permits: permits, maximum: permits)
        let inside = Locked((now: 0, most: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    for _ in 0..<20 {
                        try await semaphore.withPermit {
                            inside.change { inside in
                                inside.now += 1
                                inside.most = max(inside.most, inside.now)
                            }
                            await Task.yield()
                            inside.change { $0.now -= 1 }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(inside.value.most <= permits)
        #expect(semaphore.availablePermits == permits)
    }

    @Test func aSemaphoreWithoutPermitsCountsReleases() async throws {
        let semaphore = AsyncSemaphore(permits: 0)
        let waiting = Task { try await semaphore.acquire() }
        await eventually { semaphore.waiters.count == 1 }
        semaphore.release()
        try await waiting.value
        semaphore.release()
        semaphore.release()
        #expect(semaphore.availablePermits == 2)
        #expect(semaphore.tryAcquire())
    }

    @Test func releasingMoreThanTheMaximumEndsTheProcess() async {
        await #expect(processExitsWith: .failure) { AsyncSemaphore(permits: 2, maximum: 2).release() }
    }

    /// Whoever wins the race between a cancellation and the permit that is handed over, nobody may lose the permit.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func aRaceOfHandOverAndCancellationLosesNoPermit(seed: UInt64) async throws {
        let semaphore = AsyncSemaphore(permits: 1, maximum: 1)
        var random = SeededGenerator(seed: seed)
        let patience = (0..<200).map { _ in Int.random(in: 0..<6, using: &random) }
        let entered = await withTaskGroup(of: Int.self) { group in
            for patience in patience {
                group.addTask {
                    let task = Task { try await semaphore.withPermit { await Task.yield() } }
                    if patience < 4 {
                        for _ in 0..<patience { await Task.yield() }
                        task.cancel()
                    }
                    return (try? await task.value) == nil ? 0 : 1
                }
            }
            return await group.reduce(0, +)
        }
        #expect(entered >= patience.count { $0 >= 4 }, "seed \(seed)")
        #expect(semaphore.availablePermits == 1, "seed \(seed)")
        #expect(semaphore.waiters.isEmpty, "seed \(seed)")
    }
}
