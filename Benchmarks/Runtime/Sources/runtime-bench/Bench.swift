import ArgumentParser
import ExecutorFutures

/// `runtime-bench`: measures the runtime against its peers; `run.sh` beside the package calls it.
///
/// Every row compares us and a peer in one process, or in two that run in turn, round by round, so that a slow machine
/// is slow for both.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtime-bench", abstract: "Measure the runtime against its peers.",
        subcommands: [
            PoolBenchmark.self, LoopBenchmark.self, TimerBenchmark.self, CoordinationBenchmark.self,
            StreamBenchmark.self, ProcessBenchmark.self, MemoryBenchmark.self, BlockersBenchmark.self,
        ])

    static func main() async {
        // The workers of the process pool are this program.
        ProcessPoolExecutor.serveIfWorker(jobs: [SquareJob.self])
        await main(nil)
    }
}

/// What every benchmark can be told.
struct BenchmarkOptions: ParsableArguments, Sendable {
    @Option(help: "How often everything is measured; medians are printed.")
    var rounds = 7

    @Option(help: "text, markdown or tsv.")
    var format: TableFormat = .text

    @Flag(help: "Leave the names of the columns out, for tables that are appended to others.")
    var noHeader = false

    @Option(help: "The Python that runs the peers.")
    var python = "python3"

    @Option(help: "The folder of the peers written in Python.")
    var peers = "Peers"

    func validate() throws {
        if rounds < 1 { throw ValidationError("'--rounds' must be at least 1.") }
    }
}
