import SimulatedExecution
import Synchronization
import Testing

/// Programs that never end, or are large, end with a clear outcome.
@Suite struct BoundTests {
    @Test func aLoopThatNeverWaitsIsALivelock() throws {
        var scenario = Scenario("endless")
        scenario.start("task", on: .main) { [.loop(times: .max, [])] }
        let run = try firstInFirstOut(scenario)
        #expect(run.ending == .livelock)
        #expect(run.explanation(of: run.problems[0])[0].contains("without any time going by"))
    }

    @Test func tasksThatYieldToEachOtherForEverAreALivelock() throws {
        var scenario = Scenario("yields")
        scenario.start("task", copies: 2, on: .cooperativePool) { [.loop(times: .max, [.yield])] }
        #expect(try firstInFirstOut(scenario).ending == .livelock)
    }

    @Test func aSpinningTaskLetsOthersHaveTheirTurn() throws {
        for width in [1, 2] {
            var scenario = Scenario("spin")
            let flag = scenario.add(.cell(0), named: "flag")
            scenario.start("waiter", on: .cooperativePool) { [.whileCell(flag, .equals(0), bound: .max, [])] }
            scenario.start("setter", on: .cooperativePool) { [.write(flag, .set(1))] }
            // On one thread the setter never runs.
            #expect(try firstInFirstOut(scenario, width: width).ending == (width == 1 ? .livelock : .finished))
        }
    }

    @Test func aLoopThatWaitsRunsOutOfStepsOrTime() throws {
        var scenario = Scenario("poll")
        scenario.start("task", on: .main) { [.loop(times: .max, [.sleep(.milliseconds(1))])] }
        var limits = RunLimits()
        limits.steps = 10_000
        #expect(try firstInFirstOut(scenario, limits: limits).ending == .outOfSteps)
        limits.steps = .max
        limits.stepsAtOneTime = .max
        limits.time = .seconds(5)
        let run = try firstInFirstOut(scenario, limits: limits)
        #expect(run.ending == .outOfTime)
        #expect(run.problems.isEmpty)
    }

    @Test func tenThousandTasksFinish() throws {
        var scenario = Scenario("many")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        scenario.start("task", copies: 10_000, on: .cooperativePool) {
            [.sleep(.milliseconds(1)), .acquire(lock), .release(lock)]
        }
        let run = try Simulator(scenario, on: MachineModel(poolWidth: 2)).run()
        #expect(run.ending == .finished)
        #expect(run.measurements.finishedTasks == 10_000)
    }

    @Test func aDayOfTimersIsShort() throws {
        var scenario = Scenario("day")
        scenario.start("ticker", on: .cooperativePool) { [.loop(times: 24 * 60, [.sleep(.fixed(.seconds(60)))])] }
        let run = try Simulator(scenario, on: MachineModel(poolWidth: 2)).run()
        #expect(run.measurements.makespan == .seconds(86_400))
        #expect(run.steps == 24 * 60 + 1)
    }

    @Test func aHundredThousandDeadlocksCostNoMemory() throws {
        var scenario = Scenario("deadlock")
        let a = scenario.add(.lock(isRecursive: false), named: "a")
        let b = scenario.add(.lock(isRecursive: false), named: "b")
        scenario.start("one", on: .cooperativePool) { [.acquire(a), .yield, .acquire(b)] }
        scenario.start("two", on: .cooperativePool) { [.acquire(b), .yield, .acquire(a)] }
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
        _ = simulator.explore(.random(seed: 1), within: Budget(schedules: 1_000))
        let before = peakMemory()
        let exploration = simulator.explore(.random(seed: 1), within: Budget(schedules: 100_000))
        #expect(exploration.endings[.deadlock] ?? 0 > 10_000)
        #expect(exploration.findings.count <= 3)
        // Tests that run beside this one need some, too. A leak of one task would cost hundreds of megabytes.
        #expect(peakMemory() - before < 64 << 20)
    }

    @Test func aBudgetEndsEveryStrategy() throws {
        let scenario = RandomScenario(seed: 5, tasks: 4, length: 6).scenario
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
        let strategies: [Strategy] = [
            .random(seed: 1), .priorities(depth: 3, seed: 1), .deviations(atMost: 4), .exhaustive(isReduced: false),
            .exhaustive(isReduced: true), .portfolio(seed: 1),
        ]
        for strategy in strategies {
            #expect(simulator.explore(strategy, within: Budget(schedules: 300)).schedules <= 300, "\(strategy)")
            let exploration = simulator.explore(strategy, within: Budget(schedules: .max, steps: 5_000))
            #expect(exploration.steps < 6_000, "\(strategy)")
            let asked = Counter()
            _ = simulator.explore(strategy, within: Budget(schedules: 100_000) { asked.count() > 2 })
            #expect(asked.value <= 4, "\(strategy)")
        }
    }

    private final class Counter: Sendable {
        private let calls = Mutex(0)

        var value: Int { calls.withLock { $0 } }

        func count() -> Int {
            calls.withLock { calls in
                calls += 1
                return calls
            }
        }
    }
}
