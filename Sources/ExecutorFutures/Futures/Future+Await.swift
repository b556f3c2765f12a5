/// Waiting for a future in a task, which holds no thread.
extension Future {
    /// Suspends until the future is done; returns its value or throws its error.
    ///
    /// If the awaiting task is cancelled, the future is cancelled if it is pending; see ``Future`` for the reasons.
    /// - Throws: the error of the work; `CancellationError` if the future was cancelled;
    ///   ``ExecutorError`` if an executor refused the work.
    @inlinable
    public nonisolated(nonsending) var value: Value {
        get async throws {
            if !isDone && !isOverSoon() { await waitForEnd(isolation: #isolation) }
            return try stored.get()
        }
    }

    /// Suspends until the future is done. Treats a cancelled task as ``value`` does.
    @inlinable
    public nonisolated(nonsending) var result: Result<Value, any Error> {
        get async {
            if !isDone && !isOverSoon() { await waitForEnd(isolation: #isolation) }
            return stored
        }
    }

    /// Suspends until the future is done and leaves it alone if the awaiting task is cancelled.
    nonisolated(nonsending) func resultIgnoringCancellation() async -> Result<Value, any Error> {
        await life.waitForEnd(isolation: #isolation)
        return stored
    }

    @usableFromInline
    func waitForEnd(isolation: isolated (any Actor)?) async {
        await withTaskCancellationHandler {
            // A closure that did not use the isolation would leave it: two more jobs for each `await`.
            await life.waitForEnd(isolation: isolation)
        } onCancel: {
            cancel()
        }
    }
}
