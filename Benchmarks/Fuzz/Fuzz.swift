import Analysis
import ArgumentParser
import ExecutorFutures
import RuleCatalogue

/// `unblock-fuzz`: broken sources, spliced from real ones, go through the whole analysis; none may trap, hang or eat
/// the memory.
///
/// Everything follows from the seeds and the files: a group of one to five inputs has one seed, and `--replay` runs it
/// alone. Seeds that are being worked on stand in `build/fuzz/running`, for a trap ends the process without a word.
@main
struct Fuzz: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock-fuzz", abstract: "Feed cut and spliced sources to the analyzer.")

    @Option(help: "How many inputs.")
    var count = 10_000

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    @Option(help: "Run the group of this seed only, and keep its inputs in build/fuzz/.")
    var replay: UInt64?

    @Option(help: "Threads.")
    var jobs = ThreadPoolExecutor.coreCount

    @Option(help: "The longest that an input may take, in seconds of CPU time.")
    var limit = 1.0

    @Option(help: "The most memory that the process may hold, in MB.")
    var memoryLimit = 1024.0

    @Argument(help: "Folders with Swift files, absolute; the inputs are made of them.")
    var directories: [String]

    func validate() throws {
        if jobs < 1 || count < 1 { throw ValidationError("'--jobs' and '--count' must be at least 1.") }
    }

    func run() async throws {
        let pool = ThreadPoolExecutor(name: "fuzz", maximumThreads: jobs, stackSize: 64 << 20, idleTime: nil)
        let reader = ThreadPoolExecutor(name: "reader", maximumThreads: 1)
        let sources = try await Sources(below: directories, on: reader)
        guard !sources.texts.isEmpty else { throw ValidationError("no Swift file found below \(directories)") }
        let records = try await reader.run { try Records(folder: "build/fuzz", slots: jobs) }
        let runner = GroupRunner(sources: sources, records: records, limit: limit)

        if let replay {
            try await reader.run { try records.keep(runner.inputs(of: replay), seed: replay) }
            let outcome = try await pool.run { runner.run(replay) }
            print("seed \(replay): \(outcome.inputs) inputs, slowest step \(outcome.slowest.map(milliseconds) ?? "-")")
            return
        }
        let seeds = runner.seeds(from: seed, inputs: count)
        let watchdog = Task { await runner.watch() }
        let outcomes = try await pool.map(seeds) { runner.run($0) }
        watchdog.cancel()
        try await report(outcomes, records, runner, on: reader)
    }

    private func report(
        _ outcomes: [GroupOutcome], _ records: Records, _ runner: GroupRunner, on reader: ThreadPoolExecutor
    ) async throws {
        let slow = outcomes.filter { ($0.slowest ?? 0) > limit }
        for outcome in slow {
            try await reader.run { try records.keep(runner.inputs(of: outcome.seed), seed: outcome.seed) }
            print("seed \(outcome.seed): took \(milliseconds(outcome.slowest ?? 0)): kept in build/fuzz/")
        }
        let peak = Memory.peak()
        let inputs = outcomes.reduce(0) { $0 + $1.inputs }
        let slowest = outcomes.compactMap { outcome in outcome.slowest.map { (time: $0, seed: outcome.seed) } }
            .max { $0.time < $1.time }
        print(
            "\(inputs) inputs in \(outcomes.count) groups from seed \(seed): no trap, \(slow.count) over the time limit, "
                + "slowest \(slowest.map { "\(milliseconds($0.time)) (seed \($0.seed))" } ?? "-"), "
                + "\(outcomes.reduce(0) { $0 + $1.findings }) findings, peak memory \(Int(peak)) MB")
        if !slow.isEmpty || peak > memoryLimit { throw ExitCode(1) }
    }
}

private func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded())) ms" }
