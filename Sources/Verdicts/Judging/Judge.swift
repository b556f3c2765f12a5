import SimulatedExecution
import SourceModel

/// Runs the scenarios of a subject and says what came out.
///
/// How long calls block is unknown, and how many cores there are: each pair is run with blocking times of 1, 10 and 100
/// times the rest, for each width of the pool, and a verdict must hold for all of these cases or says which differ.
/// Then schedules are explored for what depends on order. Never claims more than the runs that were made.
package struct Judge: Sendable {
    /// Schedules that are explored before and after the fix, each.
    private let schedules: Int
    private let seed: UInt64
    private let drawsTimelines: Bool

    package init(schedules: Int = 32, seed: UInt64 = 1, drawsTimelines: Bool = false) {
        self.schedules = max(schedules, 1)
        self.seed = seed
        self.drawsTimelines = drawsTimelines
    }

    /// - Throws: nothing; a scenario that cannot be run is not modelled.
    package func verdict(on subject: Subject) -> Verdict {
        do {
            return try judged(subject)
        } catch {
            return Verdict(outcome: .notModelled(reason: "the scenario cannot be run: \(error)"))
        }
    }

    private func judged(_ subject: Subject) throws(ScenarioError) -> Verdict {
        var cases: [CaseResult] = []
        for pair in subject.pairs {
            for factor in [1, 10, 100] {
                let scale = Scale(factor: factor)
                cases.append(
                    CaseResult(
                        poolWidth: pair.poolWidth, factor: factor,
                        before: try measure(pair.before.blocking(for: scale.blockingTime), pair, subject),
                        after: try measure(pair.after.blocking(for: scale.blockingTime), pair, subject)))
            }
        }
        guard let widest = subject.pairs.last else {
            return Verdict(outcome: .notModelled(reason: NotModelled.noSite.reason))
        }
        let before = try explore(widest.before.atTheirSlowest(), widest, subject)
        let after = try explore(widest.after.atTheirSlowest(), widest, subject)
        var verdict = Summing(cases: cases, before: before, after: after, subject: subject, seed: seed).verdict
        if drawsTimelines { verdict.timelines = try timelines(widest, before.schedule) }
        return verdict
    }

    /// The run that shows the problem, above the first-in-first-out run after the fix.
    private func timelines(_ pair: Subject.Pair, _ schedule: Schedule?) throws(ScenarioError) -> Verdict.Timelines {
        let machine = MachineModel(poolWidth: pair.poolWidth)
        let before = try Simulator(pair.before.atTheirSlowest(), on: machine, limits: Self.limits)
        let shown = schedule.flatMap { try? before.replay($0) } ?? before.run(seed: seed, isTraced: true)
        let after = try Simulator(pair.after.atTheirSlowest(), on: machine, limits: Self.limits).run(
            seed: seed, isTraced: true)
        let timeline = Timeline([("before", Trace(shown)), ("after", Trace(after))])
        return Verdict.Timelines(text: timeline.text(), svg: timeline.svg())
    }

    // MARK: Runs

    private func measure(
        _ scenario: Scenario, _ pair: Subject.Pair, _ subject: Subject
    ) throws(ScenarioError) -> Verdict.Measurement {
        let run = try Simulator(scenario, on: MachineModel(poolWidth: pair.poolWidth), limits: Self.limits)
            .run(seed: seed)
        return Verdict.Measurement(run.measurements, ending: run.ending, group: subject.group)
    }

    private func explore(
        _ scenario: Scenario, _ pair: Subject.Pair, _ subject: Subject
    ) throws(ScenarioError) -> Explored {
        let simulator = try Simulator(
            scenario, on: MachineModel(poolWidth: pair.poolWidth), limits: Self.limits)
        let exploration = simulator.explore(
            .portfolio(seed: seed), within: Budget(schedules: schedules, steps: schedules * 2_000), seed: seed)
        return Explored(exploration, group: subject.group)
    }

    static let limits: RunLimits = {
        var limits = RunLimits()
        limits.steps = 50_000
        limits.stepsAtOneTime = 10_000
        limits.heartbeat = ScenarioLowering.moment / 10
        return limits
    }()

    /// How long everything blocks in one case.
    private struct Scale {
        var factor: Int
        var blockingTime: Duration { ScenarioLowering.moment * factor }
    }
}

/// One width of the pool and one blocking time.
struct CaseResult {
    var poolWidth: Int
    var factor: Int
    var before: Verdict.Measurement
    var after: Verdict.Measurement

    var blockingTime: Duration { ScenarioLowering.moment * factor }

    /// Whether the code held its thread for about as long as the call blocks, or for ever.
    var showsHarm: Bool {
        guard let stall = before.maxStall else { return true }
        return before.hasDeadlock || stall * 2 >= blockingTime
    }

    var fix: Verdict.FixOutcome {
        if after.hasDeadlock { return before.hasDeadlock ? .ineffective : .introducesHazard }
        guard let now = after.maxStall else { return .ineffective }
        guard let then = before.maxStall, !before.hasDeadlock else { return .fixed }
        if now * 10 <= then || now < ScenarioLowering.moment { return .fixed }
        return now * 4 <= then * 3 ? .improved : .ineffective
    }
}

/// What an exploration showed, reduced to what a verdict says.
struct Explored {
    var worst: Verdict.Measurement?
    var problems: [Exploration.Finding]
    var schedules: Int
    var coverage: Exploration.Coverage
    /// Replays the gravest problem, or the longest stall.
    var schedule: Schedule?

    init(_ exploration: Exploration, group: ThreadID.Group) {
        problems = exploration.findings
        schedules = exploration.schedules
        coverage = exploration.coverage
        let deadlocked = exploration.endings[.deadlock] ?? 0 > 0
        worst = exploration.worst.map {
            Verdict.Measurement(
                $0.measurements, ending: deadlocked ? .deadlock : .finished, group: group)
        }
        schedule = problems.first?.schedule ?? exploration.worst?.schedule
    }
}

extension Verdict.Measurement {
    init(_ measurements: Measurements, ending: RunEnding, group: ThreadID.Group) {
        let ends = ending == .finished
        self.init(
            maxStall: measurements.stalls.first { $0.group == group }?.longest ?? .zero,
            makespan: ends ? measurements.makespan : nil, hasDeadlock: ending == .deadlock)
    }
}
