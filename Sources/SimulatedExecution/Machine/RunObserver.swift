/// What a run shows while it goes on: stalls, use of thread pools, and things that should not be.
struct RunObserver: ~Copyable {
    /// A probe for each supply that serves jobs of others: the cooperative pool, the main thread, event loops.
    var probes = OwnedArray<StallProbe>()
    private(set) var pools: [PoolUse]
    private(set) var observations: [Observation] = []
    private(set) var finishedTasks = 0
    /// When the last task finished.
    private(set) var lastFinish: Int64 = 0
    private let readyWait: Int64
    /// The thread pool of each supply; -1 for others.
    private let poolOfSupply: [Int]
    private let probeOfSupply: [Int]

    init(_ program: Program, limits: RunLimits) {
        var probeOfSupply: [Int] = []
        for (index, supply) in program.supplies.enumerated() {
            switch supply.kind {
            case .cooperativePool, .main, .eventLoop:
                probeOfSupply.append(probes.count)
                probes.append(StallProbe(supply: index, period: limits.heartbeat))
            default: probeOfSupply.append(-1)
            }
        }
        self.probeOfSupply = probeOfSupply
        poolOfSupply = program.supplies.map { if case .threadPool(let pool) = $0.kind { pool } else { -1 } }
        pools = program.scenario.threadPools.map { _ in PoolUse() }
        readyWait = limits.readyWait.map(\.nanosecondsInRange) ?? .max
    }

    mutating func reset() {
        for index in probes.indices { probes[index].reset() }
        for index in pools.indices { pools[index] = PoolUse() }
        // An empty array would ask for memory; so elsewhere.
        if !observations.isEmpty { observations.removeAll(keepingCapacity: true) }
        finishedTasks = 0
        lastFinish = 0
    }

    /// In nanoseconds, of all probes.
    var longestStall: Int64 {
        var longest: Int64 = 0
        for index in probes.indices { longest = max(longest, probes[index].stalls.longest) }
        return longest
    }

    // MARK: Events

    mutating func taskBegan(_ task: Int, readySince: Int64, now: Int64, supply: Int) {
        if probeOfSupply[supply] >= 0 {
            probes[probeOfSupply[supply]].jobBegan(readySince: readySince, now: now)
        }
        let waited = now - readySince
        if waited > readyWait { note(.starvation, task, task, amount: waited) }
        if poolOfSupply[supply] >= 0 { pools[poolOfSupply[supply]].jobBegan(waited: waited) }
    }

    mutating func poolChanged(_ pool: Int, queued: Int, running: Int) {
        pools[pool].note(queued: queued, running: running)
    }

    mutating func taskFinished(at now: Int64) {
        finishedTasks += 1
        lastFinish = now
    }

    /// Remembers something that should not be, once for each subject.
    mutating func note(_ kind: Observation.Kind, _ subject: Int, _ task: Int, amount: Int64 = 0) {
        for known in observations where known.kind == kind && known.subject == subject { return }
        observations.append(Observation(kind: kind, subject: subject, task: task, amount: amount))
    }
}

/// Something that should not be, without text.
struct Observation {
    enum Kind: Equatable {
        case lostUpdate
        case starvation
        case priorityInversion
        /// The subject is the position of the message.
        case expectation
        case misuse(Misuse)
    }

    enum Misuse: Equatable { case releasedByOther, leftTooOften, waitedWithoutLock }

    var kind: Kind
    /// A resource, but where the kind says something else.
    var subject: Int
    var task: Int
    var amount: Int64
}

/// How a thread pool was used.
struct PoolUse {
    private(set) var jobs = 0
    private(set) var mostRunning = 0
    private(set) var mostQueued = 0
    private(set) var longestWait: Int64 = 0
    private(set) var totalWait: Int64 = 0

    mutating func jobBegan(waited: Int64) {
        jobs += 1
        longestWait = max(longestWait, waited)
        totalWait += waited
    }

    mutating func note(queued: Int, running: Int) {
        mostQueued = max(mostQueued, queued)
        mostRunning = max(mostRunning, running)
    }
}

extension Machine {
    /// Tells the probes what they see until `next`, while nothing changes.
    mutating func probeStalls(until next: Int64) {
        for index in observer.probes.indices {
            let supply = observer.probes[index].supply
            var isFree = supplies[supply].busy < supplies[supply].width
            if program.poolBorrowsFromDispatch, program.supplies[supply].kind == .cooperativePool,
                let shared = program.sharedSupply
            {
                isFree = isFree && supplies[shared].busy < supplies[shared].width
            }
            observer.probes[index].advance(from: now, to: next, isThreadFree: isFree)
        }
    }

    mutating func endObservation() {
        for index in observer.probes.indices { observer.probes[index].end(at: now) }
    }

    /// Notes when the main thread waits for a lock whose holder has no thread to go on.
    mutating func noteInversion(_ lock: Int, _ task: Int) {
        let owner = resources[lock].owner
        guard program.supplies[program.places[tasks[task].place].supply].kind == .main, owner >= 0,
            tasks[owner].thread < 0
        else { return }
        observer.note(.priorityInversion, lock, task)
    }
}
