import Testing

@testable import ExecutorFutures

/// Threads with a stack as deep as their work needs.
@Suite struct StackSizeTests {
    private struct FourKiB {
        var parts = (0, SIMD64<Int>(), SIMD64<Int>(), SIMD64<Int>(), SIMD64<Int>(), SIMD64<Int>(), SIMD64<Int>())
        var rest = (SIMD64<Int>(), SIMD64<Int>())
    }

    /// Uses at least 4 KiB of stack per level, and cannot be turned into a loop.
    @inline(never)
    private static func descend(_ levels: Int) -> Int {
        var block = FourKiB()
        // The place in the block is not known before it runs, so the whole block has to be in memory.
        withUnsafeMutableBytes(of: &block) { $0[levels % 4096] = 1 }
        let below = levels == 0 ? -1 : descend(levels - 1)
        return below + withUnsafeBytes(of: &block) { Int($0[levels % 4096]) }
    }

    @Test func aDeepRecursionFitsIntoALargeStack() async throws {
        // 20 MB at the least, where the usual 8 MiB overflow. The thread sanitizer forbids more than 64 Ki frames.
        let depth = try await withThreadPool(stackSize: 256 << 20) { pool in
            try await pool.run { Self.descend(5_000) }
        }
        #expect(depth == 5_000)
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
