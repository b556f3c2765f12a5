/// Runs jobs on threads of its own, so that they may block without holding anything that Swift's tasks need.
///
/// ```swift
/// let disk = ThreadPoolExecutor(name: "disk", maximumThreads: 8)
///
/// func thumbnail(of path: String) async throws -> Image {
///     try await disk.run { try Image(decoding: readFile(path)) }
/// }
///
/// let images = try await disk.map(paths) { try Image(decoding: readFile($0)) }   // in the order of `paths`
/// await disk.shutdown()
/// ```
///
/// ## How many threads
/// The default maximum is 64. It is not the number of cores, because a thread that blocks uses no core: a pool as wide as
/// the machine is full when one job per core waits, however idle the machine is.
/// Python settles for `min(32, cores + 4)`, with a lock in mind that lets one thread compute at a time; SwiftNIO's
/// shared pool has one thread per core, and sixteen half-second waits then take four seconds on two cores; Dispatch
/// stops at 64 threads that block, for the whole process. This pool takes Dispatch's number for itself alone.
/// Threads start only while a job finds all others busy, and end when idle, so the maximum costs nothing until jobs
/// block. For work that computes, pass ``coreCount``: more threads only take turns.
///
/// Jobs of a pool that wait for other jobs of the same pool can use up its threads and then wait for ever.
/// ``Future/wait()`` refuses that; a semaphore inside a job cannot.
///
/// ## Lifetime
/// ``shutdown(cancelPending:)`` ends it. A pool that is dropped without a shutdown takes no more jobs, since nobody can
/// submit any, runs those it has accepted, and ends its threads; nobody waits for that.
public final class ThreadPoolExecutor: FutureExecutor {
    public let name: String
    /// How many threads serve the queue at most. For an instant one more may exist, which is about to end.
    public let maximumThreads: Int
    @usableFromInline let pool: WorkerPool
    let whenFull: QueueLimit.WhenFull
    let hasLimit: Bool

    /// The default maximum of threads; see ``ThreadPoolExecutor`` for the reasons.
    public static let defaultMaximumThreads = 64

    /// 8 MiB. The main thread of most systems has as much; what a system gives to other threads differs from 128 KiB
    /// (musl) over 512 KiB (macOS) to 8 MiB (glibc). Memory is used only as deep as the stack has grown.
    public static let defaultStackSize = 8 << 20

    /// How many cores are switched on; the right maximum for work that computes and does not block.
    public static var coreCount: Int { onlineCoreCount() }

    /// Makes a pool. No thread starts before the first job comes.
    /// - Parameters:
    ///   - name: for messages; its threads are called `name-1`, `name-2`, … (Linux shows the last 15 bytes).
    ///   - maximumThreads: how many jobs may run at a time; less than 1 means 1.
    ///   - stackSize: of each thread, in bytes, rounded up to whole pages and to the least the system allows.
    ///   - idleTime: how long a thread waits for a job before it ends; `nil` keeps it until the shutdown.
    ///   - queue: how many jobs may wait for a thread, and what becomes of the next one.
    ///   - onThreadStart: runs first on each new thread, for instance to open a connection that is bound to the thread.
    ///     If it throws, the pool is broken: it takes no more jobs, and those that have not begun fail with
    ///     ``ExecutorError/threadSetUpFailed(executor:error:)``.
    ///   - onThreadEnd: runs last on each thread that was set up.
    public convenience init(
        name: String = "pool",
        maximumThreads: Int = ThreadPoolExecutor.defaultMaximumThreads,
        stackSize: Int = ThreadPoolExecutor.defaultStackSize,
        idleTime: Duration? = .seconds(30),
        queue: QueueLimit = .unlimited,
        onThreadStart: (@Sendable () throws -> Void)? = nil,
        onThreadEnd: (@Sendable () -> Void)? = nil
    ) {
        self.init(
            name: name, maximumThreads: maximumThreads, queue: queue,
            workers: WorkerThreads(
                name: name,
                settings: .init(
                    stackSize: stackSize, idleTime: idleTime, onThreadStart: onThreadStart, onThreadEnd: onThreadEnd)))
    }

    /// Makes a pool with workers of another kind: simulated ones behave as threads in everything that is decided here.
    package init(name: String, maximumThreads: Int, queue: QueueLimit, workers: any PoolWorkers) {
        self.name = name
        self.maximumThreads = max(maximumThreads, 1)
        let limit: Int?
        switch queue {
        case .unlimited: (limit, whenFull) = (nil, .suspend)
        case .atMost(let count, let policy): (limit, whenFull) = (max(count, 1), policy)
        }
        hasLimit = limit != nil
        pool = WorkerPool(name: name, maximumThreads: self.maximumThreads, queueLimit: limit, workers: workers)
    }

    deinit {
        pool.close(cancelPending: false)
    }

    public var isAccepting: Bool { pool.isAccepting }

    /// What the pool did so far and does now.
    public var statistics: ExecutorStatistics { pool.statistics }
}
