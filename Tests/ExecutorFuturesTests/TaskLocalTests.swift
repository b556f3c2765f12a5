import Testing

@testable import ExecutorFutures

/// Task-local values on the way to a job.
@Suite struct TaskLocalTests {
    @TaskLocal static var request = 0

    @Test func runCarriesTheValuesOfItsCaller() async throws {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        for number in 1...5 {
            let seen = try await Self.$request.withValue(number) { try await pool.run { Self.request } }
            #expect(seen == number)
        }
        #expect(try await pool.submit { Self.request }.value == 0)
        await pool.shutdown()
    }

    @Test func anErrorPassesThrough() async {
        let pool = ThreadPoolExecutor(maximumThreads: 1)
        await #expect(throws: Failure(number: 5)) {
            try await Self.$request.withValue(5) { try await pool.run { throw Failure(number: Self.request) } }
        }
        await pool.shutdown()
    }

    @Test func aCarrierThatNeverRanReleasesWhatItCaptured() {
        final class Token: Sendable {}
        weak var token: Token?
        do {
            let captured = Token()
            token = captured
            _ = TaskLocalCarrier { withExtendedLifetime(captured) {} }
        }
        #expect(token == nil)
    }

    @Test func aJobOfRunMayWaitForAnotherPool() async throws {
        let outer = ThreadPoolExecutor(name: "outer", maximumThreads: 1)
        let inner = ThreadPoolExecutor(name: "inner", maximumThreads: 1)
        #expect(try await outer.run { try inner.submit { 3 }.wait() } == 3)
        await outer.shutdown()
        await inner.shutdown()
    }

    @Test func theTaskOfTheCallerIsStillCurrentAfterAJobInPlace() async throws {
        let executor = InlineExecutor()
        try await Self.$request.withValue(8) {
            let seen = try await executor.run { Self.request }
            #expect(seen == 8)
            #expect(Self.request == 8)
            #expect(withUnsafeCurrentTask { $0 != nil })
        }
    }
}
