import ExecutorFutures
import Synchronization

/// What one task of a ``CoordinationRound`` does, one random thing after another.
struct CoordinationActions {
    let tools: CoordinationTools
    let tally: SharedTally
    let firstNumber: Int
    var random: SeededGenerator

    mutating func run() async {
        for step in 0..<Int.random(in: 20...60, using: &random) {
            let (tools, number) = (tools, firstNumber + step)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<2: await attempt { try await Self.holdLock(tools) }
            case 2..<4: await attempt { try await Self.holdPermit(tools) }
            case 4..<6: await attempt { try await Self.put(number, tools) }
            case 6..<8: await attempt { try await Self.take(tools) }
            case 8: await attempt { try await Self.moveOn(tools) }
            default: await attempt { try await Self.passEvent(tools) }
            }
        }
    }

    /// Does something in a task of its own, which may be cancelled at any moment, and gives up after a while.
    private mutating func attempt(_ body: @escaping @Sendable () async throws -> Void) async {
        tally.change { $0.submitted += 1 }
        let limit = Duration.microseconds(Int.random(in: 50..<1_000, using: &random))
        let task = Task { try await withTimeout(limit) { try await body() } }
        if Int.random(in: 0..<4, using: &random) == 0 {
            if Bool.random(using: &random) { await Task.yield() }
            task.cancel()
        }
        let result = await task.result
        tally.change { tally in
            tally.count(result)
            if case .failure(is DeadlineExceeded) = result { tally.timedOut += 1 }
            if case .success = result { tally.ran += 1 }
        }
    }

    // MARK: What may be cancelled

    private static func holdLock(_ tools: CoordinationTools) async throws {
        try await tools.lock.withLock {
            precondition(tools.inLock.add(1, ordering: .relaxed).newValue == 1, "two tasks hold the lock")
            await Task.yield()
            tools.inLock.subtract(1, ordering: .relaxed)
        }
    }

    private static func holdPermit(_ tools: CoordinationTools) async throws {
        try await tools.semaphore.withPermit {
            let count = tools.inSemaphore.add(1, ordering: .relaxed).newValue
            precondition(count <= tools.permits, "\(count) tasks hold \(tools.permits) permits")
            await Task.yield()
            tools.inSemaphore.subtract(1, ordering: .relaxed)
        }
    }

    private static func put(_ number: Int, _ tools: CoordinationTools) async throws {
        try await tools.queue.put(number)
        tools.put.withLock { $0.append(number) }
    }

    private static func take(_ tools: CoordinationTools) async throws {
        let number = try await tools.queue.take()
        tools.taken.withLock { $0.append(number) }
    }

    /// Counts on, and waits until somebody else has done so too.
    private static func moveOn(_ tools: CoordinationTools) async throws {
        try await tools.condition.withLock {
            let target = tools.reached.add(1, ordering: .relaxed).newValue + 1
            tools.condition.notifyAll()
            try await tools.condition.wait { tools.reached.load(ordering: .relaxed) >= target }
        }
    }

    private static func passEvent(_ tools: CoordinationTools) async throws {
        if tools.event.isSet { tools.event.clear() } else { tools.event.set() }
        try await tools.event.wait()
    }
}
