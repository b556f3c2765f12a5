import ExecutorFutures

/// What one task of a ``ProcessRound`` does, one random thing after another.
struct ProcessActions {
    let pool: ProcessPoolExecutor
    let ledger: JobLedger
    let killed: KilledWorkers
    let firstNumber: Int
    let tally: SharedTally
    var random: SeededGenerator
    private var jobs: [SubmittedJob] = []

    init(
        pool: ProcessPoolExecutor, ledger: JobLedger, killed: KilledWorkers, firstNumber: Int, tally: SharedTally,
        random: SeededGenerator
    ) {
        self.pool = pool
        self.ledger = ledger
        self.killed = killed
        self.firstNumber = firstNumber
        self.tally = tally
        self.random = random
    }

    /// - Returns: the jobs, whose futures have ended.
    mutating func run() async -> [SubmittedJob] {
        for _ in 0..<Int.random(in: 10...30, using: &random) {
            switch Int.random(in: 0..<1_000, using: &random) {
            case 0..<500: await submit()
            case 500..<600: jobs.randomElement(using: &random)?.future.cancel()
            case 600..<750: _ = await jobs.randomElement(using: &random)?.future.result
            case 750..<850: await timeOut()
            case 850..<995: killWorker()
            default: await pool.shutdown(cancelPending: Bool.random(using: &random))
            }
        }
        for job in jobs { _ = await job.future.result }
        return jobs
    }

    private mutating func submit() async {
        var job = NapJob(
            ledger: ledger.path, number: firstNumber + jobs.count,
            microseconds: UInt32.random(in: 0...2_000, using: &random))
        var timeLimit: Duration?
        switch Int.random(in: 0..<20, using: &random) {
        case 0: job.killsItself = true
        case 1: job.fails = true
        case 2:
            job.microseconds *= 10
            timeLimit = .milliseconds(5)
        default: break
        }
        let future =
            Bool.random(using: &random)
            ? pool.submit(job, timeLimit: timeLimit) : await pool.submitWhenRoom(job, timeLimit: timeLimit)
        tally.follow(future)
        jobs.append(
            SubmittedJob(
                number: job.number, fails: job.fails, killsItself: job.killsItself, hasTimeLimit: timeLimit != nil,
                future: future))
    }

    private mutating func timeOut() async {
        guard let job = jobs.randomElement(using: &random) else { return }
        do {
            _ = try await job.future.value(timeout: .microseconds(Int.random(in: 0..<3_000, using: &random)))
        } catch is DeadlineExceeded {
            tally.change { $0.timedOut += 1 }
        } catch {}
    }

    /// Kills a worker that, a moment ago, ran a job of this task.
    private mutating func killWorker() {
        let running = jobs.map { ledger.entry($0.number) }.filter { $0.begun == 1 && $0.ended == 0 }
        if let entry = running.randomElement(using: &random) { killed.end(entry.process) }
    }
}

/// A job and what is expected of it.
struct SubmittedJob: Sendable, CustomStringConvertible {
    var number: Int
    var fails: Bool
    var killsItself: Bool
    var hasTimeLimit: Bool
    var future: Future<Int>

    var description: String {
        "job \(number)" + (fails ? ", which fails," : "") + (killsItself ? ", which kills its worker," : "")
            + (hasTimeLimit ? ", which has a time limit," : "")
    }
}
