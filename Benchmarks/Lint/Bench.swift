import ArgumentParser

/// `unblock-bench`: measures the analyzer against its peers; `run.sh` beside this file calls it.
///
/// Every row compares us and a peer in one process or one script, round by round, so that a slow machine is slow for
/// both. CPU time is of the whole process with its children; wall time is told only where it is what matters.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unblock-bench", abstract: "Measure the analyzer against its peers.",
        subcommands: [
            ParserBenchmark.self, PeerBenchmark.self, ChainBenchmark.self, VerdictBenchmark.self,
            SimulationBenchmark.self, ResolutionBenchmark.self,
        ])
}

/// What every benchmark can be told.
struct BenchmarkOptions: ParsableArguments, Sendable {
    @Option(help: "How often everything is measured; medians are printed.")
    var rounds = 5

    @Option(help: "text, markdown or tsv.")
    var format: TableFormat = .text

    @Flag(help: "Leave the names of the columns out, for tables that are appended to others.")
    var noHeader = false

    func validate() throws {
        if rounds < 1 { throw ValidationError("'--rounds' must be at least 1.") }
    }
}
