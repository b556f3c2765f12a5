/// The decisions of a thread pool as a plain value: what is queued, who takes it, when a thread starts or ends.
///
/// It knows no threads, no locks and no clock: the caller holds the lock, and does what a transition hands back after
/// releasing it. So the same decisions serve real threads and simulated ones; both are called threads here.
///
/// ## Waking threads
/// At most one thread is on its way to the queue at a time. Whoever adds a job sends one if none is on its way, and
/// every thread that takes a job sends the next one if more are queued. A burst of tiny jobs is so done by the few
/// threads that are fast enough to get to it, and costs its submitter one wake-up; jobs that block get one thread after
/// another, each a thread start apart.
/// A thread that finds nothing to do may stay on its way for a moment before it sleeps; see ``Next/look``.
package struct PoolState {
    private let maximumThreads: Int
    private let queueLimit: Int?

    private var phase = Phase.open
    private var queue = JobQueue<any PoolJob>()
    private var waiting = JobQueue<any PoolJob>()
    /// Entries of `queue` and `waiting` that were cancelled and counted, and still lie there.
    private var deadEntries = 0
    private var counts = ExecutorStatistics()
    /// Jobs that a thread took, or their submitter's.
    private var started = 0

    /// Threads that come to the queue; `counts.threads` also has those that are on their way out.
    private var serving = 0
    private var sleeping = 0
    /// Threads that were woken or started, or look for work, and have not come to the queue yet. Zero or one, but for
    /// threads that wake by themselves.
    private var onTheirWay = 0
    private var endIsAnnounced = false

    private enum Phase {
        case open
        /// Accepted jobs are still run.
        case draining
        /// Accepted jobs were cancelled or failed.
        case discarding
    }

    /// - Parameters:
    ///   - maximumThreads: at least 1.
    ///   - queueLimit: how many jobs may be queued, at least 1; `nil` for no limit.
    package init(maximumThreads: Int, queueLimit: Int?) {
        self.maximumThreads = maximumThreads
        self.queueLimit = queueLimit
    }

    /// Jobs that have run to their end. They are counted outside the pool's lock, so this is to be set before
    /// `statistics` and `announceEnd` are asked.
    package var completed = 0

    package var statistics: ExecutorStatistics {
        var all = counts
        all.completed = completed
        all.running = started - completed
        return all
    }

    var sleepingThreads: Int { sleeping }
    /// The priority of the job that is to start next.
    var highestPriority: JobPriority? { queue.highestPriority }
    var isAccepting: Bool { phase == .open }
    private var hasRoom: Bool { queueLimit.map { counts.queued < $0 } ?? true }

    // MARK: Jobs

    /// Who offers a job, which decides what a full queue and a shutdown mean for it.
    package enum Offer {
        /// Refused when the queue is full.
        case now
        /// Waits for room.
        case whenRoom
        /// The next piece of work that was accepted before: waits for room, and is taken while the pool drains.
        case continuation
    }

    package enum Answer {
        case queued
        case waitingForRoom
        case queueFull
        case shutDown
        /// It was cancelled before it came here.
        case cancelled
    }

    package mutating func add(_ job: any PoolJob, _ offer: Offer) -> Answer {
        if job.place == .cancelled { return .cancelled }
        let goesOn = phase == .draining && offer == .continuation && !endIsAnnounced
        guard phase == .open || goesOn else { return .shutDown }
        if hasRoom && waiting.isEmpty {
            enqueue(job)
            return .queued
        }
        guard offer != .now else { return .queueFull }
        job.place = .waitingForRoom
        waiting.append(job, priority: job.priority)
        counts.waitingForRoom += 1
        return .waitingForRoom
    }

    private mutating func enqueue(_ job: any PoolJob) {
        job.place = .queued
        queue.append(job, priority: job.priority)
        counts.queued += 1
    }

    /// Counts a job that runs on the thread of its submitter.
    mutating func startInPlace() {
        started += 1
    }

    /// What follows from a cancellation.
    struct Cancellation {
        /// The cancelled job waited for room, and its submitter does not know yet that it need not.
        var wasWaitingForRoom: Bool
        /// The job to be told that it is queued now.
        var admitted: (any PoolJob)?
        /// Dead entries, handed out so that they are released outside the lock.
        var dead: [any PoolJob]
    }

    /// Counts a job that was cancelled, and makes it a dead entry.
    mutating func cancelled(_ job: any PoolJob) -> Cancellation {
        let place = job.place
        job.place = .cancelled
        switch place {
        case .waitingForRoom:
            counts.waitingForRoom -= 1
            deadEntries += 1
        case .queued:
            counts.queued -= 1
            deadEntries += 1
        // A thread met it in the queue a moment ago and passed on; it had been queued until now.
        case .dropped: counts.queued -= 1
        // Not accepted yet, or counted as completed and not offered again.
        case .outside, .begun, .cancelled: return Cancellation(wasWaitingForRoom: false, admitted: nil, dead: [])
        }
        counts.cancelled += 1
        return Cancellation(wasWaitingForRoom: place == .waitingForRoom, admitted: admit(), dead: sweep())
    }

    /// Takes the dead entries out when they are the larger part, so that cancelling costs O(1), amortised.
    private mutating func sweep() -> [any PoolJob] {
        guard deadEntries > 32, deadEntries > (queue.count + waiting.count) / 2 else { return [] }
        deadEntries = 0
        return queue.remove { $0.place == .cancelled } + waiting.remove { $0.place == .cancelled }
    }

    /// Moves one job from behind the queue into it if there is room now.
    private mutating func admit() -> (any PoolJob)? {
        guard hasRoom else { return nil }
        while let job = waiting.popFirst() {
            if job.place == .cancelled {
                deadEntries = max(deadEntries - 1, 0)
                continue
            }
            counts.waitingForRoom -= 1
            enqueue(job)
            return job
        }
        return nil
    }

    private mutating func take() -> (any PoolJob)? {
        while let job = queue.popFirst() {
            guard job.begin() else {
                skip(job)
                continue
            }
            job.place = .begun
            counts.queued -= 1
            started += 1
            return job
        }
        return nil
    }

    private mutating func skip(_ job: any PoolJob) {
        if job.place == .cancelled {
            deadEntries = max(deadEntries - 1, 0)
        } else {
            // It was cancelled just now, and stays counted as queued until `cancelled` is called.
            job.place = .dropped
        }
    }

    // MARK: Threads

    package enum Wake {
        case nobody
        /// Wake one sleeping thread.
        case sleeper
        /// Start a thread.
        case newThread
    }

    /// Whether a job that is added now would send for a thread.
    var canWake: Bool { onTheirWay == 0 && (sleeping > 0 || serving < maximumThreads) }

    /// Whether another thread should come to the queue. To be asked after every call.
    package mutating func wake() -> Wake {
        guard !queue.isEmpty, onTheirWay == 0 else { return .nobody }
        if sleeping > 0 {
            onTheirWay += 1
            return .sleeper
        }
        guard serving < maximumThreads else { return .nobody }
        serving += 1
        counts.threads += 1
        onTheirWay += 1
        return .newThread
    }

    /// What a thread had done before it came to the queue.
    package enum Arrival {
        case started
        /// - wouldLook: whether it would rather `look` than sleep, if there is nothing to do.
        case ranJob(wouldLook: Bool)
        case looked
        case slept(timedOut: Bool)
    }

    package enum Next {
        /// Run the job, and tell `admitted` that it is queued.
        case run(any PoolJob, admitted: (any PoolJob)?)
        /// Look for some microseconds whether a job comes, then come again. The thread counts as on its way meanwhile, so
        /// that a job is submitted without a wake-up, which costs more. One thread at a time is told to.
        case look
        case sleep
        case leave
    }

    /// What a thread that comes to the queue is to do. To be followed by `wake`, since it may leave jobs behind.
    package mutating func next(after arrival: Arrival) -> Next {
        switch arrival {
        case .ranJob: break
        case .started, .looked: onTheirWay = max(onTheirWay - 1, 0)
        case .slept:
            sleeping -= 1
            // A thread that woke by itself takes the place of the one that was sent for; that one finds the rest.
            onTheirWay = max(onTheirWay - 1, 0)
        }
        if let job = take() { return .run(job, admitted: admit()) }
        let isOver = phase != .open && counts.waitingForRoom == 0
        let wasIdle = if case .slept(timedOut: true) = arrival { true } else { false }
        if isOver || wasIdle {
            serving -= 1
            return .leave
        }
        if case .ranJob(wouldLook: true) = arrival, onTheirWay == 0 {
            onTheirWay += 1
            return .look
        }
        sleeping += 1
        return .sleep
    }

    /// Counts a thread that has ended; it was told to leave before.
    mutating func threadEnded() {
        counts.threads -= 1
    }

    /// Takes back a thread that was asked for and never comes to the queue; it still counts until `threadEnded`.
    /// - Returns: whether no other thread serves the queue, so that its jobs would wait for ever.
    mutating func threadFailed() -> Bool {
        serving -= 1
        onTheirWay = max(onTheirWay - 1, 0)
        return serving == 0
    }

    // MARK: The end

    /// Takes no more jobs, and goes on with the accepted ones. Every sleeping thread is to be woken.
    mutating func drain() {
        if phase == .open { phase = .draining }
    }

    /// Takes no more jobs. Every sleeping thread is to be woken.
    /// - Returns: the accepted jobs that have not begun; each is to be cancelled and still counts until then.
    mutating func discard() -> [any PoolJob] {
        phase = .discarding
        deadEntries = 0
        let alive = { (job: any PoolJob) in if job.place == .cancelled { false } else { true } }
        let queued = queue.removeAll().filter(alive)
        for job in queued { job.place = .dropped }
        let late = waiting.removeAll().filter(alive)
        return queued + late
    }

    /// `true` once: when the pool was shut down, all jobs have ended and all threads have left.
    mutating func announceEnd() -> Bool {
        guard phase != .open, !endIsAnnounced, counts.threads == 0, started == completed, counts.queued == 0,
            counts.waitingForRoom == 0
        else { return false }
        endIsAnnounced = true
        return true
    }
}
