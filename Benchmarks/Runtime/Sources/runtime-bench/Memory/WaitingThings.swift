import ExecutorFutures
import NIOCore
import Synchronization

/// Tasks and futures that wait until the end of all measurements: what was freed before would be used again, and not
/// counted. The measurements are in bytes each; `nil` where the system does not tell.
final class WaitingThings: Sendable {
    private let count: Int
    private let event = AsyncEvent()
    private let gate = Promise<Void>()
    private let pool = ThreadPoolExecutor(name: "waiting", maximumThreads: 1)
    private let kept = Mutex<[any Sendable]>([])

    init(count: Int) {
        self.count = count
        // Holds the only thread of the pool.
        _ = pool.submit { [gate] in try gate.future.wait() }
    }

    /// Tasks that wait for an event.
    func tasks(
        spawn: (@escaping @Sendable () async throws -> Void) -> Task<Void, any Error>
    ) async throws -> Latencies? {
        let arrived = AsyncSemaphore(permits: 0)
        return try await growth {
            let tasks = (0..<count).map { _ in
                spawn { [event] in
                    arrived.release()
                    try await event.wait()
                }
            }
            for _ in 0..<count { try await arrived.acquire() }
            return tasks
        }
    }

    func promises() async throws -> Latencies? {
        try await growth { (0..<count).map { _ in Promise<Int>() } }
    }

    func promises(on loop: any NIOCore.EventLoop) async throws -> Latencies? {
        try await growth { (0..<count).map { _ in loop.makePromise(of: Int.self) } }
    }

    func jobs() async throws -> Latencies? {
        try await growth { (0..<count).map { number in pool.submit { number } } }
    }

    private func growth(of things: () async throws -> any Sendable) async throws -> Latencies? {
        let before = SystemFile.residentMemory
        let things = try await things()
        let after = SystemFile.residentMemory
        kept.withLock { $0.append(things) }
        return before > 0 ? Latencies([Double(after - before) / Double(count)]) : nil
    }

    /// Lets everything go on and come to its end.
    func end() async {
        event.set()
        gate.fulfill()
        for things in kept.withLock({ $0 }) {
            for task in things as? [Task<Void, any Error>] ?? [] { _ = await task.result }
            for promise in things as? [EventLoopPromise<Int>] ?? [] { promise.succeed(0) }
        }
        await pool.shutdown()
    }
}
