@testable import ExecutorFutures

/// Workers without threads: each step of each worker happens when `run` chooses it, in an order that a seed repeats.
final class SteppedWorkers: PoolWorkers, @unchecked Sendable {
    // Unchecked because each test uses it on one thread.
    private var ready: [(worker: Int, arrival: PoolState.Arrival)] = []
    private var asleep: [Int] = []
    private var held: [Int] = []
    private var spareWakeUps = 0
    private var pool: WorkerPool?
    private var random: SeededGenerator
    private let mayStart: Int
    /// The most workers that held a job at one time.
    private(set) var mostAtWork = 0

    /// - Parameter mayStart: how many workers the "system" allows.
    init(seed: UInt64, mayStart: Int = .max) {
        random = SeededGenerator(seed: seed)
        self.mayStart = mayStart
    }

    func start(_ number: Int, for pool: WorkerPool) -> Int32 {
        guard number <= mayStart else { return 11 }
        self.pool = pool
        ready.append((number, .started))
        return 0
    }

    func wake(_ count: Int) {
        for _ in 0..<count {
            if asleep.isEmpty {
                spareWakeUps += 1
            } else {
                ready.append((asleep.removeFirst(), .slept(timedOut: false)))
            }
        }
    }

    /// Takes steps until every worker sleeps, holds a job or has left.
    func run() {
        while !ready.isEmpty {
            let index = Int.random(in: ready.indices, using: &random)
            let (worker, arrival) = ready.remove(at: index)
            step(worker, after: arrival)
        }
    }

    /// Ends the jobs that are held, as the passing of virtual time would.
    func releaseHeldJobs() {
        for worker in held { ready.append((worker, .ranJob(wouldLook: false))) }
        held = []
        run()
    }

    /// Lets the idle time of all sleeping workers pass.
    func passIdleTime() {
        for worker in asleep { ready.append((worker, .slept(timedOut: true))) }
        asleep = []
        run()
    }

    private func step(_ worker: Int, after arrival: PoolState.Arrival) {
        guard let pool else { return }
        switch pool.next(after: arrival) {
        case .run(let job, _):
            job.run(on: pool)
            if job is HeldJob { held.append(worker) } else { ready.append((worker, .ranJob(wouldLook: true))) }
            mostAtWork = max(mostAtWork, held.count)
        case .look: ready.append((worker, .looked))
        case .sleep where spareWakeUps > 0:
            spareWakeUps -= 1
            ready.append((worker, .slept(timedOut: false)))
        case .sleep: asleep.append(worker)
        case .leave: pool.workerEnded()
        }
    }
}

/// A job that keeps its worker until the workers are told otherwise, as a blocking call in a simulation does.
final class HeldJob: PoolJob, @unchecked Sendable {
    // Unchecked because each test uses it on one thread.
    let priority = JobPriority.normal
    var place = JobPlace.outside

    func begin() -> Bool { true }
    func run(on pool: WorkerPool) { pool.countCompleted() }
    func abandon(_ error: ExecutorError?) {}
    func wasAdmitted() {}
}
