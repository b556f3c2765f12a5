import SimulatedExecution
import Testing

/// Cores, latencies that are drawn, and the use of thread pools.
@Suite struct ComputeTests {
    /// So many threads that compute 100 ms each, on so many cores.
    @Test(arguments: [(1, 2, 100), (2, 2, 100), (4, 2, 200), (3, 2, 150), (8, 1, 800)])
    func coresAreShared(_ threads: Int, _ cores: Int, _ milliseconds: Int) throws {
        var scenario = Scenario("compute")
        scenario.start("thread", copies: threads, on: .ownThread) { [.compute(.milliseconds(100))] }
        #expect(try firstInFirstOut(scenario, width: cores).measurements.makespan == .milliseconds(milliseconds))
    }

    @Test func whoComesLaterFinishesLater() throws {
        var scenario = Scenario("compute")
        scenario.start("first", on: .ownThread) { [.compute(.milliseconds(100))] }
        scenario.start("second", on: .ownThread, at: .milliseconds(50)) { [.compute(.milliseconds(100))] }
        let run = try firstInFirstOut(scenario, width: 1)
        #expect(run.finish(of: "first") == .milliseconds(150))
        #expect(run.finish(of: "second") == .milliseconds(200))
    }

    @Test func blockingNeedsNoCore() throws {
        var scenario = Scenario("block")
        scenario.start("thread", copies: 8, on: .ownThread) { [.block(.milliseconds(100), what: "read")] }
        #expect(try firstInFirstOut(scenario, width: 1).measurements.makespan == .milliseconds(100))
    }

    @Test func drawnLatenciesHaveTheirMedianAndTheirPercentile() throws {
        var scenario = Scenario("latencies")
        let latency = Latency.distributed(median: .milliseconds(10), p99: .milliseconds(100))
        scenario.start("task", copies: 20_000, on: .ownThread) { [.block(latency, what: "read")] }
        let run = try firstInFirstOut(scenario)
        let times = run.trace.compactMap { $0.kind == .finished ? $0.time / .milliseconds(1) : nil }.sorted()
        #expect(abs(times[times.count / 2] - 10) < 0.3)
        #expect(abs(times[times.count * 99 / 100] - 100) < 8)
        let other = try Simulator(scenario, on: MachineModel(poolWidth: 2)).run(seed: 1)
        #expect(other.measurements.makespan != run.measurements.makespan)
    }

    @Test func aPoolTakesItsJobsInTurnAndTellsHowLongTheyWaited() throws {
        var scenario = Scenario("pool")
        let pool = scenario.add(ThreadPoolModel(name: "disk", threads: 2, queueLimit: 1))
        scenario.start("reader", copies: 6, on: .cooperativePool) {
            [.run(on: .threadPool(pool), style: .suspending, [.block(.milliseconds(10), what: "read")], label: "job")]
        }
        let measurements = try firstInFirstOut(scenario).measurements
        #expect(measurements.throughput == 200, "six tasks in 30 ms")
        let use = measurements.threadPools[0]
        #expect(use.jobs == 6)
        #expect(use.mostRunning == 2)
        #expect(use.mostQueued == 4, "one in the queue and three that wait for room")
        #expect(use.longestWait == .milliseconds(20))
        #expect(use.meanWait == .milliseconds(10))
    }

    @Test func starvationIsReportedAboveItsLimit() throws {
        var scenario = Scenario("starvation")
        scenario.start("blocker", on: .cooperativePool) { [.block(.milliseconds(80), what: "read")] }
        scenario.start("starved", on: .cooperativePool) { [] }
        var limits = RunLimits()
        limits.readyWait = .milliseconds(50)
        let run = try firstInFirstOut(scenario, width: 1, limits: limits)
        #expect(run.problems == [.starvation(task: 1, waited: .milliseconds(80))])
        #expect(run.explanation(of: run.problems[0]) == ["`starved` was ready for 80 ms before it got a thread."])
    }

    @Test func stallsAreMeasuredForEachGroupOfThreads() throws {
        var scenario = Scenario("stalls")
        scenario.start("main", on: .main) { [.block(.milliseconds(95), what: "read")] }
        scenario.start("loop", on: .eventLoop(0)) { [.compute(.milliseconds(35))] }
        scenario.start("pool", on: .cooperativePool) { [.sleep(.milliseconds(195))] }
        let stalls = try firstInFirstOut(scenario).measurements.stalls
        #expect(stalls.map(\.group) == [.main, .eventLoop(0), .cooperativePool])
        #expect(stalls.map(\.longest) == [.milliseconds(85), .milliseconds(25), .zero])
        #expect(stalls[0].median == .zero)
        #expect(stalls[0].p99 == .milliseconds(85))
    }
}
