import Analysis
import Reporting
import RuleCatalogue
import SourceModel

/// What becomes of a result: baseline, changed lines, reports, statistics, exit status.
struct LintOutput: Sendable {
    let options: LintCommand
    var contents: Workspace.Contents
    let clock: PhaseClock
    let cache: AnalysisCache?
    let notes: CompilerNotes.Outcome
    /// The working directory.
    let directory: String

    /// What baseline and changed lines leave of the findings.
    ///
    /// May block on files and git.
    func selected(_ result: AnalysisResult) throws -> AnalysisResult {
        var result = result
        try applyBaseline(to: &result)
        if let reference = options.selection.since {
            result.keepOnly(try ChangedLines.since(reference, in: directory, git: LocalGit()))
        }
        return result
    }

    /// What is left after `--fix`; files that could not be changed make the run unusable.
    ///
    /// May block on files and standard output.
    func publish(_ outcome: FixApplication.Outcome) throws -> ExitStatus {
        var output = self
        output.contents.snapshot = outcome.snapshot
        for failure in outcome.failures { StandardError.error(failure) }
        if let note = outcome.note { StandardError.note(note) }
        let status = try output.publish(outcome.result)
        return outcome.failures.isEmpty ? status : .unusable
    }

    /// May block on files and standard output.
    func publish(_ result: AnalysisResult) throws -> ExitStatus {
        var result = result
        clock.end()
        result.report.summary.seconds = options.output.reproducible ? 0 : clock.seconds
        if result.report.files.isEmpty {
            StandardError.warning("no Swift file was read: name files or folders that are not excluded")
        }
        if options.fixing.diff { return result.report.fails(at: threshold) ? .findings : .success }
        try write(result.report)
        cache?.trim()
        if options.output.statistics {
            let statistics = RunStatistics(result.report, phases: clock.phases, cache: cache?.counts)
            StandardError.write(StatisticsTable(statistics: statistics, notes: notes).text)
        }
        // Findings that were just accepted are gone from the report; a file that cannot be read is not.
        return result.report.fails(at: threshold) ? .findings : .success
    }

    private var threshold: Severity? { contents.configuration.failOn.severity }

    private func applyBaseline(to result: inout AnalysisResult) throws {
        if let path = options.selection.writeBaseline {
            let baseline = Baseline(accepting: result.report.findings)
            try BaselineFile.write(baseline, to: path, in: LocalFileSystem())
            StandardError.note(
                "\(result.report.findings.count) findings are accepted in '\(path)': use it with --baseline \(path)")
            _ = result.apply(baseline)
        } else if let path = options.selection.baseline {
            let stale = result.apply(try BaselineFile.read(path, from: LocalFileSystem()))
            // A part of a run cannot know what the other parts find.
            if stale > 0, options.selection.shard == nil, options.paths.isEmpty, options.selection.rules.isEmpty {
                StandardError.note(
                    "\(stale) accepted findings are gone from the code: shrink the baseline with --write-baseline \(path)"
                )
            }
        }
    }

    private func write(_ report: Report) throws {
        let reproducible = options.output.reproducible
        let color = Colors.areWanted(options.output.color, isTerminal: StandardOutput.isTerminal)
        let snapshot = contents.snapshot
        var style = ReportOptions(
            failOn: threshold, junitProfile: options.output.junitProfile, reproducible: reproducible,
            timestamp: reproducible ? Clock.timestamp(secondsSince1970: 0) : clock.timestamp,
            sources: { snapshot.text(of: $0) })
        // Files first: whoever reads the terminal may already look for them.
        for destination in options.output.files {
            let writer = destination.format.writer(style)
            try ReportFile.replace(destination.path) { sink throws(ReportError) in
                try writer.write(report, to: sink)
            }
        }
        style.colour = color
        try options.output.format.writer(style).write(report, to: StandardOutput.Sink())
    }
}
