import ArgumentParser
import ExecutorFutures
import SimulatedExecution

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The simulator against SimPy, asyncio over a clock of its own, and detangle, on the same programs.
struct SimulationBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulation", abstract: "Events and schedules per second against other simulators.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "A Python that has SimPy and detangle.")
    var python: String

    @Option(help: "The script with the same programs for the others.")
    var peers: String

    private static let tasks = 1_000
    private static let sleeps = 100
    private static let schedules = 100_000
    /// Python needs no more for a steady figure, and takes two hundred times as long.
    private static let peerSchedules = 1_000

    func run() async throws {
        let pool = ThreadPoolExecutor(name: "simulation", maximumThreads: 1)
        let table = try await pool.run { try measure() }
        table.print(options)
    }

    private func measure() throws -> Table {
        let events = try Simulator(Self.sleepers(), on: MachineModel(poolWidth: 2))
        let yields = try Simulator(Self.yielders(), on: MachineModel(poolWidth: 3))
        let locks = try Simulator(Self.lockTakers(), on: MachineModel(poolWidth: 2))
        var ours = [Samples](repeating: Samples(), count: 3)
        var others = [Samples?](repeating: Samples(), count: 4)
        for round in 1...options.rounds {
            ours[0].add(cost(of: Self.tasks * Self.sleeps) { _ = events.run() })
            for (index, simulator) in [yields, locks].enumerated() {
                ours[index + 1].add(
                    cost(of: Self.schedules) {
                        _ = simulator.explore(
                            .random(seed: UInt64(round)), within: Budget(schedules: Self.schedules, steps: .max))
                    })
            }
            let commands = [
                "events-simpy \(Self.tasks) \(Self.sleeps)", "events-asyncio \(Self.tasks) \(Self.sleeps)",
                "schedules-yields \(Self.peerSchedules)", "schedules-locks \(Self.peerSchedules)",
            ]
            for (index, command) in commands.enumerated() {
                guard let value = ask(command) else { others[index] = nil; continue }
                others[index]?.add(value)
            }
        }
        return Table(rows: [
            row("virtual sleep: SimPy", ours[0], others[0], .atLeast(10)),
            row("virtual sleep: asyncio, its clock replaced", ours[0], others[1], .atLeast(10)),
            row("random schedule of 3 tasks with 3 yields: detangle", ours[1], others[2], .atLeast(200)),
            row("random schedule of two tasks and two locks: detangle", ours[2], others[3], .atLeast(200)),
        ])
    }

    private func row(_ name: String, _ ours: Samples, _ peer: Samples?, _ goal: Goal) -> Row {
        var row = Row.speedup(
            name, Samples(ours.values.map { $0 * 1e6 }), over: peer.map { Samples($0.values.map { $0 * 1e6 }) },
            goal: goal)
        row.unit = "µs"
        return row
    }

    /// Seconds of CPU for each of `count`.
    private func cost(of count: Int, _ body: () -> Void) -> Double {
        let watch = Stopwatch()
        body()
        return watch.elapsed.cpu / Double(count)
    }

    /// What a program costs another simulator; `nil` where that is not installed.
    private func ask(_ command: String) -> Double? {
        guard let output = popen("\(python) \(peers) \(command) 2>/dev/null", "r") else { return nil }
        var line = [CChar](repeating: 0, count: 64)
        let hasLine = fgets(&line, Int32(line.count), output) != nil
        return pclose(output) == 0 && hasLine ? strtod(line, nil) : nil
    }

    // MARK: The programs, the same as in the script

    private static func sleepers() -> Scenario {
        var scenario = Scenario("sleepers")
        for task in 0..<tasks {
            scenario.start("task \(task)", on: .cooperativePool) {
                (0..<sleeps).map { .sleep(.fixed(.milliseconds(1 + (task * 7 + $0 * 3) % 13))) }
            }
        }
        return scenario
    }

    private static func yielders() -> Scenario {
        var scenario = Scenario("yielders")
        scenario.start("task", copies: 3, on: .cooperativePool) { [.yield, .yield, .yield] }
        return scenario
    }

    private static func lockTakers() -> Scenario {
        var scenario = Scenario("lock takers")
        let a = scenario.add(.lock(isRecursive: false), named: "a")
        let b = scenario.add(.lock(isRecursive: false), named: "b")
        for (name, first, second) in [("one", a, b), ("two", b, a)] {
            scenario.start(name, on: .cooperativePool) {
                [.yield, .acquire(first), .yield, .acquire(second), .release(second), .release(first)]
            }
        }
        return scenario
    }
}
