import ArgumentParser
import ExecutorFutures

/// `runtime-bench blockers`: how long an unrelated task waits while other tasks block, by the place where the blocking
/// calls run.
///
/// So many tasks block for half a second each. "Sleep" is how long an unrelated `Task.sleep` of 10 ms then takes, which is
/// what a user feels; "total" is how long all the blocking calls take.
struct BlockersBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blockers", abstract: "What blocking calls do to an unrelated task.")

    @OptionGroup var options: BenchmarkOptions

    private static let peers: [any Place] = [
        SerialQueuePerJob(), ConcurrentQueue(), GlobalQueue(), Detached(), Inline(),
    ]
    private static let blocking = Duration.milliseconds(500)
    private static let sleep = Duration.milliseconds(10)

    func run() async throws {
        var table = Table()
        for count in [4, 16, 256] {
            let ours = try await measure(count, OwnThreads(ThreadPoolExecutor.defaultMaximumThreads))
            let large = try await measure(count, OwnThreads(256))
            let name = "\(count) blockers"
            table.rows += [
                row("\(name), sleep: as if alone", ours.sleep, Self.sleep / .milliseconds(1), .atMost(2)),
                row("\(name), sleep: our pool of 256", ours.sleep, large.sleep, .none),
                row("\(name), total: our pool of 256", ours.total, large.total, .none),
            ]
            // More than 32 would take a minute and longer on one thread per core, and tell nothing new.
            for place in Self.peers where count <= 32 || !place.usesOneThreadPerCore {
                let peer = try await measure(count, place)
                table.rows += [
                    row("\(name), sleep: \(place.name)", ours.sleep, peer.sleep, .none),
                    row("\(name), total: \(place.name)", ours.total, peer.total, .none),
                ]
            }
        }
        table.print(options)
    }

    private func row(_ name: String, _ ours: Double, _ peer: Double, _ goal: Goal) -> Row {
        var row = Row.slowdown(name, Samples([ours]), over: Samples([peer]), goal: goal)
        row.unit = "ms"
        return row
    }

    /// In milliseconds.
    private func measure(_ count: Int, _ place: any Place) async throws -> (sleep: Double, total: Double) {
        let start = ContinuousClock.now
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { await place.block(Self.blocking) } }
            let sleep = try await Self.bystander.submit { Self.unrelatedSleep().future }.flatMap { $0 }.value
            try await group.waitForAll()
            return (sleep, (ContinuousClock.now - start) / .milliseconds(1))
        }
    }

    /// Has a thread of its own, so that the unrelated task is made when the others block, and not before or after.
    private static let bystander = ThreadPoolExecutor(name: "bystander", maximumThreads: 1)

    private static func unrelatedSleep() -> Task<Double, Never> {
        holdThread(.milliseconds(20))
        let asked = ContinuousClock.now
        return Task.detached {
            try? await Task.sleep(for: sleep)
            return (ContinuousClock.now - asked) / .milliseconds(1)
        }
    }
}
