import SimulatedExecution
import Testing

/// Where a blocking call really runs, by how its move is spelled, and whether the caller's actor is free meanwhile:
/// measured on Linux with Swift 6.3.1.
@Suite struct SpellingTableTests {
    enum Spelling: CaseIterable {
        case inline, detached, asyncLet, concurrentFunction, preference, preferenceWithConcurrentFunction
        case taskWithPreference, submit
    }

    enum Caller: CaseIterable { case nonisolated, actor, main }

    struct Case: CustomTestStringConvertible {
        var spelling: Spelling
        var caller: Caller
        /// `true` for the thread pool, `false` for the caller's own threads or the cooperative pool.
        var leaves: Bool
        var callerIsFree: Bool
        var testDescription: String { "\(spelling) from \(caller)" }
    }

    static let cases = Spelling.allCases.flatMap { spelling in
        Caller.allCases.map { caller in
            switch spelling {
            case .inline: Case(spelling: spelling, caller: caller, leaves: false, callerIsFree: caller == .nonisolated)
            case .detached, .asyncLet, .concurrentFunction:
                Case(spelling: spelling, caller: caller, leaves: false, callerIsFree: true)
            // The closure of `withTaskExecutorPreference` inherits the main actor, which has a thread of its own.
            case .preference:
                Case(spelling: spelling, caller: caller, leaves: caller != .main, callerIsFree: caller != .main)
            case .preferenceWithConcurrentFunction, .taskWithPreference, .submit:
                Case(spelling: spelling, caller: caller, leaves: true, callerIsFree: true)
            }
        }
    }

    @Test(arguments: cases)
    func theCallBlocksWhereItWasMeasured(_ row: Case) throws {
        var scenario = Scenario(row.testDescription)
        let pool = scenario.add(ThreadPoolModel(name: "pool", threads: 2))
        let actor = scenario.add(.actor(on: .cooperativePool), named: "actor")
        let caller = scenario.add(.actor(on: .main), named: "main actor")
        let place: ExecutorModel =
            switch row.caller {
            case .nonisolated: .cooperativePool
            case .actor: .serial(actor)
            case .main: .serial(caller)
            }
        let steps = steps(row.spelling, from: row.caller, pool)
        scenario.start("caller", on: place) { steps }
        // What else belongs to the caller's actor; a pool as wide as this leaves room for it.
        scenario.start("other", on: place, at: .milliseconds(1)) { [] }
        let run = try firstInFirstOut(scenario, width: 4)
        let blocked = run.trace.compactMap { event -> ThreadID.Group? in
            guard case .blocked(reason: .time) = event.kind else { return nil }
            return event.thread?.group
        }
        let stays: ThreadID.Group = row.caller == .main && !row.callerIsFree ? .main : .cooperativePool
        #expect(blocked == [row.leaves ? .threadPool(pool) : stays])
        let isFree = try #require(run.finish(of: "other")) == .milliseconds(1)
        #expect(isFree == row.callerIsFree)
        #expect(run.ending == .finished)
    }

    private func steps(_ spelling: Spelling, from caller: Caller, _ pool: ThreadPoolID) -> [Statement] {
        let block = Statement.block(.milliseconds(100), what: "Thread.sleep")
        let task = TaskHandle(0)
        switch spelling {
        case .inline: return [block]
        case .detached, .asyncLet:
            return [.start(task, on: .cooperativePool, [block], label: "task"), .awaitTask(task)]
        case .concurrentFunction: return [.run(on: .cooperativePool, style: .suspending, [block], label: "function")]
        case .preference where caller == .main: return [block]
        case .preference, .preferenceWithConcurrentFunction, .submit:
            return [.run(on: .threadPool(pool), style: .suspending, [block], label: "pool")]
        case .taskWithPreference:
            return [.start(task, on: .threadPool(pool), [block], label: "task"), .awaitTask(task)]
        }
    }
}
