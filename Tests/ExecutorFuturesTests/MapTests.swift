import Testing

@testable import ExecutorFutures

/// Many elements, results in order, a bounded number in flight.
@Suite struct MapTests {
    @Test(arguments: [1, 3, 1_000], [1, 2, 7, nil])
    func resultsComeInTheOrderOfTheElements(chunkSize: Int, inFlight: Int?) async throws {
        let results = try await withThreadPool(maximumThreads: 4) { pool in
            try await pool.map(0..<100, chunkSize: chunkSize, maximumInFlight: inFlight) { $0 * 2 }
        }
        #expect(results == (0..<100).map { $0 * 2 })
    }

    @Test func noElementsNeedNoThread() async throws {
        let pool = ThreadPoolExecutor()
        #expect(try await pool.map([Int]()) { $0 }.isEmpty)
        #expect(pool.statistics.threads == 0)
        await pool.shutdown()
    }

    @Test func optionalResultsStayWhatTheyAre() async throws {
        let results = try await withThreadPool { pool in try await pool.map([1, 2, 3]) { $0 == 2 ? nil : $0 } }
        #expect(results == [1, nil, 3])
    }

    @Test func elementsAreTakenInTheirOrder() async throws {
        let order = Locked<[Int]>([])
        try await withThreadPool(maximumThreads: 1) { pool in
            _ = try await pool.map(0..<50, maximumInFlight: 5) { number in order.change { $0.append(number) } }
        }
        #expect(order.value == Array(0..<50))
    }

    @Test func noMoreChunksAreInFlightThanAllowed() async throws {
        let running = Locked((now: 0, most: 0))
        let pool = ThreadPoolExecutor(maximumThreads: 8)
        _ = try await pool.map(0..<300, maximumInFlight: 3) { _ in
            running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            let counts = pool.statistics
            #expect(counts.running + counts.queued <= 3)
            running.change { $0.now -= 1 }
        }
        #expect(running.value.most <= 3)
        await pool.shutdown()
    }

    @Test func asManyChunksRunAtOnceAsAreInFlight() async throws {
        let everyone = MeetingPoint(6)
        _ = try await withThreadPool { pool in
            try await pool.map(0..<6, maximumInFlight: 6) { _ in everyone.meet() }
        }
    }

    @Test(arguments: 0..<20)
    func theErrorIsThatOfTheFirstFailingElementHoweverTheThreadsRace(round: Int) async throws {
        await #expect(throws: Failure(number: 30)) {
            try await withThreadPool(maximumThreads: 4) { pool in
                try await pool.map(0..<100, chunkSize: 1 + round % 3) { number in
                    if number >= 30, number % 2 == 0 { throw Failure(number: number) }
                }
            }
        }
    }

    @Test func nothingRunsAfterAFailureWasThrown() async throws {
        let running = Locked(0)
        let pool = ThreadPoolExecutor(maximumThreads: 4)
        _ = try? await pool.map(0..<1_000) { number in
            running.change { $0 += 1 }
            defer { running.change { $0 -= 1 } }
            if number == 10 { throw Failure() }
        }
        #expect(running.value == 0)
        #expect(pool.statistics.queued == 0)
        #expect(pool.statistics.completed < 1_000)
        await pool.shutdown()
    }

    @Test func aCancelledTaskTakesNoMoreElementsAndWaitsForThoseThatRun() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2)
        let gate = Gate()
        let taken = Locked(0)
        let started = Promise<Void>()
        let task = Task {
            try await pool.map(0..<100) { _ in
                if taken.change({ count in
                    count += 1; return count
                }) == 2 {
                    started.fulfill()
                }
                gate.pass()
            }
        }
        try await started.future.value
        task.cancel()
        #expect(pool.statistics.running == 2)
        gate.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(taken.value == 2)
        #expect(pool.statistics.running == 0)
        await pool.shutdown()
    }

    @Test func anAcceptedMapIsFinishedByAShutdownThatKeepsJobs() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2)
        let gate = Gate()
        let started = Promise<Void>()
        let task = Task {
            try await pool.map(0..<100) { number in
                started.fulfill()
                gate.pass()
                return number
            }
        }
        try await started.future.value
        let shutdown = Task { await pool.shutdown() }
        await eventually { !pool.isAccepting }
        gate.open()
        #expect(try await task.value == Array(0..<100))
        await shutdown.value
    }

    @Test func aShutdownThatCancelsEndsAMap() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2)
        let gate = Gate()
        let started = Promise<Void>()
        let task = Task {
            try await pool.map(0..<100, maximumInFlight: 5) { _ in
                started.fulfill()
                gate.pass()
            }
        }
        try await started.future.value
        let shutdown = Task { await pool.shutdown(cancelPending: true) }
        await eventually { !pool.isAccepting }
        gate.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        await shutdown.value
        #expect(pool.statistics.threads == 0)
    }

    @Test func otherJobsGetTheirTurnBetweenTheChunks() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        let gate = Gate()
        let started = Promise<Void>()
        let taken = Locked(0)
        let task = Task {
            try await pool.map(0..<100, maximumInFlight: 2) { _ in
                started.fulfill()
                gate.pass()
                taken.change { $0 += 1 }
            }
        }
        try await started.future.value
        let other = pool.submit { taken.value }
        gate.open()
        #expect(try await other.value <= 3)
        _ = try await task.value
        await pool.shutdown()
    }

    @Test func aMapLargerThanTheQueueIsDoneAllTheSame() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 2, queue: .atMost(1, whenFull: .suspend))
        #expect(try await pool.map(0..<200, maximumInFlight: 16) { $0 } == Array(0..<200))
        await pool.shutdown()
    }

    @Test func aSynchronousProgramMayMap() async throws {
        let results = try await onPlainThread {
            let pool = ThreadPoolExecutor(maximumThreads: 4)
            let results = try pool.mapAndWait(["a", "b", "c"]) { $0 + $0 }
            try pool.shutdownAndWait()
            return results
        }
        #expect(results == ["aa", "bb", "cc"])
    }
}
