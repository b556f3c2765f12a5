import ExecutorFutures

/// Runs real asynchronous code in virtual time under many schedules, for tests.
///
/// ```swift
/// @Test func theLastWriteWins() async throws {
///     try await Simulation.check(seeds: 0..<1_000) { loop in
///         let store = Store()
///         async let first: Void = store.save("a", after: .seconds(60), on: loop.clock)
///         async let second: Void = store.save("b", after: .seconds(60), on: loop.clock)
///         _ = await (first, second)
///         try #require(await store.text == "b")
///     }
/// }
/// ```
/// Tasks, groups, `async let`, actors and continuations run on one ``EventLoop``, a piece at a time; which of the ready
/// pieces comes next is what schedules differ in. Time stands still while anything can run, and then jumps, so that a day
/// of timers takes milliseconds.
///
/// What leaves the loop is not under its control, and makes runs differ or end as deadlocks: `Task.detached`, `Task {}`
/// in nonisolated code, the main actor, actors with executors of their own, `Task.sleep` without `loop.clock`, threads,
/// random numbers, and the order of `Set` and `Dictionary`. Blocking work that is handed to the loop (`loop.toThread`)
/// runs in place; give `InlineExecutor()` to code that takes an executor.
public enum Simulation {
    /// Runs a test once first in, first out, and once for each seed.
    ///
    /// Odd seeds draw each choice, even ones give tasks random priorities that change at two random moments, which
    /// finds bugs that need a certain order of a few steps (see ``Strategy/priorities(depth:seed:)``).
    /// - Parameters:
    ///   - seeds: one run each; equal seeds give equal runs.
    ///   - choices: a run that makes more of them is given up and counts as a failure.
    ///   - test: called anew for each run, as a task on a new loop. It says what is wrong by an error: a `throw`,
    ///     `try #require(…)`, `try XCTUnwrap(…)`. What `#expect` and `XCTAssert` find is reported, but does not tell
    ///     ``check(seeds:choices:fileID:line:function:_:)`` to stop and to print the schedule.
    /// - Throws: ``SimulationFailure`` for the first run that fails, with what is needed to run it again.
    public static func check(
        seeds: Range<UInt64> = 0..<100, choices: Int = 100_000, fileID: StaticString = #fileID, line: Int = #line,
        function: StaticString = #function, _ test: @escaping @Sendable (EventLoop) async throws -> Void
    ) async throws {
        let trial = SimulatedTrial(fileID: fileID, line: line, function: function, choices: choices, test: test)
        try await offTheCallersThread {
            let first = trial.run(FirstInFirstOutSearch(latencySeed: 0))
            try trial.judge(first, seed: nil)
            for seed in seeds {
                if seed.isMultiple(of: 2) {
                    var search = PrioritySearch(depth: 3, seed: seed, choices: first.choices.count)
                    _ = search.beginRun()
                    try trial.judge(trial.run(search), seed: seed)
                } else {
                    var search = RandomSearch(seed: seed)
                    _ = search.beginRun()
                    try trial.judge(trial.run(search), seed: seed)
                }
            }
        }
    }

    /// Runs a test once, with the choices of a run that failed.
    ///
    /// Must be called from the same function as the ``check(seeds:choices:fileID:line:function:_:)`` that failed.
    /// - Parameters:
    ///   - schedule: from the failure's description.
    ///   - test: the same as then.
    /// - Throws: what the run throws; ``ScheduleError`` if the text is damaged, or the test makes other choices now.
    public static func replay(
        _ schedule: String, fileID: StaticString = #fileID, line: Int = #line,
        function: StaticString = #function, _ test: @escaping @Sendable (EventLoop) async throws -> Void
    ) async throws {
        let schedule = try Schedule(schedule)
        let trial = SimulatedTrial(fileID: fileID, line: line, function: function, choices: .max, test: test)
        guard schedule.fingerprint == trial.fingerprint else { throw ScheduleError.otherScenario(trial.name) }
        try await offTheCallersThread {
            let outcome = trial.run(ReplayScheduler(schedule.deviations))
            if outcome.choices.deviations != schedule.deviations {
                throw ScheduleError.doesNotFit(position: schedule.deviations.last?.position ?? 0)
            }
            if let error = outcome.error { throw error }
        }
    }

    /// A loop holds its thread until it ends, and the caller's may be one that others need.
    private static func offTheCallersThread(_ body: @escaping @Sendable () throws -> Void) async throws {
        let thread = ThreadPoolExecutor(name: "simulation", maximumThreads: 1)
        try await thread.run(body)
    }
}
