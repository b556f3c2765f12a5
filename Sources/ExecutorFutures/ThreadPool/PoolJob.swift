/// A job that a thread of a ``PoolThreads`` can run. By itself it does nothing and may not even begin.
class PoolJob: PooledJob, @unchecked Sendable {
    // Unchecked because `place` is a variable: `PoolState` touches it under the pool's lock, and nobody else does.
    // Subclasses say what protects their own.
    final let priority: JobPriority
    final var place = JobPlace.outside

    init(priority: JobPriority) { self.priority = priority }

    func begin() -> Bool { false }

    /// Runs after `begin` said yes, on the thread that took the job and without a lock.
    /// Must call `finish` on `threads` before it tells anyone the result.
    func run(on threads: PoolThreads) {}

    /// Gives a job up that no thread will take any more.
    /// - Parameter error: what the job fails with; `nil` cancels it.
    func abandon(_ error: ExecutorError?) {}

    /// Called when the job, which waited for room, is in the queue.
    func wasAdmitted() {}
}
