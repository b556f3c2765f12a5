import SimulatedExecution
import Testing

/// A schedule belongs to one scenario: whatever changes in it is noticed.
@Suite struct FingerprintTests {
    /// Scenarios of which each differs from all others in one thing.
    private var scenarios: [Scenario] {
        var all: [Scenario] = []
        func add(_ name: String = "name", _ change: (inout Scenario) -> Void) {
            var scenario = Scenario(name)
            change(&scenario)
            all.append(scenario)
        }
        for statement in statements {
            add { scenario in
                prepare(&scenario)
                scenario.start("task", on: .main) { [statement] }
            }
        }
        for kind in kinds { add { _ = $0.add(kind, named: "resource") } }
        add { _ = $0.add(.group, named: "other") }
        for pool in [ThreadPoolModel(name: "a", threads: 1), ThreadPoolModel(name: "b", threads: 1)] {
            add { _ = $0.add(pool) }
        }
        add { _ = $0.add(ThreadPoolModel(name: "a", threads: 2)) }
        add { _ = $0.add(ThreadPoolModel(name: "a", threads: 1, queueLimit: 1)) }
        for executor in [
            ExecutorModel.main, .cooperativePool, .eventLoop(0), .eventLoop(1), .dispatchGlobal, .ownThread,
        ] {
            add { $0.start("task", on: executor) { [] } }
        }
        add { $0.start("task", copies: 2, on: .main) { [] } }
        add { $0.start("task", on: .main, at: .seconds(1)) { [] } }
        add { $0.start("other", on: .main) { [] } }
        add("other name") { _ in }
        return all
    }

    private var kinds: [Resource.Kind] {
        [
            .lock(isRecursive: false), .lock(isRecursive: true), .readWriteLock, .semaphore(permits: 0),
            .semaphore(permits: 1), .group, .event(isSet: false), .event(isSet: true), .cell(0), .cell(1),
            .channel(capacity: 0), .channel(capacity: 1), .actor(on: .cooperativePool), .actor(on: .main),
            .actor(on: .eventLoop(0)), .actor(on: .eventLoop(1)), .dispatchQueue(isConcurrent: false),
            .dispatchQueue(isConcurrent: true),
        ]
    }

    private let lock = ResourceID(0)
    private let semaphore = ResourceID(1)
    private let cell = ResourceID(2)
    private let channel = ResourceID(3)

    private func prepare(_ scenario: inout Scenario) {
        _ = scenario.add(.readWriteLock, named: "lock")
        _ = scenario.add(.semaphore(permits: 0), named: "semaphore")
        _ = scenario.add(.cell(0), named: "cell")
        _ = scenario.add(.channel(capacity: 1), named: "channel")
    }

    private var statements: [Statement] {
        let time = Latency.milliseconds(1)
        return [
            .compute(time), .compute(.milliseconds(2)), .block(time, what: "a"), .block(time, what: "b"),
            .block(.distributed(median: .seconds(1), p99: .seconds(2)), what: "a"),
            .block(.distributed(median: .seconds(1), p99: .seconds(3)), what: "a"), .sleep(time), .yield,
            .acquire(lock), .acquire(lock, mode: .shared), .release(lock), .wait(semaphore),
            .wait(semaphore, timeout: time), .suspend(on: semaphore), .signal(semaphore), .send(channel),
            .receive(channel), .read(cell), .write(cell, .set(1)), .write(cell, .set(2)), .write(cell, .add(1)),
            .ifCell(cell, .equals(1), then: [.yield]), .ifCell(cell, .isNot(1), then: [.yield]),
            .ifCell(cell, .isBelow(1), then: [.yield]), .ifCell(cell, .isAbove(1), then: [.yield]),
            .ifCell(cell, .isAbove(2), then: [.yield]), .ifCell(cell, .isAbove(2), then: [], otherwise: [.yield]),
            .whileCell(cell, .equals(1), bound: 1, [.yield]), .whileCell(cell, .equals(1), bound: 2, [.yield]),
            .expect(cell, .equals(1), message: "a"), .expect(cell, .equals(1), message: "b"),
            .run(on: .cooperativePool, style: .suspending, [.yield], label: "a"),
            .run(on: .cooperativePool, style: .blocking, [.yield], label: "a"),
            .run(on: .cooperativePool, style: .blocking, [.yield], label: "b"),
            .start(nil, on: .cooperativePool, [.yield], label: "a"), .taskGroup([[.yield]]),
            .taskGroup([[.yield], [.yield]]), .withTimeout(time, [.yield]), .choose([[.yield]]),
            .choose([[.yield], []]), .choose([[], [.yield]]), .loop(times: 2, [.yield]), .loop(times: 3, [.yield]),
            .loop(times: 2, [.exitLoop]), .finish,
        ]
    }

    @Test func everyChangeOfAScenarioChangesIt() throws {
        var known: [String: Int] = [:]
        for (index, scenario) in scenarios.enumerated() {
            for machine in [
                MachineModel(poolWidth: 1), MachineModel(poolWidth: 2), MachineModel(poolWidth: 2, dispatch: .apple),
            ] {
                let text = try Simulator(scenario, on: machine).run().schedule.description
                #expect(known[text] == nil, "\(scenario) and number \(known[text] ?? -1)")
                known[text] = index
            }
        }
        #expect(known.count > 200)
    }
}
