import SimulatedExecution
import Testing

/// How many schedules each strategy needs for each classic bug.
///
/// The table is an attachment of the test: `swift test --filter StrategyTableTests --attachments-path <folder>`.
@Suite struct StrategyTableTests {
    /// Random strategies are run with so many seeds; the table has the median.
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5]
    /// Small budgets first: most bugs are found at once.
    private static let schedules = [10, 60, 400]

    private struct Column {
        var title: String
        var strategies: [Strategy]
    }

    private static let columns = [
        Column(title: "FIFO", strategies: [.firstInFirstOut]),
        Column(title: "deviations <= 1", strategies: [.deviations(atMost: 1)]),
        Column(title: "deviations <= 2", strategies: [.deviations(atMost: 2)]),
        Column(title: "deviations <= 3", strategies: [.deviations(atMost: 3)]),
        Column(title: "PCT 2", strategies: seeds.map { .priorities(depth: 2, seed: $0) }),
        Column(title: "PCT 3", strategies: seeds.map { .priorities(depth: 3, seed: $0) }),
        Column(title: "random", strategies: seeds.map { .random(seed: $0) }),
        Column(title: "reduced", strategies: [.exhaustive(isReduced: true)]),
        Column(title: "portfolio", strategies: [.portfolio(seed: 1)]),
    ]

    /// Columns that do not find everything, and need not.
    private static let weak = ["FIFO", "deviations <= 1", "deviations <= 2"]

    @Test func everyBugIsFoundByRandomChoicesAndWithinThreeDeviations() throws {
        var table = "| bug | " + Self.columns.map(\.title).joined(separator: " | ") + " |\n"
        table += "|---|" + Self.columns.map { _ in "---|" }.joined() + "\n"
        for classic in Classic.all {
            let needed = try Self.columns.map { try schedulesNeeded(classic, $0) }
            table += "| \(classic.name) | " + needed.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " | ") + " |\n"
            for (column, count) in zip(Self.columns, needed) where !Self.weak.contains(column.title) {
                #expect(count != nil, "\(classic.name) by \(column.title)")
            }
        }
        Attachment.record(table, named: "strategies.md")
    }

    /// The median over the strategies of a column; `nil` if most do not find it.
    private func schedulesNeeded(_ classic: Classic, _ column: Column) throws -> Int? {
        let simulator = try classic.simulator(isFixed: false)
        let needed = column.strategies.map { schedulesNeeded(classic, $0, simulator) }
        let median = needed.sorted()[needed.count / 2]
        return median < .max ? median : nil
    }

    private func schedulesNeeded(_ classic: Classic, _ strategy: Strategy, _ simulator: Simulator) -> Int {
        for schedules in Self.schedules {
            let exploration = simulator.explore(strategy, within: Budget(schedules: schedules, steps: 50_000))
            let finding = exploration.findings.first { classic.shows.isShown(by: $0.problem) }
            if let finding { return finding.foundAt }
        }
        return .max
    }
}
