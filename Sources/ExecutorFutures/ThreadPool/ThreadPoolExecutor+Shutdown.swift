/// The end of a pool.
extension ThreadPoolExecutor {
    @discardableResult
    public func beginShutdown(cancelPending: Bool) -> Future<Void> {
        pool.close(cancelPending: cancelPending)
        return pool.ended
    }

    @available(*, noasync, message: "it would hold the thread of this task: write `await executor.shutdown()`")
    public func shutdownAndWait(cancelPending: Bool) throws {
        try ThreadOwner.checkMayWait(for: pool.owner)
        try beginShutdown(cancelPending: cancelPending).wait()
    }
}

/// Makes a pool for the time of `body` and shuts it down afterwards, also if `body` throws.
///
/// Jobs that have not begun by then run if `body` returns, and are cancelled if it throws.
/// ```swift
/// let summaries = try await withThreadPool(maximumThreads: ThreadPoolExecutor.coreCount) { pool in
///     try await pool.map(files) { try summarise($0) }
/// }
/// ```
/// - Parameters: those of ``ThreadPoolExecutor`` that short-lived pools need.
public nonisolated(nonsending) func withThreadPool<Value, Failure: Error>(
    name: String = "pool",
    maximumThreads: Int = ThreadPoolExecutor.defaultMaximumThreads,
    stackSize: Int = ThreadPoolExecutor.defaultStackSize,
    _ body: nonisolated(nonsending) (ThreadPoolExecutor) async throws(Failure) -> Value
) async throws(Failure) -> Value {
    let pool = ThreadPoolExecutor(name: name, maximumThreads: maximumThreads, stackSize: stackSize, idleTime: nil)
    do throws(Failure) {
        let value = try await body(pool)
        await pool.shutdown()
        return value
    } catch {
        await pool.shutdown(cancelPending: true)
        throw error
    }
}
