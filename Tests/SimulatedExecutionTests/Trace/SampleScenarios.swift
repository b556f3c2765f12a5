import SimulatedExecution

/// Small programs whose traces have something of everything that a trace can have.
enum SampleScenarios {
    static let machine = MachineModel(poolWidth: 2)

    static let all: [(name: String, scenario: Scenario)] = [
        ("sleep on the pool", sleeping(offloaded: false)), ("sleep on an executor", sleeping(offloaded: true)),
        ("semaphore on the pool", semaphore), ("queues and actors", queuesAndActors), ("task group", taskGroup),
        ("time-outs", timeOuts),
    ]

    static func trace(_ scenario: Scenario) throws -> Trace {
        Trace(try Simulator(scenario, on: machine).run(isTraced: true))
    }

    private static func sleeping(offloaded: Bool) -> Scenario {
        var scenario = Scenario("four callers sleep")
        let executor = scenario.add(ThreadPoolModel(name: "executor", threads: 8))
        let sleep = Statement.block(.fixed(.milliseconds(250)), what: "Thread.sleep")
        scenario.start("fetch", copies: 4, on: .cooperativePool) {
            [
                .compute(.fixed(.milliseconds(20))),
                offloaded ? .run(on: .threadPool(executor), style: .suspending, [sleep], label: "offload") : sleep,
                .compute(.fixed(.milliseconds(10))),
            ]
        }
        scenario.start("heartbeat", on: .cooperativePool) {
            [.loop(times: 5, [.sleep(.fixed(.milliseconds(50))), .compute(.fixed(.milliseconds(5)))])]
        }
        return scenario
    }

    private static let semaphore: Scenario = {
        var scenario = Scenario("two tasks wait for a third")
        let gate = scenario.add(.semaphore(permits: 0), named: "gate")
        scenario.start("waiter", copies: 2, on: .cooperativePool) { [.wait(gate)] }
        scenario.start("signaller", on: .cooperativePool) { [.signal(gate), .signal(gate)] }
        return scenario
    }()

    private static let queuesAndActors: Scenario = {
        var scenario = Scenario("a queue and an actor")
        let queue = scenario.add(.dispatchQueue(isConcurrent: false), named: "storage")
        let actor = scenario.add(.actor(on: .cooperativePool), named: "Cache")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        let count = scenario.add(.cell(0), named: "count")
        let work = Statement.compute(.fixed(.milliseconds(3)))
        scenario.start("main", on: .main) { [work, .run(on: .serial(queue), style: .blocking, [work], label: "sync")] }
        scenario.start("caller", copies: 2, on: .cooperativePool) {
            [
                .run(
                    on: .serial(actor), style: .suspending, [.read(count), work, .write(count, .add(1))], label: "hop"),
                .acquire(lock), work, .release(lock),
            ]
        }
        return scenario
    }()

    private static let taskGroup: Scenario = {
        var scenario = Scenario("a group of three")
        let child = [Statement.compute(.fixed(.milliseconds(4))), .sleep(.fixed(.milliseconds(6)))]
        let handle = TaskHandle(0)
        scenario.start("parent", on: .cooperativePool) {
            [
                .start(handle, on: .ownThread, [.block(.fixed(.milliseconds(9)), what: "read")], label: "reader"),
                .taskGroup([child, child, child]), .awaitTask(handle),
            ]
        }
        return scenario
    }()

    private static let timeOuts: Scenario = {
        var scenario = Scenario("waits that end by themselves")
        let event = scenario.add(.event(isSet: false), named: "done")
        scenario.start("patient", on: .eventLoop(0)) {
            [.suspend(on: event, timeout: .fixed(.milliseconds(8))), .wait(event, timeout: .fixed(.milliseconds(2)))]
        }
        scenario.start("guarded", on: .cooperativePool) {
            [.withTimeout(.fixed(.milliseconds(5)), [.suspend(on: event)]), .signal(event)]
        }
        return scenario
    }()
}
