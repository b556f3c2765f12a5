/// A job as a pool's decisions see it, whatever it runs and on whatever kind of thread.
///
/// The pool calls every member under its lock, so none may run code of the user's.
protocol PooledJob: AnyObject {
    var priority: JobPriority { get }

    /// Where the job is. Only ``PoolState`` changes it, under the pool's lock.
    var place: JobPlace { get set }

    /// Called when a thread is about to run the job.
    /// - Returns: `false` if the job was cancelled, in which case whoever cancelled it tells the pool.
    func begin() -> Bool
}

/// Where a job is on its way through a pool.
enum JobPlace {
    /// Not offered to the pool yet.
    case outside
    /// Behind a full queue.
    case waitingForRoom
    case queued
    /// Taken by a thread, or dropped on the way there because it was cancelled.
    case taken
    /// Cancelled before it was taken. It may still lie in the queue, as a dead entry.
    case cancelled
}
