/// The real threads of a pool.
final class WorkerThreads: PoolWorkers {
    private let name: String
    private let settings: Settings
    private let wakeUps = WakeUps()
    let lookBeforeSleeping = onlineCoreCount() > 1

    struct Settings: Sendable {
        var stackSize: Int
        var idleTime: Duration?
        var onThreadStart: (@Sendable () throws -> Void)?
        var onThreadEnd: (@Sendable () -> Void)?
    }

    init(name: String, settings: Settings) {
        self.name = name
        self.settings = settings
    }

    func start(_ number: Int, for pool: WorkerPool) -> Int32 {
        ThreadStart(name: "\(name)-\(number)", stackSize: settings.stackSize) { self.serve(pool) }()
    }

    func wake(_ count: Int) {
        wakeUps.send(count)
    }

    /// The life of one thread.
    private func serve(_ pool: WorkerPool) {
        pool.owner.whileCurrent {
            do {
                try settings.onThreadStart?()
            } catch {
                let failure = ExecutorError.threadSetUpFailed(executor: pool.owner.name, error: error)
                return pool.workerFailed(failure, evenIfOthersServe: true)
            }
            runJobs(of: pool)
            settings.onThreadEnd?()
        }
        pool.workerEnded()
    }

    private func runJobs(of pool: WorkerPool) {
        var arrival = PoolState.Arrival.started
        while true {
            switch pool.next(after: arrival) {
            case .run(let job, _):
                withAutoreleasePool { job.run(on: pool) }
                arrival = .ranJob
            case .look:
                look(at: pool)
                arrival = .looked
            case .sleep: arrival = .slept(timedOut: !wakeUps.wait(atMost: settings.idleTime))
            case .leave: return
            }
        }
    }

    /// Waits for a job as long as a sleep and a wake-up would take.
    private func look(at pool: WorkerPool) {
        let end = ContinuousClock.now + .microseconds(10)
        while !pool.hasNews && ContinuousClock.now < end {}
    }
}

/// Wake-ups that threads wait for. One that nobody waits for yet is kept.
private final class WakeUps: Sendable {
    private let pending = ConditionLock(0)

    func send(_ count: Int) {
        guard count > 0 else { return }
        pending.withLock { $0 += count }
        if count == 1 { pending.signal() } else { pending.broadcast() }
    }

    /// Sleeps until there is a wake-up, and takes it.
    /// - Returns: `false` when `limit` passed before; `nil` sleeps as long as it takes.
    func wait(atMost limit: Duration?) -> Bool {
        pending.wait(sleepingAtMost: limit) { pending, timedOut in
            if pending > 0 {
                pending -= 1
                return true
            }
            return timedOut ? false : nil
        }
    }
}
