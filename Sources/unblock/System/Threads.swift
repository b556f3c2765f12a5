import ExecutorFutures

/// The thread on which the command itself waits for files, terminals and other programs.
///
/// It starts when there is something to write, not before.
enum Threads {
    private static let pool = ThreadPoolExecutor(name: "unblock-io", maximumThreads: 1)

    /// Runs work that may block on a thread of the command's own; the task only suspends.
    static func offload<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await pool.run(work)
    }
}
