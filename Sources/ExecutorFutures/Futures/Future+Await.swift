/// Waiting for a future in a task, which holds no thread.
extension Future {
    /// Suspends until the future is done; returns its value or throws its error.
    ///
    /// If the awaiting task is cancelled, the future is cancelled if it is pending; see ``Future`` for the reasons.
    /// - Throws: the error of the work; `CancellationError` if the future was cancelled;
    ///   ``ExecutorError`` if an executor refused the work.
    public nonisolated(nonsending) var value: Value {
        get async throws { try await result.get() }
    }

    /// Suspends until the future is done. Treats a cancelled task as ``value`` does.
    public nonisolated(nonsending) var result: Result<Value, any Error> {
        get async {
            if let outcome = outcomeIfDone { return outcome.result }
            return await withTaskCancellationHandler {
                await resultIgnoringCancellation()
            } onCancel: {
                cancel()
            }
        }
    }

    /// Suspends until the future is done and leaves it alone if the awaiting task is cancelled.
    nonisolated(nonsending) func resultIgnoringCancellation() async -> Result<Value, any Error> {
        while true {
            if let outcome = outcomeIfDone { return outcome.result }
            // Unsafe is right here: a watcher is told exactly once, and a future that nobody completes is caught where
            // it is made (`Promise` fails it). The checked kind costs an allocation each time.
            await withUnsafeContinuation { continuation in
                if !life.add(.task(continuation)) { continuation.resume() }
            }
        }
    }
}
