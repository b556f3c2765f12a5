import SourceModel
import Testing

@testable import Verdicts

/// Fixes that popular advice names and what becomes of them, each from the text before and after it.
struct FixTableTests {
    private static let prelude = """
        let small = ThreadPoolExecutor(name: "small", maximumThreads: 2)
        let roomy = ThreadPoolExecutor(name: "roomy", maximumThreads: 64)
        let gate = DispatchSemaphore(value: 0)
        func g() async {}

        """

    private func verdict(
        _ before: String, _ after: String, at callee: String = "sleep", poolWidth: Int = 2
    ) async throws -> Verdict {
        try await LinkedSource.verdict(
            Self.prelude + before, fixedAs: Self.prelude + after, at: callee, poolWidth: poolWidth)
    }

    @Test func anOffloadToAnExecutorHelps() async throws {
        let verdict = try await verdict(
            "func f() async throws { sleep(1) }", "func f() async throws { try await roomy.run { sleep(1) } }")
        #expect(verdict.fix == .fixed)
        #expect(try #require(verdict.after?.makespan) < #require(verdict.before?.makespan))
    }

    @Test func aDetachedTaskDoesNot() async throws {
        let verdict = try await verdict(
            "func f() async { sleep(1) }", "func f() async { await Task.detached { sleep(1) }.value }")
        #expect(verdict.fix == .ineffective)
        #expect(verdict.after?.maxStall == verdict.before?.maxStall)
    }

    @Test func waitsLeaveThePoolToTheSignaller() async throws {
        let verdict = try await verdict(
            "func f() async { Task { gate.signal() }; gate.wait() }",
            "func f() async { Task { gate.signal() }; try? await roomy.run { gate.wait() } }", at: "wait")
        #expect(verdict.before?.hasDeadlock == true)
        #expect(verdict.fix == .fixed)
        #expect(verdict.problems.contains { $0.contains("semaphore `gate`") })
    }

    @Test func theDeadlockMovesWithTheSignaller() async throws {
        let verdict = try await verdict(
            "func f() async { Task { gate.signal() }; gate.wait() }",
            "func f() async { Task { try? await small.run { gate.signal() } }; try? await small.run { gate.wait() } }",
            at: "wait")
        #expect(verdict.fix == .ineffective)
        #expect(verdict.after?.hasDeadlock == true)
    }

    @Test func aJobThatWaitsForItsOwnPoolDeadlocks() async throws {
        let verdict = try await verdict(
            "func f() async { let inner = DispatchSemaphore(value: 0); Task { inner.signal() }; inner.wait() }",
            """
            func f() async {
                try? await small.run {
                    let inner = DispatchSemaphore(value: 0)
                    _ = small.submit { inner.signal() }
                    inner.wait()
                }
            }
            """, at: "wait")
        #expect(verdict.fix == .ineffective)
        #expect(verdict.after?.hasDeadlock == true)
    }

    @Test func aNewSuspensionTearsAnActorsUpdateApart() async throws {
        let before = "actor A { var n = 0; func f() async { let old = n; sleep(1); n = old + 1 } }"
        let after =
            "actor A { var n = 0; func f() async { let old = n; try? await roomy.run { sleep(1) }; n = old + 1 } }"
        let verdict = try await verdict(before, after)
        #expect(verdict.fix == .introducesHazard)
        #expect(verdict.problems.contains { $0.hasPrefix("after the fix: ") && $0.contains("value `n`") })
        #expect(verdict.schedule != nil)
    }

    @Test func aLockThatIsHeldOverTheNewSuspensionDeadlocks() async throws {
        let verdict = try await verdict(
            "let lock = NSLock(); func f() async { lock.lock(); sleep(1); lock.unlock() }",
            "let lock = NSLock(); func f() async { lock.lock(); try? await roomy.run { sleep(1) }; lock.unlock() }")
        #expect(verdict.fix == .introducesHazard)
    }
}
