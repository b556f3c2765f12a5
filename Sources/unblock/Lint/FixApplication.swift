import Analysis
import ExecutorFutures
import Reporting
import SourceModel

/// `--fix`: changes the files, or with `--diff` only says how.
struct FixApplication: Sendable {
    let options: LintCommand
    let analyzer: Analyzer

    /// What the run goes on with.
    struct Outcome: Sendable {
        /// What is left to report.
        var result: AnalysisResult
        /// The texts that the report quotes.
        var snapshot: Snapshot
        /// One message for each file that could not be changed.
        var failures: [String] = []
        /// What was done, in words; `nil` when nothing was.
        var note: String?
    }

    /// - Parameters:
    ///   - all: every finding of the snapshot.
    ///   - result: those that baseline and changed lines leave, which may be fixed.
    func perform(
        _ snapshot: Snapshot, _ all: AnalysisResult, _ result: AnalysisResult, on pool: ThreadPoolExecutor
    ) async throws -> Outcome {
        let hidden = Set(all.report.findings.map(\.fingerprint)).subtracting(result.report.findings.map(\.fingerprint))
        let run = FixRun(analyzer, includesReview: options.fixing.includesReview)
        let fixed = try await run.run(snapshot, result, hidden: hidden, on: pool)
        let sources = fixed.changes
        let after = fixed.snapshot
        let manifests: [FixRun.Change]
        do {
            manifests = try await pool.run { try ManifestChanges.needed(by: sources, after, LocalFileSystem()) }
        } catch let failure as FileFailure {
            return Outcome(
                result: result, snapshot: snapshot, failures: ["'\(failure.path)' \(failure.reason)"])
        }
        let changes = manifests + sources
        if options.fixing.diff {
            let colour = Colors.areWanted(options.output.color, isTerminal: StandardOutput.isTerminal)
            try await pool.run { try Self.show(changes, colour: colour) }
            return Outcome(result: result, snapshot: snapshot)
        }
        let links = fixed.links + (manifests.isEmpty ? [] : [changes.map(\.path)])
        let failures = await write(changes, links, on: pool)
        var outcome = Outcome(result: fixed.result, snapshot: fixed.snapshot, failures: failures.map(\.message))
        if !failures.isEmpty {
            outcome.keep(result, of: Set(failures.map(\.path)), from: snapshot)
        } else if fixed.fixed > 0 {
            outcome.note = "\(counted(fixed.fixed, "fix", "fixes")) applied in \(counted(changes.count, "file"))"
        }
        return outcome
    }

    private struct Failure: Sendable {
        var path: String
        var message: String
    }

    private func write(_ changes: [FixRun.Change], _ links: [[String]], on pool: ThreadPoolExecutor) async -> [Failure]
    {
        let work = pool.submit {
            FixWriter().write(changes, links: links).map {
                Failure(path: $0.path, message: "'\($0.path)' \($0.reason)")
            }
        }
        switch await work.result {
        case .success(let failures): return failures
        case .failure(let error): return [Failure(path: "", message: "nothing was written: \(error)")]
        }
    }

    private static func show(_ changes: [FixRun.Change], colour: Bool) throws {
        for change in changes {
            let diff = UnifiedDiff(
                path: change.path, before: change.before, after: change.after, colour: colour)
            try StandardOutput.write(diff.text)
        }
    }

    private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}

extension FixApplication.Outcome {
    /// Files that could not be changed are reported as they were.
    fileprivate mutating func keep(_ old: AnalysisResult, of paths: Set<String>, from snapshot: Snapshot) {
        result.report.findings.removeAll { paths.contains($0.file) }
        result.report.findings += old.report.findings.filter { paths.contains($0.file) }
        result.report.findings.sort(by: Finding.reportOrder)
        let files = self.snapshot.files.map { file in
            var file = file
            if paths.contains(file.path), let text = snapshot.text(of: file.path) { file.text = text }
            return file
        }
        self.snapshot = Snapshot(files: files, unreadable: self.snapshot.unreadable)
    }
}
