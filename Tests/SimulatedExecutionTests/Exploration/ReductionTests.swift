import SimulatedExecution
import Testing

/// A reduced search must find what a full one finds.
@Suite struct ReductionTests {
    @Test(arguments: UInt64(0)..<60)
    func itFindsTheSameProblems(_ seed: UInt64) throws {
        let scenario = RandomScenario(seed: seed, tasks: 2 + Int(seed % 2), length: 3).scenario
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 1 + Int(seed % 3)))
        let budget = Budget(schedules: 5_000, steps: 100_000)
        let all = simulator.explore(.exhaustive(isReduced: false), within: budget)

        guard all.coverage == .all else { return }
        let reduced = simulator.explore(.exhaustive(isReduced: true), within: budget)

        #expect(reduced.coverage == .all, "seed \(seed)")
        #expect(kinds(reduced) == kinds(all), "seed \(seed)")
        #expect(Set(reduced.endings.keys) == Set(all.endings.keys), "seed \(seed)")
        #expect(reduced.schedules <= all.schedules, "seed \(seed)")
    }

    /// Without what depends on where commuting steps left somebody's thread.
    private func kinds(_ exploration: Exploration) -> Set<String> {
        Set(exploration.findings.map(\.problem).compactMap(kind))
    }

    private func kind(_ problem: Problem) -> String? {
        switch problem {
        case .deadlock(let waits): "deadlock \(Set(waits.map { resource($0.reason) }).sorted())"
        case .lostWakeUp(let resource): "lost wake-up \(resource)"
        case .lostUpdate(let resource, _): "lost update \(resource)"
        case .lockOrder(let first, let second): "lock order \(first) \(second)"
        case .expectation(let message): message
        case .misuse(let resource, let message): "\(resource) \(message)"
        case .starvation, .priorityInversion, .livelock: nil
        }
    }

    private func resource(_ reason: WaitReason) -> Int {
        if case .resource(let id) = reason { id.index } else { -1 }
    }

    @Test func independentTasksNeedOneSchedule() throws {
        var scenario = Scenario("independent")
        for number in 0..<5 {
            let lock = scenario.add(.lock(isRecursive: false), named: "lock \(number)")
            scenario.start("task \(number)", on: .cooperativePool) {
                [.yield, .acquire(lock), .yield, .release(lock), .yield]
            }
        }
        let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
        let exploration = simulator.explore(.exhaustive(isReduced: true), within: Budget(schedules: 1_000))
        #expect(exploration.schedules == 1)
        #expect(exploration.coverage == .all)
    }
}
