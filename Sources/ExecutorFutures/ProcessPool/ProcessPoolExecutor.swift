/// Runs jobs in other processes, so that a crash, a leak or a library that is not thread-safe stays in there.
///
/// ```swift
/// @main struct Tool {
///     static func main() async throws {
///         ProcessPoolExecutor.serveIfWorker(jobs: [Factors.self])
///
///         let pool = ProcessPoolExecutor(name: "numbers")
///         let one = try await pool.run(Factors(number: 1_000_000_007))
///         let all = try await pool.map((1...1000).map(Factors.init), chunkSize: 50)
///         await pool.shutdown()
///     }
/// }
/// ```
/// Swift's threads run in parallel without it, so most work is better off on a ``ThreadPoolExecutor``: a round trip to
/// a worker costs some tens of microseconds and the encoding of a job and its output.
///
/// ## Workers
/// A worker is this program, started again, or the one given; ``serveIfWorker(jobs:)`` makes it one. Workers start only
/// while a job finds all others busy. Each serves one thread of this process at a time, which waits for it by blocking;
/// the rules for queueing, cancelling and statistics are those of ``ThreadPoolExecutor``, and a job that runs is
/// likewise not interrupted by a cancellation, but it can have a time limit.
///
/// ## When a worker fails
/// A worker that dies, takes longer than its job may, or writes rubbish fails exactly the jobs that it had been given,
/// with a ``ProcessPoolError``, and is replaced. A job is never run twice. The other jobs do not notice.
///
/// Workers end with the pool, and with this process, even if that is killed. They are reaped as they end; a program
/// that ignores `SIGCHLD` or reaps every child itself only loses their exit status.
///
/// ## Lifetime
/// ``shutdown(cancelPending:)`` ends it. A pool that is dropped without a shutdown runs what it has accepted and then
/// ends its workers; nobody waits for that.
public final class ProcessPoolExecutor: Sendable {
    /// For messages and thread names.
    public let name: String
    /// How many workers there are at most.
    public let maximumWorkers: Int
    let crew: WorkerCrew
    /// One thread for each worker. They do nothing but wait for them.
    let threads: ThreadPoolExecutor

    /// Makes a pool. No worker starts before the first job comes.
    /// - Parameters:
    ///   - name: for messages; its threads are called `name-1`, `name-2`, …
    ///   - maximumWorkers: how many jobs may run at a time; less than 1 means 1. The default is the number of cores: a
    ///     job that only waits does not need a process.
    ///   - program: what the workers run.
    ///   - idleTime: how long a worker waits for a job before it is ended; `nil` keeps it until the shutdown.
    ///   - queue: how many jobs may wait for a worker, and what becomes of the next one. `runInPlace` holds the calling
    ///     thread until a worker has run the job; for this there may be one more worker than the maximum.
    ///   - maximumJobsPerWorker: after how many jobs a worker is replaced, against leaks; `nil` for never, less than 1
    ///     means 1. A chunk of `map` is not divided for it.
    ///   - startTimeLimit: how long a new worker may take until it has reported for work and is set up.
    ///   - maximumMessageSize: the most bytes that an encoded job or output may have; with `map`, a chunk of them.
    ///   - workerSetUp: a job that each new worker runs first, for instance to load what all jobs need. If it throws,
    ///     the pool is broken: it takes no more jobs, and those that have not begun fail with
    ///     ``ProcessPoolError/workerSetUpFailed(executor:error:)``.
    public init(
        name: String = "processes",
        maximumWorkers: Int = ThreadPoolExecutor.coreCount,
        program: WorkerProgram = .current,
        idleTime: Duration? = nil,
        queue: QueueLimit = .unlimited,
        maximumJobsPerWorker: Int? = nil,
        startTimeLimit: Duration = .seconds(30),
        maximumMessageSize: Int = 256 << 20,
        workerSetUp: (any ProcessJob)? = nil
    ) {
        self.name = name
        self.maximumWorkers = max(maximumWorkers, 1)
        let crew = WorkerCrew(
            WorkerCrew.Settings(
                name: name, program: program, startTimeLimit: startTimeLimit,
                maximumJobsPerWorker: max(maximumJobsPerWorker ?? .max, 1),
                // The length of a message has 32 bits.
                maximumMessageSize: min(max(maximumMessageSize, 1), Int(UInt32.max)), setUp: workerSetUp))
        self.crew = crew
        threads = ThreadPoolExecutor(
            name: name, maximumThreads: self.maximumWorkers, idleTime: idleTime, queue: queue,
            onThreadStart: { crew.threadStarted() }, onThreadEnd: { crew.threadEnded() })
    }

    /// Whether new jobs are taken; `false` from a shutdown on, and once the pool is broken.
    public var isAccepting: Bool { threads.isAccepting && crew.failure == nil }

    /// What the pool did so far and does now.
    public var statistics: ProcessPoolStatistics { crew.statistics(jobs: threads.statistics) }
}
