/// The workers of one pool: hands an idle one to the thread that has jobs, starts one if there is none, and replaces
/// those that are lost.
///
/// There are never more workers than the pool has threads, but for those of callers that run a job in place; so workers
/// end as threads do. Everything that waits for a process happens outside the lock.
final class WorkerCrew: Sendable {
    let settings: Settings
    private let state = LockedValue(State())

    struct Settings: Sendable {
        /// Of the pool.
        var name: String
        var program: WorkerProgram
        /// How long a worker may take until it has reported and is set up.
        var startTimeLimit: Duration
        var maximumJobsPerWorker: Int
        /// In bytes.
        var maximumMessageSize: Int
        var setUp: (any ProcessJob)?
    }

    private struct State {
        var threads = 0
        /// The one that was used last is last.
        var idle: [WorkerProcess] = []
        /// Busy, idle or starting.
        var alive: [ObjectIdentifier: ChildProcess] = [:]
        var started = 0
        var lost = 0
        /// Why the pool is broken.
        var failure: ProcessPoolError?

        var hasSurplus: Bool { alive.count > threads }
    }

    init(_ settings: Settings) {
        self.settings = settings
    }

    var failure: ProcessPoolError? { state.withLock { $0.failure } }

    func statistics(jobs: ExecutorStatistics) -> ProcessPoolStatistics {
        state.withLock {
            ProcessPoolStatistics(
                jobs: jobs, workers: $0.alive.count, workersStarted: $0.started, workersLost: $0.lost)
        }
    }

    /// Runs jobs in a worker and holds the calling thread until they are done.
    /// - Parameter timeLimit: of each job; all of them together have so much time as often as there are jobs.
    /// - Throws: what a job threw; ``ProcessPoolError``; `EncodingError`.
    func run<Job: ProcessJob>(_ jobs: [Job], timeLimit: Duration?) throws -> [Job.Output] {
        if let failure { throw failure }
        let request = try JobRequest.frame(jobs)
        guard request.payloadSize <= settings.maximumMessageSize else {
            throw ProcessPoolError.messageTooLarge(
                executor: settings.name, bytes: request.payloadSize, limit: settings.maximumMessageSize)
        }
        let worker = try readyWorker()
        // A year stands for every longer time: no clock can add up the largest durations.
        let limit = timeLimit.map { min(max($0, .zero), .seconds(31_536_000)) * jobs.count }
        let reply: JobReply
        do {
            reply = try worker.exchange(request, deadline: limit.map { .now + $0 })
        } catch {
            throw end(worker, after: error, limit: limit)
        }
        worker.jobsRun += jobs.count
        giveBack(worker)
        return try reply.outputs(of: Job.self, count: jobs.count, settings)
    }

    // MARK: Threads

    func threadStarted() {
        state.withLock { $0.threads += 1 }
    }

    /// Ends a worker as well if it has nobody left to serve.
    func threadEnded() {
        let surplus = state.withLock { state -> WorkerProcess? in
            state.threads -= 1
            return state.hasSurplus && !state.idle.isEmpty ? state.idle.removeFirst() : nil
        }
        if let surplus { retire(surplus) }
    }

    // MARK: Workers

    private func readyWorker() throws -> WorkerProcess {
        while let worker = state.withLock({ $0.idle.popLast() }) {
            if worker.isReady { return worker }
            // It held no job, so nobody needs to know.
            remove(worker, isLost: true) { $0.kill() }
        }
        return try startWorker()
    }

    private func giveBack(_ worker: WorkerProcess) {
        let isSurplus = state.withLock { state in
            let isSurplus = worker.jobsRun >= settings.maximumJobsPerWorker || state.hasSurplus
            if !isSurplus { state.idle.append(worker) }
            return isSurplus
        }
        if isSurplus { retire(worker) }
    }

    private func retire(_ worker: WorkerProcess) {
        remove(worker, isLost: false) { $0.retire() }
    }

    /// Ends a worker that failed its jobs, and says what they failed of.
    func end(_ worker: WorkerProcess, after problem: FrameSocket.Problem, limit: Duration?) -> ProcessPoolError {
        switch problem {
        case .closed:
            return .workerDied(executor: settings.name, status: remove(worker, isLost: true) { $0.kill() })
        case .timedOut:
            remove(worker, isLost: true) { $0.kill(wholeGroup: true) }
            return .timedOut(executor: settings.name, limit: limit ?? .zero)
        case .malformed(let bytes):
            remove(worker, isLost: true) { $0.kill() }
            return .workerWroteRubbish(executor: settings.name, problem: bytes.description)
        }
    }

    // MARK: Accounts

    func add(_ worker: WorkerProcess) {
        state.withLock { $0.alive[ObjectIdentifier(worker.child)] = worker.child }
    }

    func countStarted(_ worker: WorkerProcess) {
        worker.hasStarted = true
        state.withLock { $0.started += 1 }
    }

    /// Ends a worker by `end`, after which it does not count as alive any more.
    @discardableResult
    func remove<Result>(_ worker: WorkerProcess, isLost: Bool, _ end: (WorkerProcess) -> Result) -> Result {
        let result = end(worker)
        state.withLock { state in
            state.alive[ObjectIdentifier(worker.child)] = nil
            if isLost && worker.hasStarted { state.lost += 1 }
        }
        return result
    }

    /// Lets no more job through.
    /// - Returns: why; the reason of the first call counts.
    func breakDown(_ error: ProcessPoolError) -> ProcessPoolError {
        state.withLock { state in
            let failure = state.failure ?? error
            state.failure = failure
            return failure
        }
    }

    /// Sends a signal to every worker that is alive.
    func send(signal: Int32) {
        for child in state.withLock({ Array($0.alive.values) }) { child.send(signal: signal) }
    }
}
