/// The real threads of a pool.
final class WorkerThreads: PoolWorkers {
    private let name: String
    private let settings: Settings
    private let wakeUps = WakeUps()
    private let looking = LookingHabit()

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
                arrival = .ranJob(wouldLook: looking.wouldLook())
            case .look:
                _ = looking.look { pool.hasNews }
                arrival = .looked
            case .sleep: arrival = .slept(timedOut: !wakeUps.wait(atMost: settings.idleTime))
            case .leave: return
            }
        }
    }
}
