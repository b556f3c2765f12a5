import Foundation
import Testing

@testable import ExecutorFutures
@testable import ProcessWorker

/// What a process pool does when nothing goes wrong.
@Suite struct ProcessPoolTests {
    @Test func aJobRunsInAnotherProcess() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let future = pool.submit(Square(number: 12))
            #expect(try await future.value == 144)
            let facts = try await pool.run(DescribesWorker())
            #expect(facts.parent == getpid())
            #expect(facts.process != getpid())
        }
    }

    @Test func structuresTravelBothWays() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let sum = try await pool.run(Sum(amounts: ["a": 1, "ü": 5, "": -2]))
            #expect(sum == Sum.Result(total: 4, largest: "ü"))
            let limited = try await pool.run(Sum(amounts: [:], limit: -1))
            #expect(limited == Sum.Result(total: -1, largest: nil))
        }
    }

    @Test func manyMegabytesTravelBothWays() async throws {
        try await WorkerExecutable.withPool { pool async throws in
            let values = (0..<1_000_000).map(Double.init)
            #expect(try await pool.run(Numbers(values: values)) == values.map { -$0 })
        }
    }

    @Test(arguments: [1, 2, 7, 100, Int.max, 0, -5])
    func mapKeepsTheOrder(chunkSize: Int) async throws {
        try await WorkerExecutable.withPool(workers: 2) { pool async throws in
            let squares = try await pool.map((0..<50).map(Square.init), chunkSize: chunkSize)
            #expect(squares == (0..<50).map { $0 * $0 })
            #expect(try await pool.map([Square](), chunkSize: chunkSize).isEmpty)
        }
    }

    @Test func mapForSynchronousCodeKeepsTheOrder() async throws {
        try await WorkerExecutable.withPool(workers: 2) { pool async throws in
            let squares = try await onPlainThread { try pool.mapAndWait((0..<9).map(Square.init), chunkSize: 2) }
            #expect(squares == (0..<9).map { $0 * $0 })
        }
    }

    @Test func workersStartOnDemandAndAreKept() async throws {
        try await WorkerExecutable.withPool(workers: 4) { pool async throws in
            #expect(pool.statistics.workers == 0)
            let first = try await pool.run(DescribesWorker()).process
            for _ in 0..<5 { #expect(try await pool.run(DescribesWorker()).process == first) }
            #expect(pool.statistics.workersStarted == 1)
            #expect(pool.statistics.workers == 1)
        }
    }

    @Test func jobsRunAtTheSameTimeInTheirOwnWorkers() async throws {
        let pipes = [try NamedPipe(), try NamedPipe()]
        try await WorkerExecutable.withPool(workers: 2) { pool async throws in
            let futures = pipes.map { pool.submit(WaitsForPipe(path: $0.path)) }
            // Both pipes can only be opened while both jobs run.
            let ends = [try await pipes[0].openForWriting(), try await pipes[1].openForWriting()]
            #expect(pool.statistics.workers == 2)
            for (index, end) in ends.enumerated() {
                try end.write(contentsOf: [UInt8(index)])
                try end.close()
            }
            #expect(try await futures[0].value == [0])
            #expect(try await futures[1].value == [1])
        }
    }

    @Test func aWorkerIsReplacedAfterItsJobs() async throws {
        try await WorkerExecutable.withPool(maximumJobsPerWorker: 2) { pool async throws in
            var processes: [Int32] = []
            for _ in 0..<4 { processes.append(try await pool.run(DescribesWorker()).process) }
            #expect(processes[0] == processes[1])
            #expect(processes[2] == processes[3])
            #expect(processes[0] != processes[2])
            #expect(pool.statistics.workersStarted == 2)
            #expect(pool.statistics.workersLost == 0)
        }
    }

    @Test func aQueuedJobCanBeCancelledAndIsNotSent() async throws {
        let pipe = try NamedPipe()
        try await WorkerExecutable.withPool { pool async throws in
            let running = pool.submit(WaitsForPipe(path: pipe.path))
            let end = try await pipe.openForWriting()
            let queued = pool.submit(Dies(exitCode: 1))
            #expect(queued.cancel())
            #expect(!running.cancel())
            try end.close()
            #expect(try await running.value == [])
            await #expect(throws: CancellationError.self) { try await queued.value }
            #expect(pool.statistics.jobs.cancelled == 1)
            #expect(pool.statistics.workersLost == 0)
        }
    }

    @Test func aFullQueueRefuses() async throws {
        let pipe = try NamedPipe()
        try await WorkerExecutable.withPool(queue: .atMost(1, whenFull: .fail)) { pool async throws in
            let running = pool.submit(WaitsForPipe(path: pipe.path))
            let end = try await pipe.openForWriting()
            let queued = pool.submit(Square(number: 3))
            await #expect(throws: ExecutorError.self) { try await pool.submit(Square(number: 4)).value }
            try end.close()
            _ = try await running.value
            #expect(try await queued.value == 9)
        }
    }

    @Test func aFullQueueMayRunAJobInPlaceByOneMoreWorker() async throws {
        let pipe = try NamedPipe()
        try await WorkerExecutable.withPool(queue: .atMost(1, whenFull: .runInPlace)) { pool async throws in
            let running = pool.submit(WaitsForPipe(path: pipe.path))
            let end = try await pipe.openForWriting()
            let queued = pool.submit(Square(number: 3))
            let inPlace = try await onPlainThread { try pool.submit(DescribesWorker()).wait() }
            #expect(inPlace.process != getpid())
            #expect(pool.statistics.workers == 1)
            try end.close()
            _ = try await running.value
            #expect(try await queued.value == 9)
            #expect(pool.statistics.workersStarted == 2)
        }
    }

    @Test func aWorkerIsPreparedBeforeItsFirstJob() async throws {
        try await WorkerExecutable.withPool(maximumJobsPerWorker: 1, workerSetUp: Remembers(word: "ready")) {
            pool async throws in
            for _ in 0..<2 { #expect(try await pool.run(Recalls()) == "ready") }
            #expect(pool.statistics.workersStarted == 2)
        }
    }

    @Test func shutdownRunsWhatWasAcceptedAndThenRefuses() async throws {
        let pool = ProcessPoolExecutor(maximumWorkers: 1, program: WorkerExecutable.program)
        let futures = (0..<5).map { pool.submit(Square(number: $0)) }
        await pool.shutdown()
        for (index, future) in futures.enumerated() { #expect(try future.resultIfDone?.get() == index * index) }
        #expect(!pool.isAccepting)
        #expect(pool.statistics.workers == 0)
        await #expect(throws: ExecutorError.self) { try await pool.run(Square(number: 1)) }
        await pool.shutdown()
    }

    @Test func aPoolForABlockEndsWithIt() async throws {
        var kept: ProcessPoolExecutor?
        let value = try await withProcessPool(maximumWorkers: 1, program: WorkerExecutable.program) {
            pool async throws in
            kept = pool
            return try await pool.run(Square(number: 5))
        }
        #expect(value == 25)
        #expect(kept?.statistics.workers == 0)
        #expect(kept?.isAccepting == false)
    }
}
