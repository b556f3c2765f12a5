/// Where submitted jobs wait until a worker has nothing else to do; see ``WorkerPool``.
struct JobIntake {
    /// Closed for good when the pool takes no more jobs, and from the start when its queue is bounded and has to count.
    var isOpen: Bool
    /// Whether the next job is to send for a worker, because none will come by itself.
    var callsWorker: Bool
    var jobs: [any PoolJob] = []
    /// The highest priority among the jobs; -1 when there are none.
    var highestPriority = -1
}
