import SimulatedExecution
import Testing

/// Counts of all schedules against closed forms.
@Suite struct CountTests {
    @Test(arguments: [(2, 3, 70), (3, 2, 1_680), (2, 1, 6), (4, 1, 2_520)])
    func tasksThatYieldHaveAllInterleavings(_ tasks: Int, _ yields: Int, _ count: Int) throws {
        for executor in [ExecutorModel.eventLoop(0), .main, .cooperativePool] {
            var scenario = Scenario("yields")
            scenario.start("task", copies: tasks, on: executor) { Array(repeating: .yield, count: yields) }
            let exploration = try allSchedules(scenario, width: tasks)
            #expect(exploration.schedules == count, "on \(executor)")
            #expect(exploration.coverage == .all)
        }
    }

    @Test func lockOrderHasTwentySchedulesOfWhichTwelveDeadlock() throws {
        var scenario = Scenario("lock order")
        let a = scenario.add(.lock(isRecursive: false), named: "a")
        let b = scenario.add(.lock(isRecursive: false), named: "b")
        for (name, first, second) in [("one", a, b), ("two", b, a)] {
            scenario.start(name, on: .cooperativePool) {
                [.yield, .acquire(first), .yield, .acquire(second), .release(second), .release(first)]
            }
        }
        let exploration = try allSchedules(scenario)
        #expect(exploration.schedules == 20)
        #expect(exploration.endings == [.deadlock: 12, .finished: 8])
    }

    @Test func aBoundHasAllRunsWithSoManyDeviations() throws {
        var scenario = Scenario("yields")
        scenario.start("task", copies: 2, on: .main) { Array(repeating: .yield, count: 3) }
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
        var counts: [Int] = []
        for bound in 0...7 {
            let exploration = simulator.explore(.deviations(atMost: bound))
            #expect(exploration.coverage == (bound < 6 ? .deviations(bound) : .all), "bound \(bound)")
            counts.append(exploration.schedules)
        }
        #expect(counts == counts.sorted())
        #expect(counts.first == 1)
        #expect(counts.last == 70)
    }

    @Test func branchesAreCountedAsChoices() throws {
        var scenario = Scenario("branches")
        scenario.start("task", on: .main) { [.choose([[], [.yield], [.choose([[], []])]])] }
        #expect(try allSchedules(scenario).schedules == 4)
    }
}
