/// Waiting for some of several futures.
extension Futures {
    /// How many ends to wait for.
    public enum WaitCondition: Sendable, Hashable {
        /// The first end of any kind.
        case firstCompleted
        /// The first failure; a cancellation is none, as in Python. Without a failure, all ends.
        case firstFailed
        /// All ends.
        case allCompleted
    }

    /// Suspends until the condition is met or the time has passed; tells which futures are done then and which are not.
    ///
    /// The futures are left alone: neither a time-out nor a cancelled task cancels any, and a failure is thrown only by
    /// the future itself. A time-out is no error here.
    /// ```swift
    /// let (done, pending) = try await Futures.wait(replies, until: .firstCompleted, timeout: .seconds(2))
    /// for reply in pending { reply.cancel() }
    /// ```
    /// - Parameters:
    ///   - futures: an empty list is done.
    ///   - condition: what to wait for.
    ///   - timeout: measured from the call on; `nil` waits as long as it takes.
    ///   - clock: measures the time-out.
    /// - Returns: the futures that are done and those that are not, each in the order in which they were given. More
    ///   may be done than the condition asked for.
    /// - Throws: `CancellationError` if the calling task was cancelled while it waited.
    public static nonisolated(nonsending) func wait<Value, C: Clock>(
        _ futures: [Future<Value>], until condition: WaitCondition = .allCompleted,
        timeout: C.Instant.Duration? = nil, clock: C = ContinuousClock()
    ) async throws -> (done: [Future<Value>], pending: [Future<Value>]) {
        let watch = CompletionWatch(count: futures.count, until: condition.watched)
        for future in futures { watch.add(future) }
        if let timeout {
            do {
                try await withTimeout(timeout, clock: clock) { try await watch.wait() }
            } catch is DeadlineExceeded {}
        } else {
            try await watch.wait()
        }
        var (done, pending): ([Future<Value>], [Future<Value>]) = ([], [])
        for future in futures {
            if future.isDone { done.append(future) } else { pending.append(future) }
        }
        return (done, pending)
    }
}

extension Futures.WaitCondition {
    fileprivate var watched: CompletionWatch.Condition {
        switch self {
        case .firstCompleted: .anyEnd
        case .firstFailed: .anyFailure
        case .allCompleted: .nothing
        }
    }
}
