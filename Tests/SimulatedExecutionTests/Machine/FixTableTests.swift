import SimulatedExecution
import Testing

/// Six fixes of blocking calls, before and after.
///
/// A prototype counted the schedules of these programs first: 2 of 8 and 0 of 144 are its counts too. Its thread pool took
/// queued jobs in any order; ours takes them as ``ThreadPoolExecutor`` does, first in, first out, which leaves fewer
/// schedules for the other programs, and more that deadlock for three nested jobs. Its actors cost fewer jobs per call.
@Suite struct FixTableTests {
    private static let block = Statement.block(.milliseconds(100), what: "Thread.sleep")

    /// Runs `steps` on a pool of so many threads, or where the task is.
    private func offloaded(_ steps: [Statement], to pool: ThreadPoolID?) -> [Statement] {
        guard let pool else { return steps }
        return [.run(on: .threadPool(pool), style: .suspending, steps, label: "job")]
    }

    // MARK: Stalls

    enum Move: CaseIterable { case none, child, detached, pool }

    @Test(arguments: Move.allCases)
    func onlyThreadsOfItsOwnKeepTheHeartbeatOnTime(_ move: Move) throws {
        var scenario = Scenario("eight blockers")
        let pool = scenario.add(ThreadPoolModel(name: "blocking", threads: 4))
        let task = TaskHandle(0)
        let steps: [Statement] =
            switch move {
            case .none: [Self.block]
            case .child: [.taskGroup([[Self.block]])]
            case .detached: [.start(task, on: .cooperativePool, [Self.block], label: "detached"), .awaitTask(task)]
            case .pool: offloaded([Self.block], to: pool)
            }
        scenario.start("heartbeat", on: .cooperativePool) { [.loop(times: 20, [.sleep(.milliseconds(10))])] }
        scenario.start("blocker", copies: 8, on: .cooperativePool) { steps }
        let measurements = try firstInFirstOut(scenario).measurements
        let isFixed = move == .pool
        #expect(measurements.makespan == .milliseconds(isFixed ? 200 : 590))
        #expect(measurements.longestStall == .milliseconds(isFixed ? 0 : 390))
        #expect(measurements.threadPools[0].longestWait == .milliseconds(isFixed ? 100 : 0))
        #expect(measurements.threadPools[0].isSaturated == isFixed)
    }

    // MARK: Deadlocks

    struct Waiting {
        /// Threads of the pool; `nil` for calls that are not moved.
        var threads: Int?
        var movesSignaller = false
        var deadlocks: Int
        var schedules: Int
    }

    static let waiting = [
        Waiting(threads: nil, deadlocks: 2, schedules: 8),
        Waiting(threads: 2, deadlocks: 0, schedules: 144),
        Waiting(threads: 2, movesSignaller: true, deadlocks: 16, schedules: 1_176),
        Waiting(threads: 3, movesSignaller: true, deadlocks: 0, schedules: 2_540),
    ]

    @Test(arguments: waiting.indices)
    func waitersBlockThePoolUntilTheyAreMovedAndThenTheirOwn(_ index: Int) throws {
        let row = Self.waiting[index]
        var scenario = Scenario("two waiters, one signaller")
        let gate = scenario.add(.semaphore(permits: 0), named: "gate")
        let pool = row.threads.map { scenario.add(ThreadPoolModel(name: "waiting", threads: $0)) }
        let wait = offloaded([.wait(gate)], to: pool)
        let signal = offloaded([.signal(gate), .signal(gate)], to: row.movesSignaller ? pool : nil)
        scenario.start("waiter", copies: 2, on: .cooperativePool) { wait }
        scenario.start("signaller", on: .cooperativePool) { signal }
        let exploration = try allSchedules(scenario)
        #expect(exploration.schedules == row.schedules)
        #expect(exploration.endings[.deadlock] ?? 0 == row.deadlocks)
        if row.movesSignaller, row.deadlocks > 0 {
            let sentences = exploration.findings.flatMap(\.explanation)
            #expect(
                sentences.contains { $0.contains("a thread of pool `waiting`, which `waiter 1` and `waiter 2` hold") })
        }
    }

    struct Nested {
        var threads: Int
        var tasks: Int
        var deadlocks: Int
        var schedules: Int
    }

    static let nested = [
        Nested(threads: 2, tasks: 2, deadlocks: 4, schedules: 24),
        Nested(threads: 3, tasks: 2, deadlocks: 0, schedules: 42),
        Nested(threads: 2, tasks: 3, deadlocks: 180, schedules: 180),
        Nested(threads: 3, tasks: 3, deadlocks: 36, schedules: 2_916),
    ]

    @Test(arguments: nested.indices)
    func jobsThatWaitForJobsOfTheirPoolNeedMoreThreads(_ index: Int) throws {
        let row = Self.nested[index]
        var scenario = Scenario("nested offload")
        let pool = scenario.add(ThreadPoolModel(name: "pool", threads: row.threads))
        let inner = Statement.block(.milliseconds(1), what: "read")
        let nested = Statement.run(on: .threadPool(pool), style: .blocking, [inner], label: "inner")
        let steps = offloaded([nested], to: pool)
        scenario.start("task", copies: row.tasks, on: .cooperativePool) { steps }
        let exploration = try allSchedules(scenario)
        #expect(exploration.schedules == row.schedules)
        #expect(exploration.endings[.deadlock] ?? 0 == row.deadlocks)
    }

    // MARK: Re-entrancy

    @Test(arguments: [1, 2], [false, true])
    func aSuspensionBetweenReadAndWriteLosesUpdatesOfAnActor(_ width: Int, _ moves: Bool) throws {
        var scenario = Scenario("counter")
        let actor = scenario.add(.actor(on: .cooperativePool), named: "counter")
        let count = scenario.add(.cell(0), named: "count")
        let pool = scenario.add(ThreadPoolModel(name: "pool", threads: 1))
        let steps = [.read(count)] + offloaded([Self.block], to: moves ? pool : nil) + [.write(count, .add(1))]
        scenario.start("caller", copies: 3, on: .cooperativePool) {
            [.run(on: .serial(actor), style: .suspending, steps, label: "increment")]
        }
        let exploration = try allSchedules(scenario, width: width)
        #expect(exploration.coverage == .all)
        let lost = exploration.findings.first { if case .lostUpdate(count, _) = $0.problem { true } else { false } }
        #expect(lost?.count ?? 0 == (moves ? exploration.schedules : 0), "of \(exploration.schedules) schedules")
    }
}
