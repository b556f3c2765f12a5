import Analysis
import ArgumentParser
import ExecutorFutures
import RuleCatalogue
import Verdicts

/// What verdicts cost: the time of each, and of a run with them against one without.
struct VerdictBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verdicts", abstract: "Time per verdict, and of a run with verdicts against one without.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "Threads of the simulated cooperative pool.")
    var workers = ThreadPoolExecutor.coreCount

    @Argument(help: "Folders to read, each for rows of its own.")
    var folders: [String]

    /// What a verdict may take at the median, in milliseconds.
    private static let budget = 5.0

    func run() async throws {
        let pool = ThreadPoolExecutor(
            name: "verdicts", maximumThreads: 1, stackSize: Analyzer.stackSize, idleTime: nil)
        var table = Table()
        for folder in folders { table.rows += try await rows(of: folder, on: pool) }
        table.print(options)
    }

    private func rows(of folder: String, on pool: ThreadPoolExecutor) async throws -> [Row] {
        var request = WorkspaceRequest(workingDirectory: folder)
        request.arguments = [folder]
        let contents = try await Workspace().load(request, catalogue: .builtIn, on: pool)
        let plain = Analyzer(catalogue: contents.catalogue)
        var judging = plain
        judging.options.simulation = SimulationOptions(poolWidth: workers)

        let trials = try await judging.trials(of: contents.snapshot, on: pool).compactMap { try? $0.trial.get() }
        let judge = Judge(schedules: SimulationOptions(poolWidth: workers).schedules)
        var medians = Samples()
        var without = Samples()
        var with = Samples()
        for round in 0...options.rounds {
            let times = try await pool.run {
                Samples(
                    trials.map { trial in
                        let watch = Stopwatch()
                        _ = judge.verdicts(on: trial.subjects)
                        return watch.elapsed.cpu * 1_000
                    })
            }
            var watch = Stopwatch()
            _ = try await plain.analyze(contents.snapshot, on: pool)
            let plainCost = watch.elapsed.cpu
            watch = Stopwatch()
            _ = try await judging.analyze(contents.snapshot, on: pool)
            let judgingCost = watch.elapsed.cpu
            // The first round maps memory.
            guard round > 0 else { continue }
            medians.add(times.median)
            without.add(plainCost)
            with.add(judgingCost)
        }
        let name = FilePath.name(folder)
        let budget = Samples(medians.values.map { _ in Self.budget })
        return [
            Row(
                name: "\(name): a verdict, median of \(trials.count) / budget", ours: medians, peer: budget,
                unit: "ms", ratio: medians / budget, goal: .atMost(1)),
            .slowdown("\(name): lint with verdicts / without, CPU", with, over: without, goal: .atMost(1.3)),
        ]
    }
}
