import ArgumentParser
import ExecutorFutures

/// `runtime-bench processes`: jobs in other processes. The workers are this program, see ``Bench/main()``.
struct ProcessBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "processes", abstract: "Process pools: round trips, batches, chunks, starts.")

    @OptionGroup var options: BenchmarkOptions

    func run() async throws {
        var table = Table()
        for workers in [1, 2] {
            try await table.add(
                [roundTrips(workers, count: 1_000), batches(workers, count: 5_000)], rounds: options.rounds)
        }
        try await table.add([chunks(2, count: 50_000), starts(count: 5)], rounds: options.rounds)
        table.print(options)
    }

    private func roundTrips(_ workers: Int, count: Int) -> Contest {
        Contest(
            name: "process pool of \(workers), round trip", unit: .microseconds, aspects: [.p50, .p99],
            ours: {
                try await inPool(workers) { pool in
                    try await latencies(count) { _ = try await pool.submit(SquareJob(number: $0)).value }
                }
            },
            others: [python("process-round-trips", [workers, count], .atLeast(3))])
    }

    private func batches(_ workers: Int, count: Int) -> Contest {
        Contest(
            name: "process pool of \(workers), batch of \(count), per job", unit: .microseconds,
            ours: {
                try await inPool(workers) { pool in
                    try await cheapest(per: count, by: \.wall) {
                        let futures = (0..<count).map { pool.submit(SquareJob(number: $0)) }
                        for future in futures { _ = try await future.value }
                    }
                }
            },
            others: [python("process-batch", [workers, count], .atLeast(3))])
    }

    /// No goal: numbers that Python pickles in C stand against jobs that go through `Codable` one by one.
    private func chunks(_ workers: Int, count: Int) -> Contest {
        Contest(
            name: "process pool of \(workers), \(count) mapped in chunks of 100, per job", unit: .microseconds,
            ours: {
                try await inPool(workers) { pool in
                    try await cheapest(per: count, by: \.wall) {
                        _ = try await pool.map((0..<count).map(SquareJob.init), chunkSize: 100)
                    }
                }
            },
            others: [python("process-chunks", [workers, count], .none)])
    }

    private func starts(count: Int) -> Contest {
        Contest(
            name: "process pool of 1, start, one job, end", unit: .milliseconds,
            ours: {
                try await latencies(count) { number in
                    try await withProcessPool(maximumWorkers: 1) { _ = try await $0.run(SquareJob(number: number)) }
                }
            },
            others: [python("process-starts", [count], .none)])
    }

    /// Calls `body` with a pool whose workers have started.
    private func inPool(
        _ workers: Int, _ body: (ProcessPoolExecutor) async throws -> Latencies
    ) async throws -> Latencies {
        try await withProcessPool(maximumWorkers: workers) { pool in
            _ = try await pool.map((0..<100).map(SquareJob.init))
            return try await body(pool)
        }
    }

    private func python(_ name: String, _ arguments: [Int], _ goal: Goal) -> Contest.Peer {
        let peer = PythonPeer(options)
        return .python("Python", goal) { peer.measure(name, arguments) }
    }
}

/// A job that is nearly none.
struct SquareJob: ProcessJob {
    var number: Int

    func run() -> Int { number * number }
}
