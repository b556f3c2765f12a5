import SimulatedExecution
import Testing

/// Classic bugs are found, replayed and explained; the corrected programs are clean.
@Suite struct ClassicTests {
    private static let budget = Budget(schedules: 2_000, steps: 500_000)

    @Test(arguments: Classic.all)
    func thePortfolioFindsIt(_ classic: Classic) throws {
        let exploration = try classic.simulator(isFixed: false).explore(.portfolio(seed: 1), within: Self.budget)
        let finding = try #require(exploration.findings.first { classic.shows.isShown(by: $0.problem) })
        #expect(!finding.explanation.isEmpty)
        #expect(!finding.explanation.contains { $0.contains("ResourceID") })

        let simulator = try classic.simulator(isFixed: false)
        let run = try simulator.replay(Schedule(finding.schedule.description))
        #expect(run.problems.contains(finding.problem))
        let short = try simulator.shrink(finding.schedule, keeping: finding.problem)
        #expect(short.deviations.count <= 3, "\(short.deviations)")
    }

    @Test(arguments: Classic.all)
    func theCorrectedProgramIsClean(_ classic: Classic) throws {
        let exploration = try classic.simulator(isFixed: true).explore(.portfolio(seed: 1), within: Self.budget)
        #expect(exploration.findings.map(\.explanation) == [])
        #expect(exploration.endings.keys.map { $0 } == [.finished])
        switch exploration.coverage {
        case .all: break
        case .deviations(let bound): #expect(bound >= 1)
        case .sample: Issue.record("no bound was completed")
        }
    }

    @Test func thereAreManyAndNamesAreUnique() {
        #expect(Classic.all.count >= 30)
        #expect(Set(Classic.all.map(\.name)).count == Classic.all.count)
    }
}
