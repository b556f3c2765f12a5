/// A thread pool that is measured.
protocol PoolSubject: Sendable {
    /// Runs one job that returns its argument; suspends until the result is there.
    func roundTrip(_ number: Int) async throws -> Int

    /// Submits so many jobs at once, then collects the results; returns their sum.
    func batch(_ count: Int) async throws -> Int
}
