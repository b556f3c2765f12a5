import ArgumentParser
import ExecutorFutures

/// `unblock lint` against other programs that read the same folder of Swift files.
struct PeerBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers", abstract: "The program against other programs over the same files.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "The release program.")
    var unblock: String

    @Option(help: "The toolchain's swift, or nothing where it has no 'format'.")
    var swift: String?

    @Option(help: "semgrep, or nothing where it is not installed.")
    var semgrep: String?

    @Option(help: "The patterns that semgrep looks for.")
    var patterns: String

    @Option(help: "A folder whose analysis is watched for its peak of memory; repeatable.")
    var memory: [String] = []

    @Option(help: "The most memory that an analysis may hold, in MB.")
    var memoryGoal = 1024.0

    @Argument(help: "A folder with Swift files.")
    var directory: String

    func run() async throws {
        let pool = ThreadPoolExecutor(name: "children", maximumThreads: 1)
        let table = try await pool.run { try measure() }
        table.print(options)
    }

    private func measure() throws -> Table {
        let lint = ChildProcess(path: unblock, arguments: ["lint", directory, "--fail-on", "never"])
        let format = swift.map { ChildProcess(path: $0, arguments: ["format", "lint", "-r", "-p", directory]) }
        let search = semgrep.map { path in
            ChildProcess(
                path: path,
                arguments: [
                    "scan", "--config", patterns, "--metrics", "off", "--disable-version-check", "--no-git-ignore",
                    "--quiet", "--json", directory,
                ])
        }
        var ours: [ChildCost] = []
        var formatCosts: [ChildCost] = []
        var searchCosts: [ChildCost] = []
        for _ in 0..<options.rounds {
            ours.append(try run(lint, succeedsWith: [0]))
            // It ends with 1 when it has something to say about a file.
            if let format { formatCosts.append(try run(format, succeedsWith: [0, 1])) }
            if let search { searchCosts.append(try run(search, succeedsWith: [0, 1])) }
        }
        let rows = [
            row("swift-format lint, CPU", ours, format == nil ? nil : formatCosts, .atLeast(5)) { $0.cost.cpu },
            row("swift-format lint, wall", ours, format == nil ? nil : formatCosts, .none) { $0.cost.wall },
            row("semgrep, CPU", ours, search == nil ? nil : searchCosts, .atLeast(10)) { $0.cost.cpu },
            row("semgrep, wall", ours, search == nil ? nil : searchCosts, .none) { $0.cost.wall },
        ]
        return Table(rows: rows + (try memory.map(memoryRow)))
    }

    private func memoryRow(_ directory: String) throws -> Row {
        let lint = ChildProcess(path: unblock, arguments: ["lint", directory, "--fail-on", "never"])
        let peak = try run(lint, succeedsWith: [0]).peakMemory
        let name = directory.split(separator: "/").last.map(String.init) ?? directory
        let samples = Samples([peak]), goal = Samples([memoryGoal])
        return Row(
            name: "peak memory of \(name), against the limit", ours: samples, peer: goal, unit: "MB",
            ratio: samples / goal, goal: .atMost(1))
    }

    private func row(
        _ name: String, _ ours: [ChildCost], _ peer: [ChildCost]?, _ goal: Goal, _ value: (ChildCost) -> Double
    ) -> Row {
        .speedup(name, Samples(ours.map(value)), over: peer.map { Samples($0.map(value)) }, goal: goal)
    }

    private func run(_ child: ChildProcess, succeedsWith statuses: Set<Int32>) throws -> ChildCost {
        let cost = try child.run()
        guard statuses.contains(cost.status) else {
            throw ChildProcess.NotStarted(
                description: "'\(child.path) \(child.arguments.joined(separator: " "))' ended with \(cost.status)")
        }
        return cost
    }
}
