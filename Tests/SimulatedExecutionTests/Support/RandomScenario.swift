import SimulatedExecution

/// Small programs of all kinds of statements, most of them broken in some way.
struct RandomScenario {
    private var random: SeededGenerator
    private(set) var scenario: Scenario
    private let locks: [ResourceID]
    private let semaphore: ResourceID
    private let condition: ResourceID
    private let event: ResourceID
    private let cell: ResourceID
    private let channel: ResourceID
    private let actor: ResourceID
    private let queue: ResourceID
    private let pool: ThreadPoolID

    /// - Parameters:
    ///   - tasks: how many tasks there are.
    ///   - length: how many statements each has; some have others in them.
    init(seed: UInt64, tasks: Int, length: Int) {
        random = SeededGenerator(seed: seed)
        scenario = Scenario("random \(seed)")
        let first = scenario.add(.lock(isRecursive: false), named: "first")
        locks = [first, scenario.add(.lock(isRecursive: true), named: "second")]
        semaphore = scenario.add(.semaphore(permits: 1), named: "semaphore")
        condition = scenario.add(.condition(lock: first), named: "condition")
        event = scenario.add(.event(isSet: false), named: "event")
        cell = scenario.add(.cell(0), named: "cell")
        channel = scenario.add(.channel(capacity: 1), named: "channel")
        actor = scenario.add(.actor(on: .cooperativePool), named: "actor")
        queue = scenario.add(.dispatchQueue(isConcurrent: false), named: "queue")
        pool = scenario.add(ThreadPoolModel(name: "pool", threads: 1))
        for number in 0..<tasks {
            let steps = statements(length, depth: 1)
            let executors: [ExecutorModel] = [.cooperativePool, .main, .eventLoop(0), .ownThread]
            scenario.start("task \(number)", on: pick(executors)) { steps }
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    private mutating func statements(_ count: Int, depth: Int) -> [Statement] {
        (0..<count).flatMap { _ in statement(depth: depth) }
    }

    private mutating func statement(depth: Int) -> [Statement] {
        let lock = pick(locks)
        switch Int.random(in: 0..<(depth > 0 ? 18 : 13), using: &random) {
        case 0: return [.yield]
        case 1: return [.acquire(lock), .release(lock)]
        case 2: return [.acquire(lock)]
        case 3: return [.release(lock)]
        case 4: return [.wait(semaphore)]
        case 5: return [.signal(semaphore)]
        case 6: return [.read(cell), .write(cell, .add(1))]
        case 7: return [.expect(cell, .isBelow(2), message: "the cell is small")]
        case 8: return [pick([.signal(event), .suspend(on: event), .wait(event), .reset(event)])]
        case 9: return [pick([.send(channel), .receive(channel)])]
        case 10: return [.block(.milliseconds(Int.random(in: 0...1, using: &random)), what: "block")]
        case 11: return [.suspend(on: semaphore, timeout: .milliseconds(1))]
        case 12: return [pick([.signal(condition), .broadcast(condition)])]
        case 13: return [.run(on: .serial(actor), style: .suspending, statements(2, depth: 0), label: "actor")]
        case 14: return [.run(on: .threadPool(pool), style: .suspending, statements(1, depth: 0), label: "pool")]
        case 15: return [.run(on: .serial(queue), style: .blocking, statements(1, depth: 0), label: "queue")]
        case 16:
            let task = TaskHandle(0)
            return [.start(task, on: .cooperativePool, statements(1, depth: 0), label: "other"), .awaitTask(task)]
        default: return [.acquire(locks[0]), .wait(condition), .release(locks[0])]
        }
    }
}
