/// Runs a scenario on a simulated machine, once or under thousands of schedules.
///
/// ```swift
/// let simulator = try Simulator(scenario, on: MachineModel(poolWidth: 2))
/// let exploration = simulator.explore(.portfolio(seed: 1), within: Budget(schedules: 10_000))
/// for finding in exploration.findings {
///     print(finding.explanation.joined(separator: "\n"), finding.schedule)
/// }
/// ```
/// It creates no thread, reads no clock and rolls no dice: the same calls give the same bytes. It keeps its memory from
/// run to run, so one simulator belongs to one thread at a time; several may work side by side.
///
/// ## What is not modelled
/// - Priorities: jobs of one line are equals. The main thread counts as the only one of higher priority.
/// - Weak memory and torn values: a step between two scheduling points is atomic, and everybody sees it at once.
/// - The cost of a step, of a switch between threads and of starting one: only what a scenario says takes time.
///   A task that polls uses no core.
/// - Signals, exceptions and the end of the process: a wait that was cancelled or timed out goes on with the next statement.
/// - Cancellation of jobs in the queue of a thread pool, and threads that Dispatch ends when they are idle.
/// - Barriers of concurrent queues, target queues, and which queue of a quality of service a job belongs to.
public final class Simulator {
    private var machine: Machine

    /// - Throws: ``ScenarioError`` if the scenario names what it does not have.
    public init(
        _ scenario: Scenario, on machine: MachineModel, limits: RunLimits = RunLimits()
    ) throws(ScenarioError) {
        self.machine = Machine(try ScenarioCompiler.compile(scenario, on: machine), limits: limits)
    }

    /// Runs the scenario once.
    /// - Parameters:
    ///   - scheduler: decides the order; by default first in, first out.
    ///   - seed: what latencies are drawn with.
    ///   - isTraced: whether the run remembers everything that happened.
    public func run(_ scheduler: some Scheduler, seed: UInt64 = 0, isTraced: Bool = false) -> Run {
        var plain = PlainScheduler(base: scheduler)
        return run(&plain, seed: seed, isTraced: isTraced)
    }

    /// Runs the scenario once, first in, first out.
    public func run(seed: UInt64 = 0, isTraced: Bool = false) -> Run {
        var search = FirstInFirstOutSearch(latencySeed: seed)
        return run(&search, seed: seed, isTraced: isTraced)
    }

    /// Gives a run again, with its trace.
    /// - Throws: ``ScheduleError`` if the schedule is of another scenario, machine or version of the simulator.
    public func replay(_ schedule: Schedule) throws(ScheduleError) -> Run {
        guard schedule.fingerprint == machine.program.fingerprint else {
            throw .otherScenario(machine.program.scenario.name)
        }
        var replay = ReplayScheduler(schedule.deviations)
        let run = run(&replay, seed: schedule.seed, isTraced: true)
        guard replay.isComplete, run.ending != .abandoned else { throw .doesNotFit(position: replay.missing) }
        return run
    }

    private func run<S: StepScheduler>(_ scheduler: inout S, seed: UInt64, isTraced: Bool) -> Run {
        machine.run(&scheduler, seed: seed, isTraced: isTraced)
        return machine.result()
    }

    /// Runs the scenario under many schedules.
    /// - Parameters:
    ///   - seed: what latencies are drawn with by strategies that do not have a seed of their own.
    public func explore(_ strategy: Strategy, within budget: Budget = Budget(), seed: UInt64 = 0) -> Exploration {
        var explorer = Explorer(budget: budget, latencySeed: seed)
        explorer.explore(strategy, &machine)
        return explorer.exploration
    }

    /// Takes deviations out of a schedule as long as its run shows the same problem.
    /// - Parameters:
    ///   - problem: one of the problems of the schedule's run.
    ///   - runs: how many runs that may cost.
    /// - Throws: ``ScheduleError`` if the schedule is not one of this simulator's.
    public func shrink(
        _ schedule: Schedule, keeping problem: Problem, runs: Int = 2_000
    ) throws(ScheduleError) -> Schedule {
        let run = try replay(schedule)
        guard let index = run.problems.firstIndex(of: problem) else { return schedule }
        var shrinking = Shrinking(key: machine.problemKeys()[index], seed: schedule.seed, runsLeft: runs)
        return shrinking.shrink(schedule, &machine)
    }
}
