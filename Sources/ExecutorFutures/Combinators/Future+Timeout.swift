/// Waiting for a future for a limited time.
extension Future {
    /// Suspends until the future is done or the time has passed.
    ///
    /// When the time has passed, the caller leaves and the work goes on, as with ``wait(timeout:)``; call ``cancel()``
    /// if it should not start any more. A cancelled task leaves at once too, but cancels the future if that is pending.
    /// So this never takes longer than `timeout`, whereas ``value`` waits for work that runs.
    /// - Parameters:
    ///   - timeout: measured from the call on; after zero or less only a future that is done has a value.
    ///   - clock: measures the time.
    /// - Throws: the error of the work; ``DeadlineExceeded`` when the time has passed; `CancellationError` if the
    ///   future or the calling task was cancelled.
    public nonisolated(nonsending) func value<C: Clock>(
        timeout: C.Instant.Duration, clock: C = ContinuousClock()
    ) async throws -> Value {
        if let result = resultIfDone { return try result.get() }
        let bounded = shielded()
        return try await withTaskCancellationHandler {
            try await withTimeout(timeout, clock: clock) { try await bounded.value }
        } onCancel: {
            cancel()
        }
    }
}
