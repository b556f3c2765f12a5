import ExecutorFutures
import SourceModel
import Verdicts

/// What a run found, and what has to be simulated before it can say so.
struct Conclusion: Sendable {
    var result: AnalysisResult
    /// For each finding what is simulated, or why nothing is; `nil` for those about comments, and when nobody asked.
    var trials: [Result<Trial, NotModelled>?]

    /// The result with the verdicts of its findings, and without the fixes that fail; equal trials are judged once.
    ///
    /// - Parameter options: `nil` for the result as it is.
    nonisolated(nonsending) func judged(
        _ options: SimulationOptions?, on executor: any FutureExecutor
    ) async throws -> AnalysisResult {
        guard let options else { return result }
        var distinct: [Trial] = []
        var positions: [[Subject]: Int] = [:]
        for case .success(let trial)? in trials where positions[trial.subjects] == nil {
            positions[trial.subjects] = distinct.count
            distinct.append(trial)
        }
        let judge = Judge(schedules: options.schedules, seed: options.seed)
        let verdicts = try await executor.map(distinct) { trial in
            zip(trial.subjects, judge.verdicts(on: trial.subjects)).map { subject, verdict in
                var verdict = verdict
                if options.drawsTimelines { verdict.timelines = subject.demonstration(of: verdict)?.timelines }
                return verdict
            }
        }
        var result = result
        for (index, trial) in trials.enumerated() {
            switch trial {
            case .failure(let reason):
                result.report.findings[index].verdict = Verdict(outcome: .notModelled(reason: reason.reason))
            case .success(let trial):
                guard let position = positions[trial.subjects] else { continue }
                result.report.findings[index].conclude(Judgement(trial, verdicts[position]))
            case nil: continue
            }
        }
        return result
    }
}
