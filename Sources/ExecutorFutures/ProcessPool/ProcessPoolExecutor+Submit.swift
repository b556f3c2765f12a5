/// Single jobs, and many with their results in order.
extension ProcessPoolExecutor {
    /// Queues `job` and returns at once. It never suspends and never waits for room.
    ///
    /// A refused job is told by its future, which has then failed with an ``ExecutorError`` or ``ProcessPoolError``.
    /// - Parameters:
    ///   - job: runs at most once, and not at all if the future is cancelled before a worker is free. It is encoded
    ///     when one is.
    ///   - priority: which of the queued jobs goes first.
    ///   - timeLimit: how long the job may run; after that its worker is killed and the future fails with
    ///     ``ProcessPoolError/timedOut(executor:limit:)``. Time in the queue does not count; `nil` for no limit.
    /// - Returns: the future output. Fails with what the job throws: its `Failure`, or a ``JobFailure``.
    public func submit<Job: ProcessJob>(
        _ job: Job, priority: JobPriority = .normal, timeLimit: Duration? = nil
    ) -> Future<Job.Output> {
        if let failure = crew.failure { return Future(failure: failure) }
        return threads.submit(priority: priority, work(job, timeLimit))
    }

    /// Queues `job`, and first suspends until there is room if the queue has a limit that says so; otherwise as
    /// ``submit(_:priority:timeLimit:)``. A task that is cancelled while it waits for room gets a cancelled future.
    public nonisolated(nonsending) func submitWhenRoom<Job: ProcessJob>(
        _ job: Job, priority: JobPriority = .normal, timeLimit: Duration? = nil
    ) async -> Future<Job.Output> {
        if let failure = crew.failure { return Future(failure: failure) }
        return await threads.submitWhenRoom(priority: priority, work(job, timeLimit))
    }

    /// Runs `job` in a worker and suspends until it is done; waits for room as `submitWhenRoom` does.
    ///
    /// If the task is cancelled before the job starts, the job never runs and `CancellationError` is thrown;
    /// after that the task waits for the job, as ``Future`` explains.
    public nonisolated(nonsending) func run<Job: ProcessJob>(
        _ job: Job, priority: JobPriority = .normal, timeLimit: Duration? = nil
    ) async throws -> Job.Output {
        try await submitWhenRoom(job, priority: priority, timeLimit: timeLimit).value
    }

    /// Runs each job and returns the outputs in the order of the jobs.
    ///
    /// Jobs are taken in their order. The first failure stops it: no further chunk is taken, those that run are
    /// awaited, and the error thrown is that of the first failing job in the order of the jobs, however the workers
    /// raced. When a worker dies, its whole chunk has failed. A cancelled task stops it in the same way, with
    /// `CancellationError`.
    /// - Parameters:
    ///   - chunkSize: how many jobs travel together; less than 1 means 1. Raise it when a job takes less than a
    ///     millisecond: a chunk costs one round trip.
    ///   - maximumInFlight: how many chunks may be queued or running at a time; `nil` means the number of workers.
    ///   - priority: of each chunk.
    ///   - timeLimit: of each job; a chunk has so much time as often as it has jobs.
    public nonisolated(nonsending) func map<Jobs: Collection>(
        _ jobs: Jobs, chunkSize: Int = 1, maximumInFlight: Int? = nil, priority: JobPriority = .normal,
        timeLimit: Duration? = nil
    ) async throws -> [Jobs.Element.Output] where Jobs.Element: ProcessJob {
        if let failure = crew.failure { throw failure }
        return try await threads.map(
            chunks(of: jobs, chunkSize), chunkSize: 1, maximumInFlight: maximumInFlight, priority: priority,
            work(onChunks: timeLimit)
        ).flatMap(\.self)
    }

    /// `map` for synchronous code, such as a command-line tool's: holds the calling thread until all is done.
    /// - Throws: ``FutureWaitError``, before anything is submitted, on a Swift task; otherwise what
    ///   ``map(_:chunkSize:maximumInFlight:priority:timeLimit:)`` throws.
    @available(*, noasync, message: "it would hold the thread of this task: write `try await pool.map(…)`")
    public func mapAndWait<Jobs: Collection>(
        _ jobs: Jobs, chunkSize: Int = 1, maximumInFlight: Int? = nil, priority: JobPriority = .normal,
        timeLimit: Duration? = nil
    ) throws -> [Jobs.Element.Output] where Jobs.Element: ProcessJob {
        if let failure = crew.failure { throw failure }
        return try threads.mapAndWait(
            chunks(of: jobs, chunkSize), maximumInFlight: maximumInFlight, priority: priority,
            work(onChunks: timeLimit)
        ).flatMap(\.self)
    }

    private func work<Job: ProcessJob>(
        _ job: Job, _ timeLimit: Duration?
    ) -> @Sendable () throws -> Job.Output {
        { [crew] in try crew.run([job], timeLimit: timeLimit)[0] }
    }

    private func work<Job: ProcessJob>(
        onChunks timeLimit: Duration?
    ) -> @Sendable ([Job]) throws -> [Job.Output] {
        { [crew] chunk in try crew.run(chunk, timeLimit: timeLimit) }
    }

    private func chunks<Job: ProcessJob>(of jobs: some Collection<Job>, _ size: Int) -> [[Job]] {
        let jobs = Array(jobs)
        let size = min(max(size, 1), max(jobs.count, 1))
        return stride(from: 0, to: jobs.count, by: size).map { Array(jobs[$0..<min($0 + size, jobs.count)]) }
    }
}
