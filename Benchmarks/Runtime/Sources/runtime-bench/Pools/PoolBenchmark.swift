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
            let pools = Pools(workers: workers)
            try await table.add([roundTrips(pools), batches(pools)], rounds: options.rounds)
            try await pools.shutDown()
        }
        let pools = Pools(workers: 2)
        // Once, since they are counted and not timed.
        try await table.add([allocationsPerJob(pools)], rounds: 1)
        try await pools.shutDown()
        table.print(options)
    }

    // MARK: One job there and back

    private func roundTrips(_ pools: Pools) -> Contest {
        var contest = Contest(
            name: "pool of \(pools.workers), round trip", unit: .microseconds, aspects: [.p50, .p99, .max],
            ours: { try await roundTrips(pools.ours) },
            others: [
                .swift("NIO runIfActive") { try await roundTrips(pools.nio) },
                .swift("Dispatch, serial queue") { try await roundTrips(pools.serial) },
                python("pool-round-trips", [pools.workers, trips], .atLeast(5)),
            ])
        if pools.workers > 1 {
            // Not a goal, for it is no offload: the job runs on the very thread that the awaiting task has given back.
            contest.others.append(
                .swift("Dispatch, concurrent queue", .none) { try await roundTrips(pools.concurrent) })
        }
        return contest
    }

    private func roundTrips(_ pool: some PoolSubject) async throws -> Latencies {
        for number in 0..<100 { _ = try await pool.roundTrip(number) }
        return try await latencies(trips) { number in
            try check(await pool.roundTrip(number), number)
        }
    }

    // MARK: Many at once

    private func batches(_ pools: Pools) -> Contest {
        Contest(
            name: "pool of \(pools.workers), batch of \(batch), per job", unit: .microseconds,
            ours: { try await timePerJob(pools.ours) },
            others: [
                .swift("NIO submit with callback") { try await timePerJob(pools.nio) },
                .swift("NIO with EventLoopFuture") { try await timePerJob(pools.nioFutures) },
                .swift("Dispatch with counter") { try await timePerJob(pools.concurrent) },
                python("pool-batch", [pools.workers, batch], .atLeast(20)),
            ])
    }

    private func timePerJob(_ pool: some PoolSubject) async throws -> Latencies {
        try await cheapest(per: batch, by: \.wall) { try check(await pool.batch(batch), batch * (batch - 1) / 2) }
    }

    private func check(_ result: Int, _ expected: Int) throws {
        if result != expected { throw ValidationError("a job gave \(result) instead of \(expected)") }
    }

    private func python(_ name: String, _ arguments: [Int], _ goal: Goal) -> Contest.Peer {
        let peer = PythonPeer(options)
        return .python("Python", goal) { peer.measure(name, arguments) }
    }

    // MARK: Allocations

    private func allocationsPerJob(_ pools: Pools) -> Contest {
        Contest(
            name: "allocations per job of a batch", unit: .pieces,
            ours: { try await allocationsPerJob(pools.ours) },
            others: [
                .swift("NIO submit with callback", .none) { try await allocationsPerJob(pools.nio) },
                .swift("NIO with EventLoopFuture", .none) { try await allocationsPerJob(pools.nioFutures) },
                .swift("Dispatch with counter", .none) { try await allocationsPerJob(pools.concurrent) },
            ])
    }

    private func allocationsPerJob(_ pool: some PoolSubject) async throws -> Latencies? {
        _ = try await pool.batch(batch)
        let count = try await allocations { _ = try await pool.batch(batch) }
        return count.map { Latencies([Double($0) / Double(batch)]) }
    }
}

/// The pools that are compared, each with so many workers.
private struct Pools {
    let workers: Int
    let ours: OurPool
    let nio: NIOPool
    let nioFutures: NIOFuturePool
    let serial = DispatchPool(workers: 1)
    let concurrent: DispatchPool

    init(workers: Int) {
        self.workers = workers
        ours = OurPool(workers: workers)
        nio = NIOPool(workers: workers)
        nioFutures = NIOFuturePool(workers: workers)
        concurrent = DispatchPool(workers: workers)
    }

    func shutDown() async throws {
        await ours.shutDown()
        try await nio.shutDown()
        try await nioFutures.shutDown()
    }
}
