import SimulatedExecution
import Testing

/// Schedules as text, replay, shrinking, and the same bytes every time.
@Suite struct ScheduleTests {
    private func simulator(_ seed: UInt64) throws -> Simulator {
        try Simulator(RandomScenario(seed: seed, tasks: 3, length: 4).scenario, on: MachineModel(poolWidth: 2))
    }

    @Test(arguments: UInt64(0)..<20)
    func everyFindingReplaysFromItsTextToTheByte(_ seed: UInt64) throws {
        let exploration = try simulator(seed).explore(.random(seed: seed), within: Budget(schedules: 200))
        for finding in exploration.findings {
            let text = finding.schedule.description
            let schedule = try Schedule(text)
            #expect(schedule == finding.schedule, "seed \(seed)")
            // Another simulator, as in another process.
            let first = try simulator(seed).replay(schedule)
            let second = try simulator(seed).replay(schedule)
            #expect(first.problems.contains(finding.problem), "seed \(seed), \(text)")
            #expect(String(describing: first.trace) == String(describing: second.trace), "seed \(seed), \(text)")
            #expect(first.schedule == schedule, "seed \(seed), \(text)")
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func shrinkingKeepsTheProblemAndAddsNothing(_ seed: UInt64) throws {
        let simulator = try simulator(seed)
        let exploration = simulator.explore(.random(seed: seed), within: Budget(schedules: 50))
        for finding in exploration.findings {
            let short = try simulator.shrink(finding.schedule, keeping: finding.problem)
            #expect(short.deviations.count <= finding.schedule.deviations.count, "seed \(seed)")
            let run = try simulator.replay(short)
            #expect(run.problems.contains { kind($0) == kind(finding.problem) }, "seed \(seed)")
        }
    }

    private func kind(_ problem: Problem) -> Substring { "\(problem)".prefix { $0 != "(" } }

    @Test func theSameCallsGiveTheSameResults() throws {
        for strategy in [Strategy.random(seed: 3), .portfolio(seed: 3), .exhaustive(isReduced: true)] {
            let results = try (0..<3).map { _ in
                let exploration = try simulator(7).explore(strategy, within: Budget(schedules: 500))
                return exploration.findings.map { "\($0.foundAt) \($0.count) \($0.schedule) \($0.explanation)" }
            }
            #expect(results[0] == results[1] && results[1] == results[2], "\(strategy)")
            #expect(!results[0].isEmpty)
        }
    }

    @Test func aChangedCharacterIsSeen() throws {
        let exploration = try simulator(7).explore(.random(seed: 7), within: Budget(schedules: 20))
        let text = try #require(exploration.findings.last).schedule.description
        for index in text.indices {
            for replacement in ["x", "0", "", "11", "u", " "] where replacement != String(text[index]) {
                var damaged = text
                damaged.replaceSubrange(index...index, with: replacement)
                #expect(throws: ScheduleError.self, "\(damaged)") { try Schedule(damaged) }
            }
        }
        for damaged in ["", "s1-", "s2" + text.dropFirst(2), text.uppercased(), text + "\n"] {
            #expect(throws: ScheduleError.self, "\(damaged)") { try Schedule(damaged) }
        }
    }

    @Test func aScheduleOfAnotherScenarioIsRefused() throws {
        let schedule = try simulator(1).run().schedule
        #expect(throws: ScheduleError.otherScenario("random 2")) { try simulator(2).replay(schedule) }
        let wider = try Simulator(
            RandomScenario(seed: 1, tasks: 3, length: 4).scenario, on: MachineModel(poolWidth: 3))
        #expect(throws: ScheduleError.otherScenario("random 1")) { try wider.replay(schedule) }
    }

    /// Chooses what does not exist.
    private struct BadScheduler: Scheduler {
        mutating func choose(_ point: ChoicePoint) -> Int? { point.count }
    }

    @Test func aSchedulerThatChoosesNothingEndsTheRun() throws {
        var scenario = Scenario("yields")
        scenario.start("task", copies: 2, on: .main) { [.yield] }
        let run = try Simulator(scenario, on: MachineModel(poolWidth: 1)).run(BadScheduler())
        #expect(run.ending == .abandoned)
    }

    @Test func schedulesAreShort() throws {
        let exploration = try simulator(7).explore(.deviations(atMost: 2), within: Budget(schedules: 500))
        for finding in exploration.findings { #expect(finding.schedule.description.count <= 32) }
        #expect(!exploration.findings.isEmpty)
    }
}
