import ExecutorFutures

/// One pool from its beginning to its end, under tasks that do anything to it.
struct PoolRound: StressRound {
    static let name = "thread pools"
    let seed: UInt64
    private let tasks: Int
    private let pool: ThreadPoolExecutor
    private let tally = SharedTally()

    init(seed: UInt64, tasks: Int) {
        self.seed = seed
        self.tasks = tasks
        var random = SeededGenerator(seed: seed)
        let policies: [QueueLimit] = [
            .unlimited, .atMost(3, whenFull: .suspend), .atMost(2, whenFull: .fail), .atMost(2, whenFull: .runInPlace),
        ]
        pool = ThreadPoolExecutor(
            name: Resources.name, maximumThreads: Int.random(in: 1...6, using: &random),
            idleTime: [nil, .zero, .microseconds(100)].randomElement(using: &random) ?? nil,
            queue: policies.randomElement(using: &random) ?? .unlimited)
    }

    func run() async throws -> Tally {
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var actions = PoolActions(pool: pool, tally: tally, random: generator(for: task))
                    await actions.run()
                }
            }
        }
        var random = SeededGenerator(seed: ~seed)
        await pool.shutdown(cancelPending: Bool.random(using: &random))
        try check()
        return tally.value
    }

    private func check() throws {
        let told = tally.value
        let counts = pool.statistics
        try expectEveryEnd(told)
        try expect(told.ran == told.finished, "\(told.ran) jobs ran, but \(told.finished) futures have their results")
        try expect(
            counts.queued + counts.waitingForRoom + counts.running + counts.threads == 0, "something is left: \(counts)"
        )
    }
}
