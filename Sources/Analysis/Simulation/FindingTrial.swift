import ExecutorFutures
import SourceModel
import Verdicts

/// A finding, and what is to be simulated for it.
package struct FindingTrial: Sendable {
    /// Without a verdict.
    package var finding: Finding
    package var trial: Result<Trial, NotModelled>
}

extension Analyzer {
    /// The findings of a snapshot that speak of code that can be simulated, in report order; those about comments are
    /// left out.
    ///
    /// - Throws: what the executor throws.
    package nonisolated(nonsending) func trials(
        of snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> [FindingTrial] {
        let digests = try await digest(snapshot.files, on: executor)
        return try await executor.run {
            let conclusion = self.conclusion(snapshot, digests)
            return zip(conclusion.result.report.findings, conclusion.trials).compactMap { finding, trial in
                trial.map { FindingTrial(finding: finding, trial: $0) }
            }
        }
    }
}
