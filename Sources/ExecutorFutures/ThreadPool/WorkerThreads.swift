/// The real threads of a pool.
final class WorkerThreads: PoolWorkers {
    private let name: String
    private let settings: Settings
    private let wakeUps = WakeUps()

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
        var habit = LookingHabit()
        while true {
            switch pool.next(after: arrival) {
            case .run(let job, _):
                withAutoreleasePool { job.run(on: pool) }
                arrival = .ranJob(wouldLook: habit.wouldLook())
            case .look:
                habit.looked(andFound: look(at: pool))
                arrival = .looked
            case .sleep: arrival = .slept(timedOut: !wakeUps.wait(atMost: settings.idleTime))
            case .leave: return
            }
        }
    }

    /// Looks for a job for about as long as falling asleep and waking up would take.
    private func look(at pool: WorkerPool) -> Bool {
        let end = ContinuousClock.now + .microseconds(10)
        repeat {
            if pool.hasNews { return true }
        } while ContinuousClock.now < end
        return false
    }
}

/// When a thread looks for a job before it sleeps: always while that pays, and ever less often while it does not.
private struct LookingHabit {
    /// In a row.
    private var failures = 0
    private var chancesToSkip = 0
    private static let pays = onlineCoreCount() > 1

    mutating func wouldLook() -> Bool {
        guard chancesToSkip == 0 else {
            chancesToSkip -= 1
            return false
        }
        return Self.pays
    }

    mutating func looked(andFound found: Bool) {
        failures = found ? 0 : min(failures + 1, 6)
        chancesToSkip = (1 << failures) - 1
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
