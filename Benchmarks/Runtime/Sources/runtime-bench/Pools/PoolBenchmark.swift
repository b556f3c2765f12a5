import ArgumentParser

/// `runtime-bench pools`: one job there and back, and many at once.
struct PoolBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pools", abstract: "Thread pools: round trips, batches, allocations.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many jobs a batch has.")
    var batch = 10_000

    @Option(help: "How many round trips are made in each round.")
    var trips = 2_000

    func run() async throws {
        var table = Table()
        for workers in [1, 2, 8] {
            try await compareRoundTrips(workers, &table)
            try await compareBatches(workers, &table)
        }
        try await countAllocations(&table)
        table.print(options)
    }

    // MARK: One job there and back

    private func compareRoundTrips(_ workers: Int, _ table: inout Table) async throws {
        let ours = OurPool(workers: workers)
        let nio = NIOPool(workers: workers)
        let serial = DispatchPool(workers: 1)
        let concurrent = DispatchPool(workers: workers)
        let python = PythonPeer(options)
        var us = Trips()
        var them = (nio: Trips(), serial: Trips(), concurrent: Trips(), python: Trips())
        for _ in 0..<options.rounds {
            us.add(try await roundTrips(ours))
            them.nio.add(try await roundTrips(nio))
            them.serial.add(try await roundTrips(serial))
            them.concurrent.add(try await roundTrips(concurrent))
            if let values = python.measure("pool-round-trip", workers, trips) { them.python.add(Latencies(values)) }
        }
        for pool in [ours, nio, serial, concurrent] as [any PoolSubject] { try await pool.shutDown() }

        let name = "pool of \(workers), round trip"
        var rows: [Row] = [
            .slowdown("\(name), p50: NIO runIfActive", us.median, over: them.nio.median, goal: .atMost(1)),
            .slowdown("\(name), p50: Dispatch, serial queue", us.median, over: them.serial.median, goal: .atMost(1)),
            .speedup("\(name), p50: Python", us.median, over: them.python.present?.median, goal: .atLeast(5)),
            .slowdown("\(name), p99: NIO runIfActive", us.p99, over: them.nio.p99, goal: .none),
            .slowdown("\(name), p99: Dispatch, serial queue", us.p99, over: them.serial.p99, goal: .none),
            .slowdown("\(name), max: NIO runIfActive", us.max, over: them.nio.max, goal: .none),
        ]
        if workers > 1 {
            // Not a goal, for it is no offload: the job runs on the very thread that the awaiting task has given back.
            rows.append(
                .slowdown(
                    "\(name), p50: Dispatch, concurrent queue", us.median, over: them.concurrent.median, goal: .none))
        }
        table.rows += rows.map(\.inMicroseconds)
    }

    private func roundTrips(_ pool: some PoolSubject) async throws -> Latencies {
        for number in 0..<100 { _ = try await pool.roundTrip(number) }
        return try await latencies(trips) { number in
            try check(await pool.roundTrip(number), number)
        }
    }

    // MARK: Many at once

    private func compareBatches(_ workers: Int, _ table: inout Table) async throws {
        let ours = OurPool(workers: workers)
        let nio = NIOPool(workers: workers)
        let nioFutures = NIOFuturePool(workers: workers)
        let dispatch = DispatchPool(workers: workers)
        let python = PythonPeer(options)
        var us = Samples()
        var them = (nio: Samples(), nioFutures: Samples(), dispatch: Samples(), python: Samples())
        for _ in 0..<options.rounds {
            us.add(try await timePerJob(ours))
            them.nio.add(try await timePerJob(nio))
            them.nioFutures.add(try await timePerJob(nioFutures))
            them.dispatch.add(try await timePerJob(dispatch))
            if let value = python.measure("pool-batch", workers, batch)?.first { them.python.add(value) }
        }
        for pool in [ours, nio, nioFutures, dispatch] as [any PoolSubject] { try await pool.shutDown() }

        let name = "pool of \(workers), batch of \(batch), per job"
        let rows: [Row] = [
            .slowdown("\(name): NIO submit with callback", us, over: them.nio, goal: .atMost(1)),
            .slowdown("\(name): NIO with EventLoopFuture", us, over: them.nioFutures, goal: .atMost(1)),
            .slowdown("\(name): Dispatch with counter", us, over: them.dispatch, goal: .atMost(1)),
            .speedup(
                "\(name): Python", us, over: them.python.values.isEmpty ? nil : them.python, goal: .atLeast(20)),
        ]
        table.rows += rows.map(\.inMicroseconds)
    }

    /// The fastest of five, since a batch takes only a few milliseconds and anything may come in between.
    private func timePerJob(_ pool: some PoolSubject) async throws -> Double {
        var fastest = Double.infinity
        for _ in 0..<5 {
            let start = ContinuousClock.now
            try check(await pool.batch(batch), batch * (batch - 1) / 2)
            fastest = min(fastest, (ContinuousClock.now - start) / .seconds(1))
        }
        return fastest / Double(batch)
    }

    private func check(_ result: Int, _ expected: Int) throws {
        if result != expected { throw ValidationError("a job gave \(result) instead of \(expected)") }
    }

    // MARK: Allocations

    private func countAllocations(_ table: inout Table) async throws {
        let ours = OurPool(workers: 2)
        let nio = NIOPool(workers: 2)
        let nioFutures = NIOFuturePool(workers: 2)
        let dispatch = DispatchPool(workers: 2)
        let us = try await allocationsPerJob(ours)
        for (name, pool) in [
            ("NIO submit with callback", nio), ("NIO with EventLoopFuture", nioFutures), ("Dispatch", dispatch),
        ] as [(String, any PoolSubject)] {
            guard let us, let peer = try await allocationsPerJob(pool) else { continue }
            var row = Row.slowdown(
                "allocations per job of a batch: \(name)", Samples([us]), over: Samples([peer]), goal: .none)
            row.unit = "each"
            table.rows.append(row)
        }
        for pool in [ours, nio, nioFutures, dispatch] as [any PoolSubject] { try await pool.shutDown() }
    }

    private func allocationsPerJob(_ pool: some PoolSubject) async throws -> Double? {
        _ = try await pool.batch(batch)
        return try await allocations { _ = try await pool.batch(batch) }.map { Double($0) / Double(batch) }
    }
}

/// The percentiles of round trips, a value for each round.
private struct Trips {
    var median = Samples()
    var p99 = Samples()
    var max = Samples()

    mutating func add(_ latencies: Latencies) {
        median.add(latencies.median)
        p99.add(latencies.percentile(0.99))
        max.add(latencies.max)
    }

    var present: Trips? { median.values.isEmpty ? nil : self }
}

extension Row {
    /// The same row with its times, which are in seconds, told in microseconds.
    fileprivate var inMicroseconds: Row {
        var row = self
        row.ours = Samples(ours.values.map { $0 * 1e6 })
        row.peer = peer.map { Samples($0.values.map { $0 * 1e6 }) }
        row.unit = "µs"
        return row
    }
}
