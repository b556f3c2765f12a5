import ArgumentParser
import ExecutorFutures

/// `runtime-stress`: does everything at once, at random, and counts whether it all came to its end.
///
/// Each round makes a thread pool, an event loop, a process pool or a set of locks and queues, lets several tasks do
/// anything to it, and then compares what the futures say with what the jobs say and with what the thing says itself.
/// After the rounds nothing may be left: no thread, no child, no descriptor, and no memory that grows. All choices come
/// from the seed; how the threads race does not.
@main
struct Stress: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtime-stress", abstract: "Submit, cancel, time out, kill and shut down at random, and count.")

    @Option(help: "For how many seconds.")
    var seconds = 60

    @Option(help: "The seed of the first round; each round adds one, and the seed says what the round is about.")
    var seed: UInt64 = 1

    @Option(help: "How many tasks work at a time.")
    var tasks = 8

    /// Rounds with processes take many times as long as the others, so there are fewer of them.
    private static let kinds: [any StressRound.Type] = [
        PoolRound.self, LoopRound.self, CoordinationRound.self, PoolRound.self, LoopRound.self, CoordinationRound.self,
        PoolRound.self, LoopRound.self, CoordinationRound.self, ProcessRound.self,
    ]

    static func main() async {
        ProcessPoolExecutor.serveIfWorker(jobs: [NapJob.self])
        await main(nil)
    }

    func validate() throws {
        if tasks < 1 { throw ValidationError("'--tasks' must be at least 1.") }
    }

    func run() async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        var sums: [String: Tally] = [:]
        var rounds: UInt64 = 0
        // The first rounds make what lives as long as the process: threads of the default executor, caches of the allocator.
        let warmUp: UInt64 = 130
        var before = await Resources.afterSettling()
        while ContinuousClock.now < end || rounds <= warmUp {
            if rounds == warmUp { before = await Resources.afterSettling() }
            let seed = seed &+ rounds
            let kind = Self.kinds[Int(seed % UInt64(Self.kinds.count))]
            sums[kind.name, default: Tally()] += try await kind.init(seed: seed, tasks: tasks).run()
            rounds += 1
        }
        let after = await Resources.afterSettling()
        print("rounds \(rounds), seeds \(seed)..\(seed &+ rounds - 1)")
        for (name, sum) in sums.sorted(by: { $0.key < $1.key }) { print("\(name): \(sum)") }
        print("before: \(before)\nafter:  \(after)")
        try after.check(against: before)
        print("every future ended once; nothing is left")
    }
}
