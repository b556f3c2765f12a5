import SimulatedExecution
import Testing

/// What 4 and 16 blocking calls of 0.5 s do to others on two cores, depending on where they run, against measurements on
/// Linux with Swift 6.3.1.
///
/// The measured program ran its rows one after the other in one process. Dispatch keeps the threads that it adds while
/// they block, so that a row finds those of the rows before it; `before` says what had run. In a fresh process a private
/// concurrent queue is as slow as a global one, which was measured too.
@Suite struct OffloadTableTests {
    enum Spelling: String, CaseIterable {
        case inline, detached, dispatchGlobal, concurrentQueue, queuePerJob, threadPool
    }

    struct Row {
        var spelling: Spelling
        var blockers: Int
        var before: [(Spelling, Int)] = []
        /// In seconds: of an unrelated task that sleeps for 10 ms, and of everything.
        var latency: ClosedRange<Double>
        var total: ClosedRange<Double>
    }

    static let rows = [
        Row(spelling: .inline, blockers: 4, latency: 1.0...1.05, total: 1.0...1.05),
        Row(spelling: .inline, blockers: 16, latency: 4.0...4.1, total: 4.0...4.1),
        Row(spelling: .detached, blockers: 4, latency: 1.0...1.05, total: 1.0...1.05),
        Row(spelling: .detached, blockers: 16, latency: 4.0...4.1, total: 4.0...4.1),
        Row(spelling: .dispatchGlobal, blockers: 4, latency: 0.5...1.01, total: 1.0...1.05),
        Row(
            spelling: .dispatchGlobal, blockers: 16, before: [(.dispatchGlobal, 4)], latency: 2.0...2.6,
            total: 2.2...2.6),
        Row(spelling: .dispatchGlobal, blockers: 16, latency: 2.0...2.6, total: 3.0...3.05),
        Row(
            spelling: .concurrentQueue, blockers: 4, before: [(.dispatchGlobal, 4), (.dispatchGlobal, 16)],
            latency: 0.01...0.02, total: 0.5...0.52),
        Row(
            spelling: .concurrentQueue, blockers: 16, before: [(.dispatchGlobal, 4), (.dispatchGlobal, 16)],
            latency: 1.0...1.6, total: 1.5...2.05),
        Row(spelling: .concurrentQueue, blockers: 4, latency: 0.5...1.01, total: 1.0...1.05),
        Row(spelling: .concurrentQueue, blockers: 16, latency: 2.0...2.6, total: 3.0...3.05),
        Row(spelling: .queuePerJob, blockers: 4, latency: 0.01...0.09, total: 0.5...0.6),
        Row(spelling: .queuePerJob, blockers: 16, latency: 0.01...0.06, total: 0.5...0.55),
        Row(spelling: .threadPool, blockers: 4, latency: 0.01...0.03, total: 0.5...0.55),
        Row(spelling: .threadPool, blockers: 16, latency: 0.01...0.06, total: 0.5...0.55),
    ]

    @Test(arguments: rows.indices)
    func theSimulatedTimesAreTheMeasuredOnes(_ index: Int) throws {
        let row = Self.rows[index]
        var scenario = Scenario("\(row.spelling) \(row.blockers)")
        let pool = scenario.add(ThreadPoolModel(name: "blocking", threads: 64))
        let shared = scenario.add(.dispatchQueue(isConcurrent: true), named: "shared")
        var start = Duration.zero
        for (spelling, blockers) in row.before {
            add(spelling, blockers, "earlier \(spelling) \(blockers)", at: start, pool, shared, to: &scenario)
            start = try firstInFirstOut(scenario).measurements.makespan
        }
        add(row.spelling, row.blockers, "blocker", at: start, pool, shared, to: &scenario)
        scenario.start("sleeper", on: .cooperativePool, at: start) { [.sleep(.milliseconds(10))] }
        let run = try firstInFirstOut(scenario)
        let latency = try #require(run.finish(of: "sleeper")) - start
        let total = run.measurements.makespan - start
        #expect(row.latency.contains(latency / .seconds(1)), "latency \(latency)")
        #expect(row.total.contains(total / .seconds(1)), "total \(total)")
    }

    private func add(
        _ spelling: Spelling, _ blockers: Int, _ name: String, at time: Duration, _ pool: ThreadPoolID,
        _ shared: ResourceID, to scenario: inout Scenario
    ) {
        let block = Statement.block(.milliseconds(500), what: "Thread.sleep")
        for number in 0..<blockers {
            var steps: [Statement]
            switch spelling {
            case .inline: steps = [block]
            case .detached:
                let task = TaskHandle(0)
                steps = [.start(task, on: .cooperativePool, [block], label: "detached"), .awaitTask(task)]
            case .dispatchGlobal: steps = [.run(on: .dispatchGlobal, style: .suspending, [block], label: "global")]
            case .concurrentQueue: steps = [.run(on: .serial(shared), style: .suspending, [block], label: "shared")]
            case .queuePerJob:
                let queue = scenario.add(.dispatchQueue(isConcurrent: false), named: "queue \(number)")
                steps = [.run(on: .serial(queue), style: .suspending, [block], label: "queue")]
            case .threadPool: steps = [.run(on: .threadPool(pool), style: .suspending, [block], label: "pool")]
            }
            scenario.start("\(name) \(number)", on: .cooperativePool, at: time) { steps }
        }
    }

    /// On Apple's systems, queues have threads of their own, up to 64.
    @Test(arguments: [(16, 500), (64, 500), (65, 1_000)])
    func applesQueuesLeaveThePoolAlone(_ blockers: Int, _ total: Int) throws {
        var scenario = Scenario("global queue")
        scenario.start("blocker", copies: blockers, on: .cooperativePool) {
            [.run(on: .dispatchGlobal, style: .suspending, [.block(.milliseconds(500), what: "read")], label: "global")]
        }
        scenario.start("sleeper", on: .cooperativePool) { [.sleep(.milliseconds(10))] }
        let run = try Simulator(scenario, on: MachineModel(poolWidth: 2, dispatch: .apple)).run(isTraced: true)
        #expect(run.finish(of: "sleeper") == .milliseconds(10))
        #expect(run.measurements.makespan == .milliseconds(total))
    }

    /// Latency of a fresh task beside so many that block, on a pool of two threads: floor(k / 2) · 0.5 s.
    @Test(arguments: [(1, 0), (2, 500), (3, 500), (4, 1_000), (8, 2_000)])
    func thePoolNeverGrows(_ blocked: Int, _ latency: Int) throws {
        var scenario = Scenario("stall")
        scenario.start("blocker", copies: blocked, on: .cooperativePool) {
            [.block(.milliseconds(500), what: "Thread.sleep")]
        }
        scenario.start("fresh", on: .cooperativePool) { [] }
        let run = try firstInFirstOut(scenario)
        #expect(run.finish(of: "fresh") == .milliseconds(latency))
        let busy = Set(run.trace.compactMap { if case .blocked = $0.kind { $0.thread } else { nil } })
        #expect(busy.count == min(blocked, 2), "peak of threads that block")
    }
}
