/// A job as a pool sees it, whatever it runs and on whatever kind of worker.
@usableFromInline
package protocol PoolJob: AnyObject, Sendable {
    var priority: JobPriority { get }

    /// Where the job is. Only ``PoolState`` touches it, under the pool's lock.
    var place: JobPlace { get set }

    /// Called under the pool's lock when a worker is about to run the job, so it may not run code of the user's.
    /// - Returns: `false` if the job was cancelled, in which case whoever cancelled it tells the pool.
    func begin() -> Bool

    /// Runs after `begin` said yes, on the worker that took the job and without a lock.
    /// Must call `countCompleted` on `pool` before it tells anyone the result.
    func run(on pool: WorkerPool)

    /// Gives a job up that the pool did not take, or that no worker will take any more.
    /// - Parameter error: what the job fails with; `nil` cancels it.
    func abandon(_ error: ExecutorError?)

    /// Called when the job, which waited for room, is in the queue.
    func wasAdmitted()
}

/// Where a job is on its way through a pool.
@usableFromInline
package enum JobPlace {
    /// Not offered to the pool yet.
    case outside
    /// Behind a full queue.
    case waitingForRoom
    case queued
    /// Dropped on the way to a worker because it was cancelled; whoever cancelled it has not told the pool yet.
    case dropped
    /// Taken by a worker. It may be offered again after it has run.
    case begun
    /// Cancelled before it was taken. It may still lie in the queue, as a dead entry.
    case cancelled
}
