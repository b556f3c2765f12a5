import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How many threads a pool has, when they start and end, and what they are given to do first.
@Suite struct ThreadPoolTests {
    @Test func jobsThatBlockGetAThreadEachUpToTheMaximum() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 8, idleTime: nil)
        let everyone = MeetingPoint(8)
        // Each job waits for all the others, so this ends only if all eight run at once.
        let futures = (0..<8).map { number in
            pool.submit {
                everyone.meet()
                return number
            }
        }
        for (number, future) in futures.enumerated() { #expect(try await future.value == number) }
        #expect(pool.statistics.threads == 8)
        await pool.shutdown()
        #expect(pool.statistics.threads == 0)
    }

    @Test func neverMoreJobsRunThanThereAreThreads() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 3)
        let running = Locked((now: 0, most: 0))
        let futures = (0..<200).map { _ in
            pool.submit {
                running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                sched_yield()
                running.change { $0.now -= 1 }
            }
        }
        for future in futures { try await future.value }
        #expect(running.value.most <= 3)
        await pool.shutdown()
    }

    @Test func noThreadStartsBeforeTheFirstJob() async {
        let pool = ThreadPoolExecutor()
        #expect(pool.statistics.threads == 0)
        await pool.shutdown()
    }

    @Test func oneIdleThreadServesJobsThatComeOneAfterAnother() async throws {
        let starts = Locked(0)
        let pool = ThreadPoolExecutor(
            maximumThreads: 1, idleTime: nil, onThreadStart: { starts.change { $0 += 1 } })
        for _ in 0..<50 { try await pool.run {} }
        #expect(starts.value == 1)
        await pool.shutdown()
    }

    @Test func anIdleThreadEndsAfterItsTimeAndAnotherOneTakesTheNextJob() async throws {
        let ends = Locked(0)
        let pool = ThreadPoolExecutor(maximumThreads: 1, idleTime: .zero, onThreadEnd: { ends.change { $0 += 1 } })
        try await pool.run {}
        await eventually { ends.value == 1 }
        #expect(try await pool.run { 9 } == 9)
        await eventually { ends.value == 2 }
        await pool.shutdown()
    }

    @Test func theFirstAndLastClosureRunOncePerThread() async throws {
        let starts = Locked(0)
        let ends = Locked(0)
        let pool = ThreadPoolExecutor(
            maximumThreads: 4, onThreadStart: { starts.change { $0 += 1 } }, onThreadEnd: { ends.change { $0 += 1 } })
        let everyone = MeetingPoint(4)
        let futures = (0..<4).map { _ in pool.submit { everyone.meet() } }
        for future in futures { try await future.value }
        await pool.shutdown()
        #expect(starts.value == 4)
        #expect(ends.value == 4)
    }

    @Test func aThreadThatCannotBeSetUpFailsEveryJob() async throws {
        let pool = ThreadPoolExecutor(
            name: "broken", maximumThreads: 1, onThreadStart: { throw Failure(number: 1) })
        let futures = (0..<5).map { _ in pool.submit { 1 } }
        for future in futures {
            let error = await #expect(throws: ExecutorError.self) { try await future.value }
            guard case .threadSetUpFailed("broken", let cause as Failure) = error else {
                Issue.record("unexpected \(String(describing: error))")
                continue
            }
            #expect(cause == Failure(number: 1))
        }
        await eventually { !pool.isAccepting }
        #expect(pool.submit { 1 }.isDone)
        await pool.shutdown()
        #expect(pool.statistics.completed == 0)
        #expect(pool.statistics.threads == 0)
    }

    @Test func higherPrioritiesStartFirstAndEqualOnesInOrder() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        _ = try await occupy(pool, until: gate)
        let order = Locked<[String]>([])
        for number in 0..<3 {
            _ = pool.submit(priority: .low) { order.change { $0.append("low \(number)") } }
            _ = pool.submit(priority: .normal) { order.change { $0.append("normal \(number)") } }
            _ = pool.submit(priority: .high) { order.change { $0.append("high \(number)") } }
        }
        gate.open()
        await pool.shutdown()
        #expect(
            order.value == [
                "high 0", "high 1", "high 2", "normal 0", "normal 1", "normal 2", "low 0", "low 1", "low 2",
            ])
    }

    @Test func theErrorOfAJobIsKept() async throws {
        let pool = ThreadPoolExecutor()
        let future = pool.submit { throw Failure(number: 8) }
        await #expect(throws: Failure(number: 8)) { try await future.value }
        #expect(future.state == .finished)
        #expect(pool.statistics.completed == 1)
        await pool.shutdown()
    }

    @Test func everyJobIsCountedInOnePlace() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let first = try await occupy(pool, until: gate)
        let others = (0..<4).map { _ in pool.submit {} }
        others[0].cancel()
        var expected = ExecutorStatistics()
        (expected.queued, expected.running, expected.cancelled, expected.threads) = (3, 1, 1, 1)
        #expect(pool.statistics == expected)
        gate.open()
        try await first.value
        for future in others.dropFirst() { try await future.value }
        (expected.queued, expected.running, expected.completed) = (0, 0, 4)
        #expect(pool.statistics == expected)
        await pool.shutdown()
    }

    #if os(Linux)
        @Test func threadsCarryTheNameOfThePool() async throws {
            let pool = ThreadPoolExecutor(name: "a-very-long-pool-name", maximumThreads: 1)
            let name = try await pool.run { () -> String in
                guard let file = fopen("/proc/thread-self/comm", "r") else { return "" }
                defer { fclose(file) }
                var bytes = [UInt8](repeating: 0, count: 32)
                let count = fread(&bytes, 1, bytes.count, file)
                return String(decoding: bytes.prefix(count), as: UTF8.self)
            }
            #expect(name == "ong-pool-name-1\n")
            await pool.shutdown()
        }
    #endif
}
