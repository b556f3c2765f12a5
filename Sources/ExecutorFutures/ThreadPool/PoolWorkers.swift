/// The workers of a pool: threads, or what stands for threads in a simulation.
///
/// A worker asks ``WorkerPool/next(after:)`` again and again what to do, and does it:
/// - `run`: call the job's `run`, then come with `ranJob`;
/// - `look`, which only a worker that would is told to: wait for a moment, then come with `looked`;
/// - `sleep`: wait for `wake`, then come with `slept`;
/// - `leave`: call ``WorkerPool/workerEnded()`` and never come again.
///
/// So a simulated worker is an object that takes such a step whenever its event loop says, and a job that holds it for
/// some virtual time is a step that comes later.
package protocol PoolWorkers: Sendable {
    /// Starts a worker, which must come to `pool` with `started`.
    /// - Parameter number: counts the workers of the pool, from 1.
    /// - Returns: zero, or the system's error number if there will be no such worker.
    func start(_ number: Int, for pool: WorkerPool) -> Int32

    /// Wakes so many of the workers that sleep, and those that are about to: no call may be lost.
    func wake(_ count: Int)
}
