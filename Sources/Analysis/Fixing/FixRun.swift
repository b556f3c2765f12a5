import ExecutorFutures
import Fixes
import RuleCatalogue
import SourceModel

/// Applies fixes in rounds until no finding that may be fixed has one: fixes that overlap wait for the next round.
package struct FixRun: Sendable {
    /// A file before and after.
    package struct Change: Sendable {
        /// As reports print it.
        package var path: String
        /// Absolute, for files of a disk.
        package var location: String
        /// `nil` when the file is new.
        package var before: [UInt8]?
        package var after: [UInt8]

        package init(path: String, location: String, before: [UInt8]?, after: [UInt8]) {
            self.path = path
            self.location = location
            self.before = before
            self.after = after
        }
    }

    package struct Outcome: Sendable {
        /// By path; a file whose text is the same in the end is not among them.
        package var changes: [Change]
        /// Of the changed text.
        package var result: AnalysisResult
        package var snapshot: Snapshot
        /// How many fixes were applied.
        package var fixed: Int
        /// Paths of files that a single fix changes: one without the others might not compile.
        package var links: [[String]] = []
    }

    private let analyzer: Analyzer
    private let includesReview: Bool

    /// More rounds than this are a fault: each must end with fewer findings.
    private static let maximumRounds = 20

    /// - Parameter includesReview: also fixes that somebody should look at.
    package init(_ analyzer: Analyzer, includesReview: Bool) {
        self.analyzer = analyzer
        self.includesReview = includesReview
    }

    /// - Parameters:
    ///   - result: of the snapshot, without the findings that are not to be fixed.
    ///   - hidden: fingerprints of those findings; the outcome does not report them either.
    /// - Throws: what the executor throws.
    package nonisolated(nonsending) func run(
        _ snapshot: Snapshot, _ result: AnalysisResult, hidden: Set<String>, on executor: any FutureExecutor
    ) async throws -> Outcome {
        var outcome = Outcome(changes: [], result: result, snapshot: snapshot, fixed: 0)
        guard !chosen(from: result.report.findings).changes.isEmpty else { return outcome }
        var digests = try await analyzer.digest(snapshot.files, on: executor)
        for _ in 0..<Self.maximumRounds {
            let (changes, count, links) = chosen(from: outcome.result.report.findings)
            guard count > 0 else { break }
            outcome.links += links
            let (analyzer, current, known) = (analyzer, outcome.snapshot, digests)
            let conclusion: Conclusion
            (outcome.snapshot, digests, conclusion) = try await executor.run {
                let (next, digests) = changes.applied(to: current, known, EditedTexts(current))
                return (next, digests, analyzer.conclusion(next, digests))
            }
            outcome.result = try await conclusion.judged(analyzer.options.simulation, on: executor)
            outcome.result.report.findings.removeAll { hidden.contains($0.fingerprint) }
            outcome.fixed += count
        }
        outcome.changes = Self.changes(from: snapshot, to: outcome.snapshot)
        return outcome
    }

    /// As many preferred fixes as go together, in the order of the findings.
    private func chosen(from findings: [Finding]) -> (changes: ChangeSet, count: Int, links: [[String]]) {
        var changes = ChangeSet()
        var count = 0
        var links: [[String]] = []
        for finding in findings {
            guard let fix = finding.preferredFix, includesReview || fix.safety == .safe else { continue }
            let rewrites = fix.edits.map { Rewrite(path: $0.file, range: $0.range, newText: $0.newText) }
            guard changes.add(rewrites) else { continue }
            count += 1
            let paths = Set(rewrites.map(\.path)).sorted()
            if paths.count > 1 { links.append(paths) }
        }
        return (changes, count, links)
    }

    private static func changes(from old: Snapshot, to new: Snapshot) -> [Change] {
        new.files.compactMap { file in
            let before = old.text(of: file.path)
            guard before != file.text else { return nil }
            return Change(path: file.path, location: file.location, before: before, after: file.text)
        }
    }
}
