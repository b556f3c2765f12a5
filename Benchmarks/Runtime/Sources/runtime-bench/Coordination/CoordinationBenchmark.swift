import ArgumentParser
import ExecutorFutures

/// `runtime-bench coordination`: locks and queues between tasks of one loop.
struct CoordinationBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coordination", abstract: "Locks and queues between tasks of one loop.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many operations are measured at a time; a multiple of 100.")
    var count = 50_000

    func run() async throws {
        let loop = try EventLoop.onOwnThread(name: "tasks")
        var table = Table()
        try await table.add(
            [
                contest("AsyncLock, free: withLock", "free-lock", loop) { try await freeLock() },
                contest("AsyncLock, 100 tasks that yield while they hold it", "busy-lock", loop) {
                    try await busyLock(loop)
                },
                contest("AsyncQueue, one task: put and take", "queue", loop) { try await putAndTake() },
                contest("AsyncQueue, two tasks: there and back", "queue-trips", loop) { try await queueTrips() },
                contest("AsyncEvent, two tasks: there and back", "event-trips", loop) { try await eventTrips() },
            ], rounds: options.rounds)
        await loop.shutdown()
        table.print(options)
    }

    private func contest(
        _ name: String, _ peer: String, _ loop: EventLoop, _ measure: @escaping @Sendable () async throws -> Latencies
    ) -> Contest {
        Contest(
            name: name, unit: .nanoseconds, ours: { try await loop.spawn { try await measure() }.value },
            others: options.pythonLoops(peer, [count]))
    }

    // MARK: Measurements, each in a task of the loop

    private func freeLock() async throws -> Latencies {
        let lock = AsyncLock()
        return try await cheapest(per: count) {
            for _ in 0..<count { try await lock.withLock {} }
        }
    }

    private func busyLock(_ loop: EventLoop) async throws -> Latencies {
        let lock = AsyncLock()
        return try await cheapest(per: count) {
            try await withThrowingDiscardingTaskGroup { group in
                for _ in 0..<100 {
                    group.addTask {
                        for _ in 0..<count / 100 { try await lock.withLock { await loop.yield() } }
                    }
                }
            }
        }
    }

    private func putAndTake() async throws -> Latencies {
        let queue = AsyncQueue<Int>()
        return try await cheapest(per: count) {
            for number in 0..<count {
                try await queue.put(number)
                _ = try await queue.take()
            }
        }
    }

    private func queueTrips() async throws -> Latencies {
        let (there, back) = (AsyncQueue<Int>(), AsyncQueue<Int>())
        return try await cheapest(per: count) {
            async let answers: Void = {
                for _ in 0..<count { try await back.put(try await there.take()) }
            }()
            for number in 0..<count {
                try await there.put(number)
                _ = try await back.take()
            }
            try await answers
        }
    }

    private func eventTrips() async throws -> Latencies {
        let (there, back) = (AsyncEvent(), AsyncEvent())
        return try await cheapest(per: count) {
            async let answers: Void = {
                for _ in 0..<count {
                    try await there.wait()
                    there.clear()
                    back.set()
                }
            }()
            for _ in 0..<count {
                there.set()
                try await back.wait()
                back.clear()
            }
            try await answers
        }
    }
}
