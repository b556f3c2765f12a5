import SimulatedExecution
import Testing

/// Locks, conditions and queues: who waits for whom, in words.
@Suite struct LockTests {
    @Test func aLockGoesToTheFirstThatWaits() throws {
        var scenario = Scenario("line")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        for number in 0..<3 {
            scenario.start("task \(number)", on: .ownThread, at: .milliseconds(number)) {
                [.acquire(lock), .block(.milliseconds(10), what: "work"), .release(lock)]
            }
        }
        let run = try firstInFirstOut(scenario)
        #expect(
            (0..<3).map { run.finish(of: "task \($0)") } == [.milliseconds(10), .milliseconds(20), .milliseconds(30)])
    }

    @Test(arguments: [false, true])
    func onlyARecursiveLockCanBeTakenTwice(_ isRecursive: Bool) throws {
        var scenario = Scenario("recursion")
        let lock = scenario.add(.lock(isRecursive: isRecursive), named: "lock")
        scenario.start("task", on: .cooperativePool) {
            [.acquire(lock), .acquire(lock), .release(lock), .release(lock)]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.ending == (isRecursive ? .finished : .deadlock))
        if !isRecursive {
            #expect(run.explanation(of: run.problems[0]) == ["`task` waits for lock `lock`, which it holds itself."])
        }
    }

    @Test func readersShareAndWritersDoNot() throws {
        var scenario = Scenario("read-write lock")
        let lock = scenario.add(.readWriteLock, named: "lock")
        let work = Statement.block(.milliseconds(10), what: "work")
        scenario.start("reader", copies: 3, on: .ownThread) { [.acquire(lock, mode: .shared), work, .release(lock)] }
        scenario.start("writer", copies: 2, on: .ownThread) { [.acquire(lock), work, .release(lock)] }
        #expect(try firstInFirstOut(scenario).measurements.makespan == .milliseconds(30))
    }

    @Test func aConditionGivesItsLockBackWhileItWaits() throws {
        var scenario = Scenario("condition")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        let ready = scenario.add(.condition(lock: lock), named: "ready")
        scenario.start("waiter", copies: 2, on: .ownThread) { [.acquire(lock), .wait(ready), .release(lock)] }
        scenario.start("signaller", on: .ownThread, at: .milliseconds(5)) {
            [.acquire(lock), .broadcast(ready), .block(.milliseconds(5), what: "work"), .release(lock)]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.ending == .finished)
        #expect(run.finish(of: "waiter 2") == .milliseconds(10), "it waits until the signaller has left the lock")
    }

    @Test func aSignalThatFindsNobodyIsALostWakeUp() throws {
        var scenario = Scenario("lost")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        let ready = scenario.add(.condition(lock: lock), named: "ready")
        scenario.start("waiter", on: .ownThread, at: .milliseconds(1)) {
            [.acquire(lock), .wait(ready), .release(lock)]
        }
        scenario.start("signaller", on: .ownThread) { [.acquire(lock), .signal(ready), .release(lock)] }
        let run = try firstInFirstOut(scenario)
        #expect(run.problems.contains(.lostWakeUp(ready)))
        #expect(run.ending == .deadlock)
    }

    @Test func aConditionWhoseTimeIsUpTakesItsLockAgain() throws {
        var scenario = Scenario("timed wait")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        let ready = scenario.add(.condition(lock: lock), named: "ready")
        scenario.start("waiter", on: .ownThread) {
            [.acquire(lock), .wait(ready, timeout: .milliseconds(5)), .release(lock)]
        }
        scenario.start("other", on: .ownThread, at: .milliseconds(1)) {
            [.acquire(lock), .block(.milliseconds(10), what: "work"), .release(lock)]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.problems.isEmpty)
        #expect(run.finish(of: "waiter") == .milliseconds(11))
    }

    @Test func aLockThatSomebodyElseHoldsCannotBeReleased() throws {
        var scenario = Scenario("misuse")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        scenario.start("task", on: .ownThread) { [.release(lock)] }
        #expect(try firstInFirstOut(scenario).problems.count == 1)
    }

    @Test func aQueueRunsSyncJobsOnTheirCallersInTurn() throws {
        var scenario = Scenario("sync")
        let queue = scenario.add(.dispatchQueue(isConcurrent: false), named: "queue")
        let work = Statement.block(.milliseconds(10), what: "work")
        scenario.start("caller", copies: 2, on: .ownThread) {
            [.run(on: .serial(queue), style: .blocking, [work], label: "sync")]
        }
        scenario.start("async", on: .ownThread) {
            [.run(on: .serial(queue), style: .suspending, [work], label: "async")]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.measurements.makespan == .milliseconds(30))
        #expect(run.groupsBlocked(byTask: "caller 2") == [.own])
        #expect(run.groupsBlocked(byTask: "async") == [.dispatch])
    }

    @Test func mainSyncOnTheMainThreadWaitsForItself() throws {
        var scenario = Scenario("main.sync")
        scenario.start("handler", on: .main) { [.run(on: .main, style: .blocking, [], label: "main.sync")] }
        let run = try firstInFirstOut(scenario)
        #expect(
            run.explanation(of: run.problems[0]) == [
                "`handler` waits for the end of `main.sync`.",
                "`main.sync` waits for the main thread, which `handler` holds.",
            ])
    }

    @Test func theMainThreadThatWaitsForASuspendedHolderIsAnInversion() throws {
        var scenario = Scenario("inversion")
        let lock = scenario.add(.lock(isRecursive: false), named: "lock")
        scenario.start("holder", on: .cooperativePool) {
            [.acquire(lock), .sleep(.milliseconds(10)), .release(lock)]
        }
        scenario.start("handler", on: .main, at: .milliseconds(1)) { [.acquire(lock), .release(lock)] }
        #expect(try firstInFirstOut(scenario).problems == [.priorityInversion(lock)])
    }
}
