import Synchronization

/// The queue of a pool and the locks around its decisions; ``PoolWorkers`` are the threads that serve it.
///
/// Each worker holds a reference to it, so it lives until the last one has ended, also when its executor is gone.
/// Everything that may run code of the user's happens outside the locks.
///
/// ## Two locks
/// A submitted job goes to an intake with a lock of its own, and moves on to the queue when a worker finds that empty, or
/// sees that the job goes first. So a burst of jobs and the workers that run it seldom meet at a lock.
/// The submitter comes to the state's lock only if the intake says that a worker is to be sent for.
@usableFromInline
package final class WorkerPool: Sendable {
    let owner: ThreadOwner
    private let queueLimit: Int?
    private let workers: any PoolWorkers
    private let intake: LockedValue<JobIntake>
    /// The intake's highest priority, to be seen without its lock.
    private let highestInIntake = Atomic(-1)
    private let state: LockedValue<Guarded>
    private let completed = Atomic(0)
    let ended: EndOfPool
    /// Whether those who await a job look for its end before they suspend.
    let awaiting = LookingHabit()

    private struct Guarded {
        var pool: PoolState
        /// Why the pool runs no more jobs, if it was not shut down.
        var failure: ExecutorError?
        var workersStarted = 0
        /// What the intake was told last.
        var intakeCallsWorker: Bool
        /// Room for the jobs that move from the intake to the queue; empty in between.
        var moving: [any PoolJob] = []
    }

    /// - Parameters:
    ///   - maximumThreads: at least 1.
    ///   - queueLimit: how many jobs may be queued, at least 1; `nil` for no limit.
    init(name: String, maximumThreads: Int, queueLimit: Int?, workers: any PoolWorkers) {
        owner = ThreadOwner(name: name, kind: .executor)
        ended = EndOfPool(owner)
        self.queueLimit = queueLimit
        self.workers = workers
        let usesIntake = queueLimit == nil
        intake = LockedValue(JobIntake(isOpen: usesIntake, callsWorker: usesIntake))
        let pool = PoolState(maximumThreads: maximumThreads, queueLimit: queueLimit)
        state = LockedValue(Guarded(pool: pool, intakeCallsWorker: usesIntake))
    }

    var statistics: ExecutorStatistics {
        decide { guarded in
            guarded.pool.completed = completed.load(ordering: .acquiring)
            return guarded.pool.statistics
        }
    }

    var isAccepting: Bool { state.withLock { $0.pool.isAccepting } }

    // MARK: Deciding

    /// Changes the state under its lock, and does what follows from it.
    /// - Parameters:
    ///   - leavesIntake: leaves jobs in the intake as long as the queue has others that go first.
    ///   - sendsWorker: `false` where a worker is lost, since the next one might be lost in the same way, for ever.
    private func decide<Result>(
        leavesIntake: Bool = false, sendsWorker: Bool = true, _ change: (inout Guarded) -> Result
    ) -> Result {
        let (result, wake, isOver) = state.withLock { guarded -> (Result, PoolState.Wake, Bool) in
            let known = leavesIntake ? guarded.pool.highestPriority?.rawValue ?? -1 : -1
            if highestInIntake.load(ordering: .acquiring) > known { takeIntake(&guarded) }
            let result = change(&guarded)
            let wake = sendsWorker ? decideWake(&guarded) : .nobody
            guard !guarded.pool.isAccepting else { return (result, wake, false) }
            guarded.pool.completed = completed.load(ordering: .acquiring)
            return (result, wake, guarded.pool.announceEnd())
        }
        perform(wake)
        if isOver { ended.settle(.finished(.success(()))) }
        return result
    }

    /// Moves the jobs of the intake to the queue.
    private func takeIntake(_ guarded: inout Guarded, thenClose: Bool = false) {
        intake.withLock { intake in
            swap(&intake.jobs, &guarded.moving)
            intake.highestPriority = -1
            highestInIntake.store(-1, ordering: .relaxed)
            if thenClose { intake.isOpen = false }
        }
        for job in guarded.moving { _ = guarded.pool.add(job, .now) }
        guarded.moving.removeAll(keepingCapacity: true)
    }

    /// Decides whether a worker is to come, and tells the intake whether its next job is to send for one.
    private func decideWake(_ guarded: inout Guarded) -> PoolState.Wake {
        let wake = guarded.pool.wake()
        let calls = queueLimit == nil && guarded.pool.canWake
        guard calls != guarded.intakeCallsWorker else { return wake }
        guarded.intakeCallsWorker = calls
        let missesJobs = intake.withLock { intake in
            intake.callsWorker = calls
            return calls && !intake.jobs.isEmpty
        }
        guard missesJobs else { return wake }
        // Their submitters were told that no worker is to be sent for, a moment before one was.
        takeIntake(&guarded)
        return guarded.pool.wake()
    }

    private func perform(_ wake: PoolState.Wake) {
        switch wake {
        case .nobody: break
        case .sleeper: workers.wake(1)
        case .newThread: startWorker()
        }
    }

    // MARK: Jobs

    /// What became of an offered job.
    enum Answer {
        case queued
        case waitingForRoom
        /// Cancelled before it was offered; whoever cancelled it does the rest.
        case cancelled
        case refused(ExecutorError)
    }

    /// Offers a job that nobody else knows yet, and that cannot wait for room.
    func submit(_ job: any PoolJob) -> Answer {
        let (isTaken, callsWorker) = intake.withLock { intake in
            guard intake.isOpen else { return (false, false) }
            intake.jobs.append(job)
            if job.priority.rawValue > intake.highestPriority {
                intake.highestPriority = job.priority.rawValue
                highestInIntake.store(intake.highestPriority, ordering: .releasing)
            }
            return (true, intake.callsWorker)
        }
        guard isTaken else { return add(job, .now) }
        if callsWorker { decide { _ in } }
        return .queued
    }

    func add(_ job: any PoolJob, _ offer: PoolState.Offer) -> Answer {
        let (answer, failure) = decide { guarded in (guarded.pool.add(job, offer), guarded.failure) }
        switch answer {
        case .queued: return .queued
        case .waitingForRoom: return .waitingForRoom
        case .cancelled: return .cancelled
        case .shutDown: return .refused(failure ?? .shutDown(executor: owner.name))
        case .queueFull: return .refused(.queueFull(executor: owner.name, limit: queueLimit ?? .max))
        }
    }

    /// Runs a job on the calling thread, unless the pool was shut down.
    func runInPlace(_ job: any PoolJob) -> ExecutorError? {
        let refusal = decide { guarded -> ExecutorError? in
            guard guarded.pool.isAccepting else { return guarded.failure ?? .shutDown(executor: owner.name) }
            guarded.pool.startInPlace()
            return nil
        }
        guard refusal == nil else { return refusal }
        // Nobody else knows the job yet, so it always begins.
        if job.begin() { owner.whileCurrent { job.run(on: self) } }
        // It may have been what a shutdown waited for.
        decide { _ in }
        return nil
    }

    /// Counts a job that has run.
    package func countCompleted() {
        completed.add(1, ordering: .releasing)
    }

    /// Counts a job that was cancelled, and gives its place to another.
    /// - Returns: whether the job waited for room, so that its submitter has to be told that it need not.
    package func countCancelled(_ job: any PoolJob) -> Bool {
        let (effect, sleepers) = decide { guarded in
            let effect = guarded.pool.cancelled(job)
            // A worker may have stayed only for this job.
            return (effect, guarded.pool.isAccepting ? 0 : guarded.pool.sleepingThreads)
        }
        effect.admitted?.wasAdmitted()
        workers.wake(sleepers)
        return effect.wasWaitingForRoom
    }

    // MARK: The end

    /// Takes no more jobs.
    func close(cancelPending: Bool) {
        for job in stop(discard: cancelPending) { job.abandon(nil) }
    }

    /// Takes no more jobs because it cannot run any.
    private func fail(_ error: ExecutorError) {
        for job in stop(discard: true, because: error) { job.abandon(error) }
    }

    private func stop(discard: Bool, because error: ExecutorError? = nil) -> [any PoolJob] {
        let (pending, sleepers) = decide { guarded in
            takeIntake(&guarded, thenClose: true)
            if guarded.failure == nil { guarded.failure = error }
            guarded.pool.drain()
            return (discard ? guarded.pool.discard() : [], guarded.pool.sleepingThreads)
        }
        workers.wake(sleepers)
        return pending
    }

    // MARK: Workers

    private func startWorker() {
        let number = state.withLock { guarded in
            guarded.workersStarted += 1
            return guarded.workersStarted
        }
        let code = workers.start(number, for: self)
        guard code != 0 else { return }
        workerFailed(.cannotStartThread(executor: owner.name, code: code), evenIfOthersServe: false)
        workerEnded()
    }

    /// What a worker is to do after what it has done.
    package func next(after arrival: PoolState.Arrival) -> PoolState.Next {
        let next = decide(leavesIntake: true) { $0.pool.next(after: arrival) }
        if case .run(_, let admitted?) = next { admitted.wasAdmitted() }
        return next
    }

    /// Whether a worker that looks would find a job.
    var hasNews: Bool { highestInIntake.load(ordering: .relaxed) >= 0 }

    /// Counts a worker that has started, or should have, and cannot work. Its end is still to be told.
    /// - Parameter evenIfOthersServe: closes the pool although there are other workers.
    package func workerFailed(_ error: ExecutorError, evenIfOthersServe: Bool) {
        let isAlone = decide(sendsWorker: false) { $0.pool.threadFailed() }
        if isAlone || evenIfOthersServe { fail(error) }
    }

    package func workerEnded() {
        decide(sendsWorker: false) { $0.pool.threadEnded() }
    }
}
