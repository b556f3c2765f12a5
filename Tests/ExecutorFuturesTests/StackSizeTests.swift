import Testing

@testable import ExecutorFutures

/// Threads with a stack as deep as their work needs.
@Suite struct StackSizeTests {
    /// Uses at least 512 bytes of stack per level, and cannot be turned into a loop.
    @inline(never)
    private static func descend(_ levels: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 16) { bytes in
            bytes[levels & 511] = 1
            return levels == 0 ? 0 : descend(levels - 1) + Int(bytes[levels & 511])
        }
    }

    @Test func aDeepRecursionFitsIntoALargeStack() async throws {
        // 50 MB at the least, where the usual 8 MiB overflow.
        let depth = try await withThreadPool(stackSize: 256 << 20) { pool in
            try await pool.run { Self.descend(100_000) }
        }
        #expect(depth == 100_000)
    }

    @Test func aStackTooSmallForTheSystemIsRoundedUp() async throws {
        let value = try await withThreadPool(stackSize: 1) { pool in try await pool.run { 5 } }
        #expect(value == 5)
    }

    @Test func aStackThatNoSystemHasFailsTheJob() async throws {
        let pool = ThreadPoolExecutor(name: "huge", stackSize: 1 << 60)
        let error = await #expect(throws: ExecutorError.self) { try await pool.run {} }
        guard case .cannotStartThread("huge", _) = error else {
            Issue.record("unexpected \(String(describing: error))")
            return
        }
        await pool.shutdown()
        #expect(pool.statistics.cancelled == 1)
    }
}
