/// What a ``ProcessPoolExecutor`` did so far and does now.
public struct ProcessPoolStatistics: Sendable, Hashable {
    /// Its jobs. `threads` counts the threads of this process that serve its workers.
    public var jobs: ExecutorStatistics
    /// Workers alive, busy or idle.
    public var workers: Int
    /// Workers that have reported for work so far and were set up.
    public var workersStarted: Int
    /// Those of them that ended otherwise than the pool wanted, or were killed because of what they did.
    public var workersLost: Int
}
