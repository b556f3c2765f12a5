import ArgumentParser

/// `runtime-stress`: does everything at once, at random, and counts whether it all came to its end.
///
/// Each round makes a pool, lets several tasks submit, cancel, await, time out and shut down, and then compares what the
/// futures say with what the jobs say and with what the pool says. Between rounds nothing may be left: no thread, no
/// descriptor, and no memory that grows. All choices come from the seed; how the threads race does not.
@main
struct Stress: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtime-stress", abstract: "Submit, cancel, time out and shut down at random, and count.")

    @Option(help: "For how many seconds.")
    var seconds = 60

    @Option(help: "The seed of the first round; each round adds one.")
    var seed: UInt64 = 1

    @Option(help: "How many tasks work at a time.")
    var tasks = 8

    func validate() throws {
        if tasks < 1 { throw ValidationError("'--tasks' must be at least 1.") }
    }

    func run() async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        var sum = Tally()
        var rounds: UInt64 = 0
        // The first rounds make what lives as long as the process: threads of the default executor, caches of the allocator.
        let warmUp: UInt64 = 50
        var before = await Resources.afterSettling()
        while ContinuousClock.now < end || rounds <= warmUp {
            if rounds == warmUp { before = await Resources.afterSettling() }
            sum += try await PoolRound(seed: seed &+ rounds, tasks: tasks).run()
            rounds += 1
        }
        let after = await Resources.afterSettling()
        print("rounds \(rounds), seeds \(seed)..\(seed &+ rounds - 1)")
        print(sum)
        print("before: \(before)\nafter:  \(after)")
        try after.check(against: before)
        print("every future ended once; nothing is left")
    }
}

/// Something that should not be.
struct StressFailure: Error, CustomStringConvertible {
    var description: String
}
