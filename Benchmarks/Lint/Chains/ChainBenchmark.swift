import Analysis
import ArgumentParser
import ExecutorFutures
import RuleCatalogue

/// Programs of long call chains at one, two and four times the size: all is found, and the time grows with the size.
struct ChainBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains", abstract: "Growth of the analysis over generated programs of long call chains.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "Functions of the smallest program.")
    var functions = 10_000

    @Option(help: "The programs follow from it.")
    var seed: UInt64 = 1

    func run() async throws {
        let pool = ThreadPoolExecutor(name: "chains", maximumThreads: 1, stackSize: 64 << 20, idleTime: nil)
        let programs = [1, 2, 4].map { ChainProgram(functions: functions * $0, seed: seed) }
        let analyzer = Analyzer(catalogue: .builtIn)
        var costs = [Samples](repeating: Samples(), count: programs.count)
        for round in 0...options.rounds {
            for (index, program) in programs.enumerated() {
                let watch = Stopwatch()
                let report = try await analyzer.analyze(program.snapshot, on: pool).report
                // The first round maps memory, and is the one that is checked.
                if round > 0 { costs[index].add(watch.elapsed.cpu) }
                if round == 0 { try check(program.differences(from: report)) }
            }
        }
        let names = programs.indices.map { index in
            let size = functions << index
            return "\(size) functions, \(programs[index].answers.count) findings, CPU"
        }
        var table = Table()
        table.rows.append(Row(name: names[0], ours: costs[0], peer: costs[0], ratio: costs[0] / costs[0], goal: .none))
        for index in 1..<programs.count {
            let linear = Samples(costs[0].values.map { $0 * Double(1 << index) })
            table.rows.append(
                .slowdown(
                    "\(names[index]) / \(1 << index) × the first", costs[index], over: linear, goal: .atMost(1.25)))
        }
        table.print(options)
    }

    private func check(_ differences: [String]) throws {
        guard !differences.isEmpty else { return }
        let some = differences.prefix(10).joined(separator: "\n")
        throw ValidationError("\(differences.count) findings differ from the known answer:\n\(some)")
    }
}
