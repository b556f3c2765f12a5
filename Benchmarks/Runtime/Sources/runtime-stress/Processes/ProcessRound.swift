import ExecutorFutures

/// One process pool from its beginning to its end, whose workers are killed while jobs run.
struct ProcessRound: StressRound {
    static let name = "process pools"
    let seed: UInt64
    private let tasks: Int
    private let pool: ProcessPoolExecutor
    private let ledger: JobLedger
    private let tally = SharedTally()

    init(seed: UInt64, tasks: Int) throws {
        self.seed = seed
        self.tasks = tasks
        var random = SeededGenerator(seed: seed)
        ledger = try JobLedger()
        pool = ProcessPoolExecutor(
            name: Resources.name, maximumWorkers: Int.random(in: 1...3, using: &random),
            queue: [.unlimited, .atMost(3, whenFull: .suspend), .atMost(2, whenFull: .fail)]
                .randomElement(using: &random) ?? .unlimited,
            maximumJobsPerWorker: [nil, 10].randomElement(using: &random) ?? nil)
    }

    func run() async throws -> Tally {
        let killed = KilledWorkers()
        let jobs = await withTaskGroup(of: [SubmittedJob].self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var actions = ProcessActions(
                        pool: pool, ledger: ledger, killed: killed, firstNumber: task * 1_000, tally: tally,
                        random: generator(for: task))
                    return await actions.run()
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        await pool.shutdown()
        try await check(jobs, killed)
        return tally.value
    }

    private func check(_ jobs: [SubmittedJob], _ killed: KilledWorkers) async throws {
        try expectEveryEnd(tally.value)
        var lost: [JobLedger.Entry] = []
        for job in jobs {
            let entry = ledger.entry(job.number)
            let result = await job.future.result
            tally.change { $0.ran += Int(entry.begun) }
            try expect(entry.begun <= 1, "\(job) began \(entry.begun) times")
            try expect(agree(job, result, entry, killed), "\(job) has \(result), but its entry is \(entry)")
            if case .failure(ProcessPoolError.workerDied) = result, !job.killsItself { lost.append(entry) }
        }
        // A killed worker held one job at most, and it may have been killed before the job had made its entry.
        let known = lost.filter { $0.begun > 0 }.map(\.process)
        try expect(Set(known).count == known.count, "a killed worker lost several jobs: \(known)")
        try expect(lost.count <= killed.count, "\(lost.count) jobs lost by \(killed.count) kills")

        let counts = pool.statistics
        try expect(
            counts.jobs.queued + counts.jobs.running + counts.jobs.threads + counts.workers == 0,
            "something is left: \(counts)")
        try expect(!Resources.hasChildren, "a worker is left, or its zombie")
    }

    /// Whether the future says the same as the entry that the job made in its worker.
    private func agree(
        _ job: SubmittedJob, _ result: Result<Int, any Error>, _ entry: JobLedger.Entry, _ killed: KilledWorkers
    ) -> Bool {
        let ranToItsEnd = entry.begun == 1 && entry.ended == 1
        return switch result {
        case .success(let number): number == job.number && ranToItsEnd && !job.killsItself && !job.fails
        case .failure(is JobFailure): ranToItsEnd && job.fails
        case .failure(ProcessPoolError.timedOut): job.hasTimeLimit
        case .failure(ProcessPoolError.workerDied(_, .signalled(let signal))):
            signal == .kill && (job.killsItself || entry.begun == 0 || killed.contains(entry.process))
        // Cancelled or refused.
        case .failure(is CancellationError), .failure(is ExecutorError): entry.begun == 0
        case .failure: false
        }
    }
}

extension Signal {
    fileprivate static let kill = Signal(rawValue: 9)
}
