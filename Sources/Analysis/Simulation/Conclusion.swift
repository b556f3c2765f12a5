import ExecutorFutures
import SourceModel
import Verdicts

/// What a run found, and what has to be simulated before it can say so.
struct Conclusion: Sendable {
    var result: AnalysisResult
    /// For each finding that has one, by its position: what is simulated, or why nothing is.
    var subjects: [Int: Result<Subject, NotModelled>] = [:]

    /// The result with the verdicts of its findings; equal subjects are judged once.
    nonisolated(nonsending) func judged(
        _ options: SimulationOptions, on executor: any FutureExecutor
    ) async throws -> AnalysisResult {
        var distinct: [Subject] = []
        var positions: [Subject: Int] = [:]
        for index in subjects.keys.sorted() {
            guard case .success(let subject)? = subjects[index], positions[subject] == nil else { continue }
            positions[subject] = distinct.count
            distinct.append(subject)
        }
        let judge = Judge(schedules: options.schedules, seed: options.seed)
        let verdicts = try await executor.map(distinct) { subject in
            var verdict = judge.verdict(on: subject)
            if options.drawsTimelines { verdict.timelines = subject.demonstration(of: verdict)?.timelines }
            return verdict
        }
        var result = result
        for (index, subject) in subjects {
            switch subject {
            case .failure(let reason):
                result.report.findings[index].verdict = Verdict(outcome: .notModelled(reason: reason.reason))
            case .success(let subject):
                result.report.findings[index].verdict = positions[subject].map { verdicts[$0] }
            }
        }
        return result
    }
}
