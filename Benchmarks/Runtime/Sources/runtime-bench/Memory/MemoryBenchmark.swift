import ArgumentParser
import ExecutorFutures
import NIOCore
import NIOPosix

/// `runtime-bench memory`: what tasks and futures hold that wait for something.
struct MemoryBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory", abstract: "Resident memory of idle tasks and pending futures.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many of a kind are made in each round.")
    var count = 100_000

    func run() async throws {
        let loop = try EventLoop.onOwnThread(name: "memory")
        let nio = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let waiting = WaitingThings(count: count)
        var table = Table()
        try await table.add(
            [
                Contest(
                    name: "idle task, waiting for an event", unit: .bytes,
                    ours: { try await waiting.tasks { loop.spawn($0) } },
                    others: [
                        .swift("default executor", .none) {
                            try await waiting.tasks { Task.detached(operation: $0) }
                        },
                        python("asyncio", "asyncio-idle-tasks"),
                    ]),
                Contest(
                    name: "pending future", unit: .bytes,
                    ours: { try await waiting.promises() },
                    others: [
                        .swift("NIO promise") { try await waiting.promises(on: nio.next()) },
                        python("asyncio", "asyncio-pending-futures"),
                    ]),
                Contest(
                    name: "job in the queue of a pool, with its future", unit: .bytes,
                    ours: { try await waiting.jobs() },
                    others: [python("Python", "queued-jobs")]),
            ], rounds: options.rounds)
        await waiting.end()
        await loop.shutdown()
        try await nio.shutdownGracefully()
        table.print(options)
    }

    private func python(_ name: String, _ measurement: String) -> Contest.Peer {
        let peer = PythonPeer(options)
        return .python(name) { peer.measure(measurement, [count]) }
    }
}
