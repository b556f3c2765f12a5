#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The end of a pool, and of its workers.
extension ProcessPoolExecutor {
    /// Takes no more jobs, suspends until the accepted ones are done and all workers have ended and are reaped.
    ///
    /// May be called any number of times, also at once; each call returns when all is over. A cancelled task waits all
    /// the same, because a shutdown cannot be taken back.
    /// - Parameter cancelPending: whether jobs that have not started are cancelled instead of run.
    public nonisolated(nonsending) func shutdown(cancelPending: Bool = false) async {
        await threads.shutdown(cancelPending: cancelPending)
    }

    /// `shutdown` for synchronous code: holds the calling thread until all is over.
    /// - Throws: ``FutureWaitError``, before anything is shut down, on a Swift task.
    @available(*, noasync, message: "it would hold the thread of this task: write `await pool.shutdown()`")
    public func shutdownAndWait(cancelPending: Bool = false) throws {
        try threads.shutdownAndWait(cancelPending: cancelPending)
    }

    /// Ends the workers that are alive now, whatever they do. Their jobs fail with
    /// ``ProcessPoolError/workerDied(executor:status:)``, and the pool goes on with new workers.
    ///
    /// To give up all work at once, call it after a shutdown with `cancelPending` has begun.
    /// - Parameter force: whether to send `SIGKILL`, which no worker can refuse, instead of `SIGTERM`.
    public func terminateWorkers(force: Bool = false) {
        crew.send(signal: force ? SIGKILL : SIGTERM)
    }
}

/// Makes a pool for the time of `body` and shuts it down afterwards, also if `body` throws.
///
/// Jobs that have not begun by then run if `body` returns, and are cancelled if it throws.
/// - Parameters: those of ``ProcessPoolExecutor`` that short-lived pools need.
public nonisolated(nonsending) func withProcessPool<Value>(
    name: String = "processes",
    maximumWorkers: Int = ThreadPoolExecutor.coreCount,
    program: WorkerProgram = .current,
    workerSetUp: (any ProcessJob)? = nil,
    _ body: nonisolated(nonsending) (ProcessPoolExecutor) async throws -> Value
) async rethrows -> Value {
    let pool = ProcessPoolExecutor(
        name: name, maximumWorkers: maximumWorkers, program: program, workerSetUp: workerSetUp)
    do {
        let value = try await body(pool)
        await pool.shutdown()
        return value
    } catch {
        await pool.shutdown(cancelPending: true)
        throw error
    }
}
