import Foundation
import SimulatedExecution
import Testing

/// Schedules of the classic bugs, as another process printed them, still show the bugs here.
///
/// They stand in `Schedules.txt`, one bug a line; `UPDATE_GOLDEN=1 swift test` writes it anew when the simulator numbers
/// its choices in another way.
@Suite struct PrintedScheduleTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "Schedules.txt")
    private static let budget = Budget(schedules: 2_000, steps: 500_000)

    @Test func anotherProcessReplaysWhatWasPrinted() throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try record() }
        let printed = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: "\t").map(String.init)
        }
        #expect(printed.map(\.first) == Classic.all.map(\.name))
        for (classic, line) in zip(Classic.all, printed) {
            let run = try classic.simulator(isFixed: false).replay(Schedule(try #require(line.last)))
            #expect(run.problems.contains { classic.shows.isShown(by: $0) }, "\(classic.name): \(line)")
        }
    }

    private func record() throws {
        let lines = try Classic.all.map { classic in
            let exploration = try classic.simulator(isFixed: false).explore(.portfolio(seed: 1), within: Self.budget)
            let finding = try #require(exploration.findings.first { classic.shows.isShown(by: $0.problem) })
            return "\(classic.name)\t\(finding.schedule)\n"
        }
        try Data(lines.joined().utf8).write(to: Self.file, options: .atomic)
    }
}
