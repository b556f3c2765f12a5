/// What an executor did so far and does now, all counted at one instant.
///
/// Every job that was accepted is in exactly one of `waitingForRoom`, `queued`, `running`, `completed` and `cancelled`.
/// Refused jobs are in none. One chunk of a `map` is one job.
public struct ExecutorStatistics: Sendable, Hashable {
    /// Jobs whose tasks are suspended until the queue has room.
    public var waitingForRoom = 0
    /// Jobs that wait for a thread.
    public var queued = 0
    /// Jobs that run.
    public var running = 0
    /// Jobs that ran to their end, by a value or an error. A job is counted before its future completes.
    public var completed = 0
    /// Jobs that were accepted and never ran: cancelled, or lost because the executor got no usable thread.
    public var cancelled = 0
    /// Threads alive, busy or idle.
    public var threads = 0

    public init() {}
}
