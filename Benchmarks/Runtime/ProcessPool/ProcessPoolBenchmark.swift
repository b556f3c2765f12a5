import ExecutorFutures

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `process-pool-bench [ROUNDS [PEER]]`: our process pool beside Python's, measured by turns.
///
/// A program of its own, because it is its own worker. Prints `name ours peer ratio goal met` with tabs between;
/// times are medians, in microseconds per job. `PEER` is the path of `process_pool_peer.py`.
@main struct ProcessPoolBenchmark {
    static func main() async throws {
        ProcessPoolExecutor.serveIfWorker(jobs: [SquareJob.self])

        let words = CommandLine.arguments.dropFirst()
        let rounds = max(words.first.flatMap(Int.init) ?? 5, 1)
        let peer = words.dropFirst().first ?? "ProcessPool/process_pool_peer.py"
        print("name", "ours", "peer", "ratio", "goal", "met", separator: "\t")
        for row in rows { try await row.print(rounds: rounds, peer: peer) }
    }

    private static let rows = [
        Row(name: "round-trip", workers: 1, count: 1_000, goal: 3, ours: inPool(roundTrip)),
        Row(name: "batch", workers: 2, count: 5_000, goal: 3, ours: inPool(batch)),
        // No goal: numbers that Python pickles in C stand against jobs that go through `Codable` one by one.
        Row(name: "map", workers: 2, count: 50_000, goal: nil, ours: inPool(mapChunks)),
        Row(name: "start", workers: 1, count: 5, goal: nil, ours: startAndStop),
    ]

    private static func inPool(
        _ measure: @escaping @Sendable (ProcessPoolExecutor, Int) async throws -> Double
    ) -> @Sendable (Int, Int) async throws -> Double {
        { workers, count in
            try await withProcessPool(maximumWorkers: workers) { pool in
                _ = try await pool.map((0..<100).map(SquareJob.init))
                return try await measure(pool, count)
            }
        }
    }

    private static func roundTrip(_ pool: ProcessPoolExecutor, _ count: Int) async throws -> Double {
        var times: [Double] = []
        for number in 0..<count {
            times.append(try await seconds { _ = try await pool.submit(SquareJob(number: number)).value })
        }
        return median(times)
    }

    private static func batch(_ pool: ProcessPoolExecutor, _ count: Int) async throws -> Double {
        try await seconds {
            let futures = (0..<count).map { pool.submit(SquareJob(number: $0)) }
            for future in futures { _ = try await future.value }
        } / Double(count)
    }

    private static func mapChunks(_ pool: ProcessPoolExecutor, _ count: Int) async throws -> Double {
        try await seconds { _ = try await pool.map((0..<count).map(SquareJob.init), chunkSize: 100) } / Double(count)
    }

    @Sendable private static func startAndStop(_ workers: Int, _ count: Int) async throws -> Double {
        var times: [Double] = []
        for _ in 0..<count {
            let time = try await seconds {
                try await withProcessPool(maximumWorkers: workers) { _ = try await $0.run(SquareJob(number: 1)) }
            }
            times.append(time)
        }
        return median(times)
    }

    private static func seconds(_ body: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

struct SquareJob: ProcessJob {
    var number: Int

    func run() -> Int { number * number }
}

/// One line of the table.
private struct Row: Sendable {
    /// Python's script knows the measurement by the same name.
    var name: String
    var workers: Int
    var count: Int
    /// How many times as fast as Python's pool ours should be.
    var goal: Double?
    /// Seconds per job, for a number of workers and of jobs.
    var ours: @Sendable (Int, Int) async throws -> Double

    func print(rounds: Int, peer: String) async throws {
        var own: [Double] = []
        var python: [Double] = []
        for _ in 0..<rounds {
            own.append(try await ours(workers, count))
            if let time = measurePython(peer) { python.append(time) }
        }
        let name = "process pool \(name), \(workers) workers"
        let time = microseconds(median(own))
        guard !python.isEmpty else {
            return Swift.print(name, time, "python3 is not installed", "-", "-", "-", separator: "\t")
        }
        let ratio = median(python) / median(own)
        let met = goal.map { ratio >= $0 ? "yes" : "no" } ?? "-"
        Swift.print(
            name, time, microseconds(median(python)), rounded(ratio), goal.map { ">= \(rounded($0))" } ?? "-", met,
            separator: "\t")
    }

    /// Seconds per job; `nil` where there is no Python.
    private func measurePython(_ peer: String) -> Double? {
        guard let output = popen("python3 '\(peer)' \(name) \(workers) \(count)", "r") else { return nil }
        var line = [CChar](repeating: 0, count: 64)
        let isRead = fgets(&line, Int32(line.count), output) != nil
        return pclose(output) == 0 && isRead ? strtod(line, nil) : nil
    }

    private func microseconds(_ seconds: Double) -> Double { rounded(seconds * 1_000_000) }
    private func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

private func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}
