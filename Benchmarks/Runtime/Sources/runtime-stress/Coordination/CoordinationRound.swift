import ExecutorFutures
import Synchronization

/// A lock, a semaphore, a queue, a condition, an event and a barrier, under tasks that use and leave them at any moment.
struct CoordinationRound: StressRound {
    static let name = "locks and queues"
    let seed: UInt64
    private let tasks: Int
    private let tools: CoordinationTools
    private let tally = SharedTally()

    init(seed: UInt64, tasks: Int) {
        self.seed = seed
        self.tasks = tasks
        var random = SeededGenerator(seed: seed)
        tools = CoordinationTools(
            permits: Int.random(in: 1...4, using: &random), capacity: Int.random(in: 1...5, using: &random))
    }

    func run() async throws -> Tally {
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var actions = CoordinationActions(
                        tools: tools, tally: tally, firstNumber: task * 1_000, random: generator(for: task))
                    await actions.run()
                }
            }
        }
        try check()
        try await checkBarrier()
        return tally.value
    }

    private func check() throws {
        try expectEveryEnd(tally.value)
        try expect(!tools.lock.isLocked && !tools.condition.lock.isLocked, "a lock is still held")
        try expect(
            tools.semaphore.availablePermits == tools.permits,
            "\(tools.semaphore.availablePermits) of \(tools.permits) permits are back")
        // What was put was taken once, or lies there still.
        tools.taken.withLock { $0 += tools.queue.finish(discarding: true) }
        let (put, taken) = (tools.put.withLock { $0.sorted() }, tools.taken.withLock { $0.sorted() })
        try expect(put == taken, "\(put.count) elements were put, but \(taken.count) came out")
    }

    /// Everybody comes in a place of its own, again and again.
    private func checkBarrier() async throws {
        let barrier = AsyncBarrier(parties: tasks)
        let places = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    var places: [Int] = []
                    for _ in 0..<5 { places.append(try await barrier.wait()) }
                    return places
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let expected = (0..<tasks).flatMap { Array(repeating: $0, count: 5) }
        try expect(places.sorted() == expected, "places at the barrier: \(places.sorted())")
    }
}

/// What the tasks share, with what is needed to see that it works.
final class CoordinationTools: Sendable {
    let lock = AsyncLock()
    let semaphore: AsyncSemaphore
    let permits: Int
    let queue: AsyncQueue<Int>
    let event = AsyncEvent()
    let condition = AsyncCondition()
    /// Under the condition's lock.
    let reached = Atomic(0)
    /// How many are in the part that the lock, or the semaphore, guards.
    let inLock = Atomic(0)
    let inSemaphore = Atomic(0)
    let put = Mutex<[Int]>([])
    let taken = Mutex<[Int]>([])

    init(permits: Int, capacity: Int) {
        self.permits = permits
        semaphore = AsyncSemaphore(permits: permits)
        queue = AsyncQueue(capacity: capacity)
    }
}
