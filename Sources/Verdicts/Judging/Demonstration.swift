import SimulatedExecution
import SourceModel

/// The two runs that show what a verdict says: the code as it is, and after the fix.
package struct Demonstration: Sendable {
    package var before: Trace
    package var after: Trace

    /// Both over one scale.
    package var timeline: Timeline { Timeline([("before", before), ("after", after)]) }

    package var timelines: Verdict.Timelines {
        let timeline = timeline
        return Verdict.Timelines(text: timeline.text(), svg: timeline.svg())
    }
}

/// One run of one side, given again.
package struct Replay: Sendable {
    /// Whether the schedule is of the code after the fix.
    package var isAfterFix: Bool
    package var trace: Trace
    /// Its problems in words, a sentence each.
    package var problems: [String]
}

extension Subject {
    /// The run that a verdict speaks of, beside the first-in, first-out run of the other side.
    ///
    /// - Returns: `nil` for a scenario that cannot be run.
    package func demonstration(of verdict: Verdict) -> Demonstration? {
        let pair = widest
        let schedule = verdict.schedule.flatMap { try? Schedule($0) }
        func trace(_ scenario: Scenario) -> Trace? {
            guard let simulator = try? pair.simulator(scenario.atTheirSlowest()) else { return nil }
            let shown = schedule.flatMap { try? simulator.replay($0) }
            return Trace(shown ?? simulator.run(seed: verdict.seed, isTraced: true))
        }
        guard let before = trace(pair.before), let after = trace(pair.after) else { return nil }
        return Demonstration(before: before, after: after)
    }

    /// Gives a run again that a verdict on this subject has named.
    ///
    /// - Throws: ``ScheduleError`` when the schedule is of neither side.
    package func replay(_ schedule: Schedule) throws(ScheduleError) -> Replay {
        for pair in pairs.reversed() {
            for (isAfterFix, scenario) in [(false, pair.before), (true, pair.after)] {
                guard let simulator = try? pair.simulator(scenario.atTheirSlowest()) else { continue }
                do {
                    let run = try simulator.replay(schedule)
                    return Replay(
                        isAfterFix: isAfterFix, trace: Trace(run),
                        problems: run.problems.flatMap { run.explanation(of: $0) })
                } catch .otherScenario {
                    continue
                }
            }
        }
        throw .otherScenario(widest.before.name)
    }
}
