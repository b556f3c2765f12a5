import ArgumentParser

/// `runtime-bench timers`: a million timers, cancelled or fired.
struct TimerBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "timers", abstract: "Timers, a million at a time.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many timers there are at a time.")
    var timers = 1_000_000

    @Option(help: "How many there are where NIO takes part in cancelling, which takes it a search through all of them.")
    var fewTimers = 10_000

    func run() async throws {
        let ours = try OurTimers()
        let nio = NIOTimers()
        var table = Table()
        try await table.add(
            [
                Contest(
                    name: "\(timers) timers armed and cancelled, each", unit: .nanoseconds,
                    ours: { try await ours.armAndCancel(timers) },
                    others: options.pythonLoops("timers-cancelled", [timers])),
                Contest(
                    name: "\(fewTimers) timers armed and cancelled, each", unit: .nanoseconds,
                    ours: { try await ours.armAndCancel(fewTimers) },
                    others: [.swift("NIO scheduleTask") { try await nio.armAndCancel(fewTimers) }]),
                Contest(
                    name: "\(timers) timers armed and fired in virtual time, each", unit: .nanoseconds,
                    ours: { try await ours.armAndFire(timers) },
                    others: [
                        .swift("NIO, its loop for tests") { try nio.armAndFire(timers) },
                        python("asyncio, its clock replaced", "timers-fired"),
                    ]),
            ], rounds: options.rounds)
        try await ours.shutDown()
        try await nio.shutDown()
        table.print(options)
    }

    private func python(_ name: String, _ measurement: String) -> Contest.Peer {
        let peer = PythonPeer(options)
        return .python(name) { peer.measure(measurement, [timers]) }
    }
}

/// The delay of a timer in milliseconds: all differ, and they come in no order. The peers in Python use the same.
func timerDelay(_ number: Int) -> Int64 {
    // The multiplier is prime, so no two numbers below the modulus, which is prime too, give the same delay.
    1_000_000 + Int64(number) * 7_919 % 1_000_003
}
