import Testing

@testable import Verdicts

/// Tasks, groups, continuations and executors are started where their words say.
struct TaskTests {
    static let cases: [(code: String, steps: String)] = [
        ("Task { sleep(1) }", "start t0 on pool { block sleep(_:) }"),
        ("await Task.detached { sleep(1) }.value", "start t0 on pool { block sleep(_:) }; await t0"),
        ("let task = Task { sleep(1) }; _ = await task.value", "start t0 on pool { block sleep(_:) }; await t0"),
        ("async let x: Void = sleepy(); await x", "start t0 on pool { block sleep(_:); suspend }; await t0; suspend"),
        (
            "await withTaskGroup(of: Void.self) { group in group.addTask { sleep(1) } }",
            "start t0 on pool { block sleep(_:) }; await t0"
        ),
        (
            "await withCheckedContinuation { done in sleep(1); done.resume() }",
            "reset done; block sleep(_:); signal done; suspend on done"
        ),
        ("await withCheckedContinuation { done in kept = done; sleep(1) }", "block sleep(_:); suspend"),
        ("try? await pool.run { sleep(1) }", "run on threads { block sleep(_:) }"),
        ("_ = try? await pool.submit { sleep(1) }.value", "run on threads { block sleep(_:) }; suspend"),
        (
            "let job = pool.submit { sleep(1) }; _ = try? await job.value",
            "start t0 on threads { block sleep(_:) }; await t0"
        ),
        ("Task(executorPreference: pool) { sleep(1) }", "start t0 on threads { block sleep(_:) }"),
        ("Thread.detachNewThread { sleep(1) }", "start t0 on thread { block sleep(_:) }"),
        ("await MainActor.run { sleep(1) }", "run on main { block sleep(_:) }"),
        ("await onMain()", "run on main { block sleep(_:) }"),
        ("await Keeper().keep()", "run on Keeper { block sleep(_:) }"),
    ]

    @Test(arguments: cases)
    func closuresRunWhereTheirWordsSay(_ code: String, _ steps: String) async throws {
        let source = """
            nonisolated(unsafe) var kept: CheckedContinuation<Void, Never>?
            let pool = ThreadPoolExecutor(name: "p", maximumThreads: 2)
            func sleepy() async { sleep(1) }
            @MainActor func onMain() { sleep(1) }
            actor Keeper { func keep() { sleep(1) } }
            func f() async { \(code) }
            """
        let text = try await LinkedSource.with(source) { source in
            // Where the text has several, the last `sleep` is the one of the code.
            let isInside = code.contains("sleep(1)")
            let site = try source.call(
                "sleep", isInside ? 3 : code.contains("sleepy") ? 0 : code.contains("onMain") ? 1 : 2)
            return try source.blueprint(flagging: site).text
        }
        #expect(text == steps, "\(code)")
    }

    @Test func anExecutorHasTheThreadsThatTheSourceGivesIt() async throws {
        let source = """
            let pool = ThreadPoolExecutor(name: "small", maximumThreads: 3)
            func f() async throws { try await pool.run { sleep(1) } }
            """
        let pools = try await LinkedSource.with(source) { try $0.blueprint(flagging: try $0.call("sleep")).threadPools }
        #expect(pools.map(\.threads) == [3])
        #expect(pools.map(\.name) == ["pool"])
    }

    @Test func aPreferenceMovesWhatBelongsToNoActor() async throws {
        let source = """
            let pool = ThreadPoolExecutor(name: "p", maximumThreads: 2)
            func work() async { sleep(1) }
            func f() async { await withTaskExecutorPreference(pool) { await work() } }
            """
        let (plain, main) = try await LinkedSource.with(source) { source in
            let site = try source.call("sleep")
            return (
                try source.blueprint(flagging: site).text, try source.blueprint(flagging: site, in: .main).text
            )
        }
        #expect(plain == "run on threads { block sleep(_:); suspend }")
        #expect(main == "run on threads { block sleep(_:) }")
    }
}
