import Analysis
import ExecutorFutures
import Logging
import Reporting
import RuleCatalogue
import SourceModel

/// One run of `unblock lint`, from top to bottom: gather, analyse, publish.
///
/// The task only awaits; the disk, the terminal and git are waited for on threads of the executor.
struct LintRun: Sendable {
    let options: LintCommand

    private static let tool = Report.Tool(name: "unblock", version: Version.current)

    func perform() async throws -> ExitStatus {
        let clock = PhaseClock(log: Log.logger(options.running.logLevel))
        let catalogue = Catalogue.builtIn
        let analysisOptions = try AnalysisOptions(
            rules: wantedRules(in: catalogue), minConfidence: options.selection.minConfidence,
            shard: options.selection.shard ?? .whole, tool: Self.tool, simulation: simulation, offersFixes: true)
        let pool = ThreadPoolExecutor(
            name: "unblock", maximumThreads: options.running.jobs ?? ThreadPoolExecutor.coreCount,
            stackSize: Analyzer.stackSize)

        clock.enter(.read)
        let request = try await pool.run { try LintInput(options: options).request() }
        var contents = try await Workspace().load(request, catalogue: catalogue, on: pool)

        let cache = try await pool.run {
            CacheChoice.cache(options.running, workingDirectory: request.workingDirectory)
        }
        var analyzer = Analyzer(catalogue: contents.catalogue, options: analysisOptions, cache: cache) {
            clock.enter($0)
        }
        analyzer.options.stallBudget = contents.configuration.stallBudget
        let snapshot = contents.snapshot
        let notes = try await pool.run {
            CompilerNotes(options.running, snapshot, workingDirectory: request.workingDirectory)
        }
        if let notes { contents.snapshot = notes.named(snapshot) }
        let progress = ProgressTicker.start(options.running.progress, files: contents.snapshot.files.count, on: pool)
        let result: AnalysisResult
        var outcome = CompilerNotes.Outcome.none
        do {
            // Fixes need the notes themselves, a known report only their name.
            if !options.fixing.fix, let known = try await analyzer.recall(contents.snapshot, on: pool) {
                result = known
            } else {
                if let notes {
                    let named = contents.snapshot
                    (contents.snapshot, outcome) = try await pool.run { notes.joined(to: named) }
                }
                result = try await analyzer.examine(contents.snapshot, on: pool)
            }
        } catch {
            await progress?.stop()
            throw error
        }
        await progress?.stop()
        let output = LintOutput(
            options: options, contents: contents, clock: clock, cache: cache, notes: outcome,
            directory: request.workingDirectory)
        let wanted = try await pool.run { try output.selected(result) }
        guard options.fixing.fix else { return try await pool.run { try output.publish(wanted) } }
        let fixed = try await FixApplication(options: options, analyzer: analyzer)
            .perform(contents.snapshot, result, wanted, on: pool)
        return try await pool.run { try output.publish(fixed) }
    }

    private var simulation: SimulationOptions? {
        guard !options.running.noSimulate else { return nil }
        let formats = [options.output.format] + options.output.files.map(\.format)
        return SimulationOptions(
            poolWidth: ThreadPoolExecutor.coreCount, drawsTimelines: formats.contains(.html))
    }

    private func wantedRules(in catalogue: Catalogue) throws -> Set<RuleID>? {
        let names = options.selection.rules
        if names.isEmpty { return nil }
        let known = catalogue.rules.keys.map(\.rawValue).sorted()
        for name in names where !known.contains(name) {
            throw CommandFailure("no rule is called '\(name)'", remedy: NearestName.advice(for: name, among: known))
        }
        return Set(names.map { RuleID($0) })
    }
}
