/// How many jobs may wait for a thread, and what becomes of the next one.
public enum QueueLimit: Sendable, Hashable {
    /// As many as memory holds.
    case unlimited
    /// At most `count` jobs wait (running ones do not count); less than 1 means 1.
    case atMost(_ count: Int, whenFull: WhenFull)

    /// Back-pressure: what happens to a job that finds the queue full.
    public enum WhenFull: Sendable, Hashable {
        /// `run`, `map` and `submitWhenRoom` suspend their task until there is room, first come, first served.
        /// `submit` cannot suspend, so it refuses the job as `fail` does.
        case suspend
        /// The job is refused: its future fails with ``ExecutorError/queueFull(executor:limit:)``.
        case fail
        /// `submit` runs the job on the calling thread before it returns, which slows the submitter down to the speed
        /// of the pool. A Swift task's thread must not be held, so on a task `submit` refuses the job as `fail` does,
        /// and `run`, `map` and `submitWhenRoom` suspend.
        case runInPlace
    }
}
