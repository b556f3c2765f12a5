import ExecutorFutures

/// A ``ThreadPoolExecutor`` without threads: its own ``PoolState`` decides which job starts when.
///
/// A thread that the pool sends for is there at once, and never ends for idleness.
struct VirtualThreadPool {
    private let model: ThreadPoolModel
    private var state: PoolState
    /// Jobs that are in no queue and may be used again.
    private var spareJobs: [VirtualJob] = []
    private var jobs: [VirtualJob] = []

    init(_ model: ThreadPoolModel) {
        self.model = model
        state = Self.newState(model)
    }

    private static func newState(_ model: ThreadPoolModel) -> PoolState {
        PoolState(
            maximumThreads: max(model.threads, 1), queueLimit: model.queueLimit.map { max($0, 1) })
    }

    mutating func reset() {
        guard state.statistics != ExecutorStatistics() else { return }
        state = Self.newState(model)
        spareJobs = jobs
    }

    var queued: Int { state.statistics.queued + state.statistics.waitingForRoom }

    mutating func add(_ entry: Ready) {
        let job = spareJobs.popLast() ?? newJob()
        job.place = .outside
        job.entry = entry
        _ = state.add(job, .whenRoom)
    }

    private mutating func newJob() -> VirtualJob {
        let job = VirtualJob()
        jobs.append(job)
        return job
    }

    /// Lets a thread come, if the pool sends for one.
    /// - Returns: the job that it starts.
    mutating func startJob() -> Ready? {
        switch state.wake() {
        case .nobody: nil
        case .newThread: takeJob(after: .started)
        case .sleeper: takeJob(after: .slept(timedOut: false))
        }
    }

    /// Lets the thread of a job that has ended come for the next.
    /// - Returns: the job that it starts.
    mutating func finishJob() -> Ready? {
        state.completed += 1
        return takeJob(after: .ranJob(wouldLook: false))
    }

    private mutating func takeJob(after arrival: PoolState.Arrival) -> Ready? {
        guard case .run(let job, _) = state.next(after: arrival), let job = job as? VirtualJob else { return nil }
        spareJobs.append(job)
        return job.entry
    }
}

/// A job of a simulated pool: the name of what it starts.
///
/// Used by the thread of its machine only; unchecked because the compiler cannot see that.
private final class VirtualJob: PoolJob, @unchecked Sendable {
    let priority = JobPriority.normal
    var place = JobPlace.outside
    var entry = Ready.poolThread

    func begin() -> Bool { true }
    // The machine does what these are for with real threads, where it takes `entry`.
    func run(on pool: WorkerPool) {}
    func abandon(_ error: ExecutorError?) {}
    func wasAdmitted() {}
}

extension Machine {
    mutating func submit(_ entry: Ready, to pool: Int, _ supply: Int) {
        pools[pool].add(entry)
        startJobs(of: pool, supply)
        observer.poolChanged(pool, queued: pools[pool].queued, running: supplies[supply].busy)
    }

    mutating func finishJob(of pool: Int, _ supply: Int) {
        if let next = pools[pool].finishJob() { startJob(next, supply) }
        startJobs(of: pool, supply)
    }

    private mutating func startJobs(of pool: Int, _ supply: Int) {
        while let entry = pools[pool].startJob() { startJob(entry, supply) }
    }

    private mutating func startJob(_ entry: Ready, _ supply: Int) {
        let thread = supplies[supply].take()
        switch entry {
        case .task(let task):
            begin(task, on: thread)
            runnable.append(task)
        case .serial(let serial):
            resources[serial].isQueued = false
            runnable.append(beginNext(of: serial, on: thread))
        case .poolThread: break
        }
    }
}
