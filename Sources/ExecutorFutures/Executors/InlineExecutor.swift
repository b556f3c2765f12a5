/// Runs each job on the calling thread before `submit` returns. For tests, and to switch threads off while debugging.
///
/// Every future it hands out is done, so a test needs no waiting and sees the same order each time. A job that blocks
/// holds its caller: that is what the other executors are for.
public final class InlineExecutor: FutureExecutor {
    public let name: String
    private let state = LockedValue(State())
    /// Done when the executor was shut down and no job runs. Nobody can cancel it.
    private let ended = Future<Void>()

    private struct State {
        var isAccepting = true
        var counts = ExecutorStatistics()

        var isOver: Bool { !isAccepting && counts.running == 0 }
    }

    /// - Parameter name: for messages.
    public init(name: String = "inline") {
        self.name = name
        _ = ended.begin()
    }

    public var isAccepting: Bool { state.withLock { $0.isAccepting } }

    /// What the executor did so far and does now. It has no threads and no queue.
    public var statistics: ExecutorStatistics { state.withLock { $0.counts } }

    /// Runs `work` and returns a future that is done. The priority means nothing where nothing waits.
    public func submit<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) -> Future<Value> {
        guard start() else { return Future(failure: ExecutorError.shutDown(executor: name)) }
        defer { finish() }
        return Future(Result { try work() })
    }

    public nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value> {
        guard Task.isCancelled else { return submit(priority: priority, work) }
        let future = Future<Value>()
        future.cancel()
        return future
    }

    /// Calls `transform` for one element after another; there are no chunks and nothing in flight.
    public nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable {
        var outputs: [Output] = []
        for element in elements {
            outputs.append(try await submitWhenRoom(priority: priority) { try transform(element) }.value)
        }
        return outputs
    }

    public func beginShutdown(cancelPending: Bool) -> Future<Void> {
        end(if: { state in
            state.isAccepting = false
            return state.isOver
        })
        return ended
    }

    private func start() -> Bool {
        state.withLock { state in
            if state.isAccepting { state.counts.running += 1 }
            return state.isAccepting
        }
    }

    private func finish() {
        end(if: { state in
            state.counts.running -= 1
            state.counts.completed += 1
            return state.isOver
        })
    }

    private func end(if change: (inout State) -> Bool) {
        if state.withLock(change) { ended.end(.finished(.success(()))) }
    }
}
