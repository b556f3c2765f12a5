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

    /// - Parameter schedules: at least 1.
    package init(schedules: Int = 32, seed: UInt64 = 1) {
        self.schedules = max(schedules, 1)
        self.seed = seed
    }

    /// The verdict on a subject; that of a scenario that cannot be run is "not modelled".
    package func verdict(on subject: Subject) -> Verdict { verdicts(on: [subject])[0] }

    /// The verdicts on subjects that differ only in what comes after the fix, in their order.
    package func verdicts(on subjects: [Subject]) -> [Verdict] {
        guard let first = subjects.first else { return [] }
        do {
            let before = try before(first)
            return subjects.map { subject in
                do {
                    return try judged(subject, before)
                } catch {
                    return Self.notRun(error)
                }
            }
        } catch {
            return subjects.map { _ in Self.notRun(error) }
        }
    }

    private static func notRun(_ error: any Error) -> Verdict {
        Verdict(outcome: .notModelled(reason: "the scenario cannot be run: \(error)"))
    }

    private func before(_ subject: Subject) throws(ScenarioError) -> (cases: [CaseResult], explored: Explored) {
        var cases: [CaseResult] = []
        for pair in subject.pairs {
            for (factor, before) in try measure(pair.before, pair, subject.group) {
                cases.append(CaseResult(poolWidth: pair.poolWidth, factor: factor, before: before))
            }
        }
        return (cases, try explore(subject.widest.before, subject.widest, subject.group))
    }

    /// The code after the fix is only run when the code before it shows harm.
    private func judged(
        _ subject: Subject, _ before: (cases: [CaseResult], explored: Explored)
    ) throws(ScenarioError) -> Verdict {
        var summing = Summing(cases: before.cases, before: before.explored, subject: subject, seed: seed)
        guard summing.isConfirmed else { return summing.verdict }
        for pair in subject.pairs {
            for (factor, after) in try measure(pair.after, pair, subject.group) { summing.add(after, pair, factor) }
        }
        summing.after = try explore(subject.widest.after, subject.widest, subject.group)
        return summing.verdict
    }

    // MARK: Runs

    /// One run for each blocking time; a scenario in which nothing takes time is run once for all of them.
    private func measure(
        _ scenario: Scenario, _ pair: Subject.Pair, _ group: ThreadID.Group
    ) throws(ScenarioError) -> [(factor: Int, Verdict.Measurement)] {
        var results: [(factor: Int, Verdict.Measurement)] = []
        let takesTime = scenario.takesTime
        for factor in CaseResult.factors {
            if !takesTime, let first = results.first {
                results.append((factor, first.1))
                continue
            }
            let run = try pair.simulator(scenario.blocking(for: Unknown.moment * factor)).run(seed: seed)
            results.append((factor, Verdict.Measurement(run.measurements, ending: run.ending, group: group)))
        }
        return results
    }

    private func explore(
        _ scenario: Scenario, _ pair: Subject.Pair, _ group: ThreadID.Group
    ) throws(ScenarioError) -> Explored {
        let exploration = try pair.simulator(scenario.atTheirSlowest()).explore(
            .portfolio(seed: seed), within: Budget(schedules: schedules, steps: schedules * 2_000), seed: seed)
        return Explored(exploration, group: group)
    }
}
