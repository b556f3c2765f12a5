import ExecutorFutures

/// `ThreadPoolExecutor`, with a future for each job.
struct OurPool: PoolSubject {
    private let pool: ThreadPoolExecutor

    init(workers: Int) { pool = ThreadPoolExecutor(maximumThreads: workers) }

    func roundTrip(_ number: Int) async throws -> Int {
        try await pool.submit { number }.value
    }

    func batch(_ count: Int) async throws -> Int {
        let futures = (0..<count).map { number in pool.submit { number } }
        var sum = 0
        for future in futures { sum += try await future.value }
        return sum
    }

    func shutDown() async { await pool.shutdown() }
}
