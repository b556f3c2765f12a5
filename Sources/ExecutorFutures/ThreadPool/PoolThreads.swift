/// The real threads that carry out the decisions of a ``PoolState``.
///
/// Each thread holds a reference to it, so it lives until the last one has ended, also when its executor is gone.
/// Everything that may run code of the user's happens outside the lock.
final class PoolThreads: Sendable {
    let identity: WorkerIdentity
    private let settings: Settings
    private let guarded: ConditionLock<Guarded>
    /// Done when the pool was shut down, all jobs have ended and all threads have left.
    let ended = Future<Void>()

    struct Settings: Sendable {
        var maximumThreads: Int
        var stackSize: Int
        var idleTime: Duration?
        var queueLimit: Int?
        var onThreadStart: (@Sendable () throws -> Void)?
        var onThreadEnd: (@Sendable () -> Void)?
    }

    private struct Guarded {
        var pool: PoolState<PoolJob>
        /// Why the pool runs no more jobs, if it was not shut down.
        var failure: ExecutorError?
        var threadsStarted = 0
    }

    init(name: String, settings: Settings) {
        identity = WorkerIdentity(name: name)
        self.settings = settings
        guarded = ConditionLock(
            Guarded(pool: PoolState(maximumThreads: settings.maximumThreads, queueLimit: settings.queueLimit)))
    }

    var statistics: ExecutorStatistics { guarded.withLock { $0.pool.statistics } }
    var isAccepting: Bool { guarded.withLock { $0.pool.isAccepting } }

    // MARK: Jobs

    /// What became of an offered job.
    enum Answer {
        case queued
        case waitingForRoom
        /// Cancelled before it was offered; whoever cancelled it does the rest.
        case cancelled
        case refused(ExecutorError)
    }

    func add(_ job: PoolJob, _ offer: PoolState<PoolJob>.Offer) -> Answer {
        let (answer, wake, failure) = guarded.withLock { guarded in
            (guarded.pool.add(job, offer), guarded.pool.wake(), guarded.failure)
        }
        perform(wake)
        switch answer {
        case .queued: return .queued
        case .waitingForRoom: return .waitingForRoom
        case .cancelled: return .cancelled
        case .shutDown: return .refused(failure ?? .shutDown(executor: identity.name))
        case .queueFull:
            return .refused(.queueFull(executor: identity.name, limit: settings.queueLimit ?? .max))
        }
    }

    /// Runs a job on the calling thread, unless the pool was shut down.
    func runInPlace(_ job: PoolJob) -> ExecutorError? {
        let refusal = guarded.withLock { guarded -> ExecutorError? in
            guard guarded.pool.isAccepting else { return guarded.failure ?? .shutDown(executor: identity.name) }
            guarded.pool.startInPlace()
            return nil
        }
        guard refusal == nil else { return refusal }
        // Nobody else knows the job yet, so it always begins.
        if job.begin() { identity.whileCurrent { job.run(on: self) } }
        return nil
    }

    /// Counts a job that has run; the last one in place may be what a shutdown waits for.
    func finish(_ job: PoolJob) {
        let isOver = guarded.withLock { guarded in
            guarded.pool.finish(job)
            return guarded.pool.announceEnd()
        }
        if isOver { ended.end(.finished(.success(()))) }
    }

    /// Counts a job that was cancelled, and gives its place to another.
    /// - Returns: whether the job waited for room, so that its submitter has to be told that it need not.
    func countCancelled(_ job: PoolJob) -> Bool {
        let (effect, wake, isAccepting, isOver) = guarded.withLock { guarded in
            let effect = guarded.pool.cancelled(job)
            return (effect, guarded.pool.wake(), guarded.pool.isAccepting, guarded.pool.announceEnd())
        }
        perform(wake)
        effect.admitted?.wasAdmitted()
        // A thread may have stayed only for this job.
        if !isAccepting { guarded.broadcast() }
        if isOver { ended.end(.finished(.success(()))) }
        return effect.wasWaitingForRoom
    }

    // MARK: The end

    func close(cancelPending: Bool) {
        let (pending, isOver) = guarded.withLock { guarded -> ([PoolJob], Bool) in
            guarded.pool.drain()
            return (cancelPending ? guarded.pool.discard() : [], guarded.pool.announceEnd())
        }
        guarded.broadcast()
        for job in pending { job.abandon(nil) }
        if isOver { ended.end(.finished(.success(()))) }
    }

    /// Closes the pool because it cannot run jobs.
    private func fail(_ error: ExecutorError) {
        let pending = guarded.withLock { guarded in
            if guarded.failure == nil { guarded.failure = error }
            return guarded.pool.discard()
        }
        guarded.broadcast()
        for job in pending { job.abandon(error) }
    }

    // MARK: Threads

    private func perform(_ wake: PoolState<PoolJob>.Wake) {
        switch wake {
        case .nobody: break
        case .sleeper: guarded.signal()
        case .newThread: startThread()
        }
    }

    private func startThread() {
        let number = guarded.withLock { guarded in
            guarded.threadsStarted += 1
            return guarded.threadsStarted
        }
        let start = ThreadStart(name: "\(identity.name)-\(number)", stackSize: settings.stackSize) { self.serve() }
        let code = start()
        guard code != 0 else { return }
        // Fewer threads than hoped for are enough. None would leave the jobs waiting for ever.
        if guarded.withLock({ $0.pool.threadFailed() }) {
            fail(.cannotStartThread(executor: identity.name, code: code))
        }
        countEndedThread()
    }

    /// The life of one thread.
    private func serve() {
        identity.whileCurrent {
            do {
                try settings.onThreadStart?()
            } catch {
                _ = guarded.withLock { $0.pool.threadFailed() }
                return fail(.threadSetUpFailed(executor: identity.name, error: error))
            }
            runJobs()
            settings.onThreadEnd?()
        }
        countEndedThread()
    }

    private func runJobs() {
        var arrival = PoolState<PoolJob>.Arrival.started
        while case .run(let job, let admitted, let wake) = nextStep(after: arrival) {
            perform(wake)
            admitted?.wasAdmitted()
            withAutoreleasePool { job.run(on: self) }
            arrival = .ranJob
        }
    }

    /// Sleeps until there is something to do; never returns `.sleep`.
    private func nextStep(after arrival: PoolState<PoolJob>.Arrival) -> PoolState<PoolJob>.Next {
        var isFirstLook = true
        return guarded.wait(sleepingAtMost: settings.idleTime) { guarded, timedOut in
            let next = guarded.pool.next(after: isFirstLook ? arrival : .slept(timedOut: timedOut))
            isFirstLook = false
            if case .sleep = next { return nil }
            return next
        }
    }

    private func countEndedThread() {
        let isOver = guarded.withLock { guarded in
            guarded.pool.threadEnded()
            return guarded.pool.announceEnd()
        }
        if isOver { ended.end(.finished(.success(()))) }
    }
}
