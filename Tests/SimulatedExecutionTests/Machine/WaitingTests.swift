import SimulatedExecution
import Testing

/// Waits that hold a thread or free it, time-outs, cancellation, child tasks and channels.
@Suite struct WaitingTests {
    @Test func aBlockingWaitHoldsItsThreadAndASuspendingOneFreesIt() throws {
        for holds in [true, false] {
            var scenario = Scenario("wait")
            let event = scenario.add(.event(isSet: false), named: "event")
            scenario.start("waiter", on: .cooperativePool) { [holds ? .wait(event) : .suspend(on: event)] }
            scenario.start("signaller", on: .cooperativePool) { [.signal(event)] }
            #expect(try firstInFirstOut(scenario, width: 1).ending == (holds ? .deadlock : .finished))
        }
    }

    @Test func aTimedWaitGoesOnWithoutItsPermit() throws {
        var scenario = Scenario("time-out")
        let gate = scenario.add(.semaphore(permits: 0), named: "gate")
        scenario.start("waiter", on: .cooperativePool) { [.wait(gate, timeout: .milliseconds(20))] }
        scenario.start("late", on: .ownThread, at: .milliseconds(30)) { [.signal(gate)] }
        scenario.start("next", on: .ownThread, at: .milliseconds(40)) { [.wait(gate)] }
        let run = try firstInFirstOut(scenario)
        #expect(run.finish(of: "waiter") == .milliseconds(20))
        #expect(run.finish(of: "next") == .milliseconds(40))
        #expect(run.trace.contains { $0.kind == .timedOut })
    }

    @Test func aSignalAtTheTimeOfATimeoutMayComeFirstOrLast() throws {
        var scenario = Scenario("tie")
        let gate = scenario.add(.semaphore(permits: 0), named: "gate")
        scenario.start("waiter", on: .ownThread) { [.wait(gate, timeout: .milliseconds(5))] }
        scenario.start("signaller", on: .ownThread) { [.block(.milliseconds(5), what: "work"), .signal(gate)] }
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 1))
        let timedOut = (0..<16).map { choices in
            simulator.run(Scripted(choices: choices), isTraced: true).trace.contains { $0.kind == .timedOut }
        }
        #expect(Set(timedOut) == [true, false])
    }

    /// Takes option 1 where a bit of `choices` is set.
    private struct Scripted: Scheduler {
        var choices: Int

        mutating func choose(_ point: ChoicePoint) -> Int? {
            defer { choices >>= 1 }
            return choices & 1
        }
    }

    @Test func cancellationEndsSuspendedWaitsButNoBlockingOnes() throws {
        for holds in [true, false] {
            var scenario = Scenario("cancel")
            let event = scenario.add(.event(isSet: false), named: "event")
            let task = TaskHandle(0)
            let wait: Statement = holds ? .wait(event) : .suspend(on: event)
            scenario.start("parent", on: .main) {
                [
                    .start(task, on: .cooperativePool, [wait, .sleep(.milliseconds(50))], label: "child"),
                    .sleep(.milliseconds(5)), .cancel(task), .awaitTask(task),
                ]
            }
            let run = try firstInFirstOut(scenario)
            #expect(run.ending == (holds ? .deadlock : .finished))
            if !holds {
                #expect(run.measurements.makespan == .milliseconds(5), "the sleep behind it ends at once, too")
            }
        }
    }

    @Test func aTimeoutCancelsItsBodyAndNoMore() throws {
        var scenario = Scenario("withTimeout")
        scenario.start("task", on: .cooperativePool) {
            [
                .withTimeout(.milliseconds(10), [.sleep(.milliseconds(50)), .sleep(.milliseconds(50))]),
                .sleep(.milliseconds(5)),
                .withTimeout(.milliseconds(10), [.sleep(.milliseconds(2))]),
            ]
        }
        #expect(try firstInFirstOut(scenario).measurements.makespan == .milliseconds(17))
    }

    @Test func aTimeoutReachesChildTasks() throws {
        var scenario = Scenario("group in withTimeout")
        let long = [Statement.sleep(.milliseconds(100))]
        scenario.start("task", on: .cooperativePool) { [.withTimeout(.milliseconds(10), [.taskGroup([long, long])])] }
        #expect(try firstInFirstOut(scenario).measurements.makespan == .milliseconds(10))
    }

    @Test func aGroupOfTasksEndsWithTheLastOfThem() throws {
        var scenario = Scenario("group")
        scenario.start("parent", on: .main) {
            [.taskGroup((1...3).map { [.sleep(.milliseconds($0 * 10))] }), .block(.milliseconds(1), what: "work")]
        }
        let run = try firstInFirstOut(scenario, width: 1)
        #expect(run.measurements.makespan == .milliseconds(31))
        #expect(run.taskNames == ["parent", "parent child 1", "parent child 2", "parent child 3"])
    }

    @Test func handlesAreKnownToTasksThatAreStartedLater() throws {
        var scenario = Scenario("handles")
        let first = TaskHandle(0)
        scenario.start("parent", on: .main) {
            [
                .start(first, on: .cooperativePool, [.sleep(.milliseconds(10))], label: "first"),
                .start(nil, on: .cooperativePool, [.awaitTask(first), .sleep(.milliseconds(5))], label: "second"),
            ]
        }
        #expect(try firstInFirstOut(scenario).measurements.makespan == .milliseconds(15))
    }

    @Test(arguments: [0, 1, 3])
    func aChannelHoldsItsSendersWhenItIsFull(_ capacity: Int) throws {
        var scenario = Scenario("channel")
        let channel = scenario.add(.channel(capacity: capacity), named: "channel")
        scenario.start("sender", on: .cooperativePool) { [.loop(times: 5, [.send(channel)])] }
        scenario.start("receiver", on: .cooperativePool) {
            [.loop(times: 5, [.sleep(.milliseconds(10)), .receive(channel)])]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.ending == .finished)
        #expect(run.finish(of: "sender") == .milliseconds((5 - capacity) * 10))
    }

    @Test func groupsAndBarriersOfEventsCanBeUsedAgain() throws {
        var scenario = Scenario("group")
        let group = scenario.add(.group, named: "group")
        scenario.start("parent", on: .ownThread) {
            [
                .loop(
                    times: 3,
                    [
                        .enter(group), .enter(group),
                        .start(nil, on: .ownThread, [.block(.milliseconds(5), what: "a"), .signal(group)], label: "a"),
                        .start(nil, on: .ownThread, [.block(.milliseconds(9), what: "b"), .signal(group)], label: "b"),
                        .wait(group),
                    ])
            ]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.measurements.makespan == .milliseconds(27))
        #expect(run.problems.isEmpty)
    }

    @Test func aGroupThatIsLeftTooOftenIsReported() throws {
        var scenario = Scenario("group")
        let group = scenario.add(.group, named: "group")
        scenario.start("task", on: .main) { [.enter(group), .signal(group), .signal(group)] }
        #expect(
            try firstInFirstOut(scenario).problems == [.misuse(group, message: "was left more often than entered")])
    }

    @Test func exitLoopLeavesTheInnermostLoopFromAnotherPlace() throws {
        var scenario = Scenario("exit")
        let actor = scenario.add(.actor(on: .cooperativePool), named: "actor")
        let count = scenario.add(.cell(0), named: "count")
        scenario.start("task", on: .main) {
            [
                .loop(
                    times: 10,
                    [
                        .run(
                            on: .serial(actor), style: .suspending,
                            [.write(count, .add(1)), .ifCell(count, .equals(3), then: [.exitLoop])], label: "call")
                    ]),
                .expect(count, .equals(3), message: "three turns"),
                .block(.milliseconds(1), what: "work"),
            ]
        }
        let run = try firstInFirstOut(scenario)
        #expect(run.problems.isEmpty)
        #expect(run.groupsBlocked(byTask: "task") == [.main])
    }
}
