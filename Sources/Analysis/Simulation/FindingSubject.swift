import ExecutorFutures
import SourceModel
import Verdicts

/// A finding, and what is to be simulated for it.
package struct FindingSubject: Sendable {
    /// Without a verdict.
    package var finding: Finding
    package var subject: Result<Subject, NotModelled>
}

extension Analyzer {
    /// The findings of a snapshot that speak of code that can be simulated, in report order; those about comments are
    /// left out.
    ///
    /// - Throws: what the executor throws.
    package nonisolated(nonsending) func subjects(
        of snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> [FindingSubject] {
        let digests = try await digest(snapshot.files, on: executor)
        return try await executor.run {
            let conclusion = self.conclusion(snapshot, digests)
            return conclusion.subjects.sorted { $0.key < $1.key }.map { index, subject in
                FindingSubject(finding: conclusion.result.report.findings[index], subject: subject)
            }
        }
    }
}
