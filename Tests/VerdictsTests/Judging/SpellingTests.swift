import SourceModel
import Testing

@testable import Verdicts

/// Which spelling of an offload leaves which threads, told from source text: measured on Linux with Swift 6.3.1.
struct SpellingTests {
    struct Row: Sendable {
        var spelling: String
        /// What becomes of a call that blocks the cooperative pool, called by code of no actor and by an actor.
        var fromPool: Verdict.FixOutcome
        /// ... and of one that blocks the main thread, as far as that thread goes.
        var fromMain: Verdict.FixOutcome
    }

    static let rows = [
        Row(spelling: "block()", fromPool: .ineffective, fromMain: .ineffective),
        Row(spelling: "await Task.detached { block() }.value", fromPool: .ineffective, fromMain: .fixed),
        Row(spelling: "async let done: Void = block(); await done", fromPool: .ineffective, fromMain: .fixed),
        Row(
            spelling: "@concurrent func moved() async { block() }; await moved()", fromPool: .ineffective,
            fromMain: .fixed),
        Row(
            spelling: "await withCheckedContinuation { c in DispatchQueue.global().async { block(); c.resume() } }",
            fromPool: .ineffective, fromMain: .fixed),
        Row(
            spelling: "await withTaskExecutorPreference(pool) { block() }", fromPool: .fixed, fromMain: .ineffective),
        Row(
            spelling:
                "@concurrent func moved() async { block() }; await withTaskExecutorPreference(pool) { await moved() }",
            fromPool: .fixed, fromMain: .fixed),
        Row(spelling: "await Task(executorPreference: pool) { block() }.value", fromPool: .fixed, fromMain: .fixed),
        Row(spelling: "_ = try? await pool.submit { block() }.value", fromPool: .fixed, fromMain: .fixed),
        Row(spelling: "try? await pool.run { block() }", fromPool: .fixed, fromMain: .fixed),
        Row(
            spelling: "await withCheckedContinuation { c in Thread.detachNewThread { block(); c.resume() } }",
            fromPool: .fixed, fromMain: .fixed),
    ]

    private func verdict(_ spelling: String, _ head: String, _ tail: String) async throws -> Verdict {
        let text = { (code: String) in
            """
            let pool = ThreadPoolExecutor(name: "p", maximumThreads: 64)
            func block() { sleep(1) }
            \(head) { \(code) } \(tail)
            """
        }
        return try await LinkedSource.verdict(text("block()"), fixedAs: text(spelling), at: "block")
    }

    @Test(arguments: rows)
    func codeOfNoActor(_ row: Row) async throws {
        let verdict = try await verdict(row.spelling, "func f() async", "")
        #expect(verdict.outcome == .confirmed)
        #expect(verdict.fix == row.fromPool, "\(row.spelling)")
    }

    @Test(arguments: rows)
    func anActor(_ row: Row) async throws {
        let verdict = try await verdict(row.spelling, "actor A { func f() async", "}")
        #expect(verdict.outcome == .confirmed)
        #expect(verdict.fix == row.fromPool, "\(row.spelling)")
    }

    @Test(arguments: rows)
    func theMainActor(_ row: Row) async throws {
        let verdict = try await verdict(row.spelling, "@MainActor func f() async", "")
        #expect(verdict.outcome == .confirmed)
        #expect(verdict.fix == row.fromMain, "\(row.spelling)")
    }

    /// Latency of a fresh task beside so many that block is floor(k / N) times what they block for.
    @Test(arguments: [1, 2, 4, 8])
    func aPoolNeverGrows(_ width: Int) async throws {
        let found = try await LinkedSource.verdicts("func f() async { sleep(1) }", poolWidth: width)
        let verdict = try #require(found.first?.verdict)
        // Twice as many callers as threads block in two rounds, and all the while a fresh task waits.
        let (stall, makespan) = (try #require(verdict.before?.maxStall), try #require(verdict.before?.makespan))
        #expect((0.99...1).contains(stall / makespan), "\(stall) of \(makespan)")
        #expect(verdict.fix == .fixed)
    }
}
