/// How streams keep their state on the loop's thread, whoever uses them.
extension EventLoop {
    /// Runs a piece of a stream's work for a task that runs elsewhere.
    ///
    /// Cancellation goes through, and the work has always ended when this returns; so what it took out of a stream is
    /// returned and never lost.
    nonisolated(nonsending) func enter<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = spawn(name: "stream") { try await body() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}

extension LoopEngine {
    /// Does something at once on the loop's thread, from other threads as soon as possible.
    /// - Returns: `false` if the loop has ended, and `body` never runs.
    @discardableResult
    func perform(_ body: @escaping () -> Void) -> Bool {
        guard isCurrent else { return enqueue(.call(body)) }
        body()
        return true
    }
}

/// Counts system calls of a stream that did not have to wait, so that an endless supply of bytes gives way to others.
struct StreamTurns {
    private var calls = 0

    /// Counts a call.
    /// - Returns: whether others should run now.
    mutating func isOver() -> Bool {
        calls &+= 1
        return calls & 15 == 0
    }
}
