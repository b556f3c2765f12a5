import SimulatedExecution
import Testing

/// The line in which the cooperative pool and Dispatch's queues wait for the same threads, on Linux.
@Suite struct DispatchLineTests {
    /// Each of two tasks waits for a job of a global queue. When the first job comes before the second task, nobody waits
    /// for the thread that Dispatch adds after a second.
    @Test func jobsAndTasksMayComeInEitherOrder() throws {
        var scenario = Scenario("group wait")
        for name in ["a", "b"] {
            let group = scenario.add(.group, named: name)
            scenario.start(name, on: .cooperativePool) {
                [
                    .enter(group),
                    .start(
                        TaskHandle(0), on: .dispatchGlobal,
                        [.block(.fixed(.milliseconds(300)), what: "usleep"), .signal(group)], label: "job"),
                    .wait(group),
                ]
            }
        }
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
        #expect(simulator.run().measurements.makespan == .milliseconds(1_600))
        var makespans: Set<Duration> = []
        for position in 0..<8 {
            let run = simulator.run(OneDeviation(position: position))
            if run.ending == .finished { makespans.insert(run.measurements.makespan) }
        }
        #expect(makespans.isSuperset(of: [.milliseconds(600), .milliseconds(1_600)]), "\(makespans)")
    }

    /// A pool of one thread is a serial queue: all four tasks have handed over their jobs before the first job begins.
    @Test func aPoolOfOneThreadKeepsItWhileItHasTasks() throws {
        var scenario = Scenario("blockers")
        scenario.start("caller", copies: 4, on: .cooperativePool) {
            [
                .run(
                    on: .dispatchGlobal, style: .suspending, [.block(.fixed(.milliseconds(500)), what: "usleep")],
                    label: "")
            ]
        }
        let run = try firstInFirstOut(scenario, width: 1)
        let began = run.trace.filter { $0.kind == .began }.map(\.thread?.group)
        #expect(began.prefix(5) == [.cooperativePool, .cooperativePool, .cooperativePool, .cooperativePool, .dispatch])
    }

    /// First in, first out, but for option 1 of one choice.
    private struct OneDeviation: Scheduler {
        let position: Int
        var count = 0

        init(position: Int) { self.position = position }

        mutating func choose(_ point: ChoicePoint) -> Int? {
            defer { count += 1 }
            return count == position ? 1 : 0
        }
    }
}
