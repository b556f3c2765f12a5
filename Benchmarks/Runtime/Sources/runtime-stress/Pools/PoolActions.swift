import ExecutorFutures

/// What one task of a ``PoolRound`` does, one random thing after another.
struct PoolActions {
    var pool: ThreadPoolExecutor
    var tally: SharedTally
    var random: SeededGenerator
    private var futures: [Future<Int>] = []

    init(pool: ThreadPoolExecutor, tally: SharedTally, random: SeededGenerator) {
        self.pool = pool
        self.tally = tally
        self.random = random
    }

    mutating func run() async {
        for _ in 0..<Int.random(in: 20...60, using: &random) {
            switch Int.random(in: 0..<1_000, using: &random) {
            case 0..<450: submit()
            case 450..<550: await submitWhenRoom()
            case 550..<650: futures.randomElement(using: &random)?.cancel()
            case 650..<750: _ = await futures.randomElement(using: &random)?.result
            case 750..<800: await leaveEarly()
            case 800..<850: await timeOut()
            case 850..<900: watchForAWhile()
            case 900..<930: await map()
            case 930..<998: await Task.yield()
            default: pool.beginShutdown(cancelPending: Bool.random(using: &random))
            }
        }
        for future in futures { _ = await future.result }
    }

    // MARK: Jobs

    private mutating func submit() {
        keep(pool.submit(priority: priority(), job()))
    }

    private mutating func submitWhenRoom() async {
        let (pool, priority, job) = (pool, priority(), job())
        let task = Task { await pool.submitWhenRoom(priority: priority, job) }
        if Bool.random(using: &random) { task.cancel() }
        keep(await task.value)
    }

    private mutating func priority() -> JobPriority { JobPriority.allCases.randomElement(using: &random) ?? .normal }

    /// Counts itself, and takes no time, a little, or a time slice.
    private mutating func job() -> @Sendable () throws -> Int {
        let (length, fails) = (Int.random(in: 0..<200, using: &random), Int.random(in: 0..<10, using: &random) == 0)
        return { [tally] in
            var sum = 0
            for number in 0..<length * length { sum &+= number }
            tally.change { $0.ran += 1 }
            if fails { throw JobFailed() }
            return sum
        }
    }

    private mutating func keep(_ future: Future<Int>) {
        tally.follow(future)
        futures.append(future)
    }

    // MARK: Waiting

    private mutating func leaveEarly() async {
        guard let future = futures.randomElement(using: &random) else { return }
        let task = Task { await future.shielded().result }
        if Bool.random(using: &random) { await Task.yield() }
        task.cancel()
        _ = await task.value
    }

    private mutating func timeOut() async {
        guard let future = futures.randomElement(using: &random) else { return }
        let limit = Duration.microseconds(Int.random(in: 0..<300, using: &random))
        do {
            // On a thread of another pool, where synchronous code may wait.
            _ = try await Self.bystander.run { try future.wait(timeout: limit) }
        } catch is FutureWaitError {
            tally.change { $0.timedOut += 1 }
        } catch {}
    }

    private static let bystander = ThreadPoolExecutor(name: "bystander", maximumThreads: 8, idleTime: nil)

    private mutating func watchForAWhile() {
        guard let future = futures.randomElement(using: &random) else { return }
        let registrations = (0..<Int.random(in: 1...4, using: &random)).map { _ in future.whenComplete { _ in } }
        _ = future.map { $0 &+ 1 }
        for registration in registrations { registration.cancel() }
    }

    private mutating func map() async {
        let (pool, chunk) = (pool, Int.random(in: 1...5, using: &random))
        let task = Task { try await pool.map(0..<40, chunkSize: chunk) { $0 &* 3 } }
        if Bool.random(using: &random) {
            await Task.yield()
            task.cancel()
        }
        if let values = try? await task.value {
            precondition(values == (0..<40).map { $0 &* 3 }, "a map gave \(values)")
        }
    }
}
