import ExecutorFutures
import ProgramModel
import RuleCatalogue
import Rules
import SourceModel
import Verdicts

/// The pipeline: a snapshot goes in, a report comes out.
///
/// Must do no I/O, read no clock and make no thread; the work is done on the executor that is handed in. The report
/// never depends on how many threads that has or on which of them ends first.
package struct Analyzer: Sendable {
    /// Bytes of stack that each thread of the executor must have: the parser descends into whatever it is given.
    package static let stackSize = 64 << 20

    package var catalogue: Catalogue
    package var options: AnalysisOptions
    /// What earlier runs found out; `nil` to find out everything.
    package var cache: AnalysisCache?
    /// Told when a phase begins.
    package var onPhase: @Sendable (AnalysisPhase) -> Void

    package init(
        catalogue: Catalogue, options: AnalysisOptions = AnalysisOptions(), cache: AnalysisCache? = nil,
        onPhase: @escaping @Sendable (AnalysisPhase) -> Void = { _ in }
    ) {
        self.catalogue = catalogue
        self.options = options
        self.cache = cache
        self.onPhase = onPhase
    }

    /// - Throws: what the executor throws, such as `CancellationError`; nothing of its own.
    package nonisolated(nonsending) func analyze(
        _ snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> AnalysisResult {
        if let known = try await recall(snapshot, on: executor) { return known }
        return try await examine(snapshot, on: executor)
    }

    /// The report of an earlier run over the same snapshot with the same options.
    package nonisolated(nonsending) func recall(
        _ snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> AnalysisResult? {
        guard let cache else { return nil }
        let options = options
        return try await executor.run { cache.name(of: snapshot, options).flatMap { cache.report($0) } }
    }

    /// As `analyze`, without asking what earlier runs have reported.
    package nonisolated(nonsending) func examine(
        _ snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> AnalysisResult {
        let result = try await find(snapshot, on: executor)
        guard let cache else { return result }
        let options = options
        try await executor.run { if let name = cache.name(of: snapshot, options) { cache.keep(result, name) } }
        return result
    }

    private nonisolated(nonsending) func find(
        _ snapshot: Snapshot, on executor: any FutureExecutor
    ) async throws -> AnalysisResult {
        onPhase(.parse)
        let digests = try await digest(snapshot.files, on: executor)
        let conclusion = try await executor.run { self.conclusion(snapshot, digests) }
        if options.simulation != nil { onPhase(.simulate) }
        return try await conclusion.judged(options.simulation, on: executor)
    }

    /// Parses and summarises every file; the biggest first, so that none of them is left to one thread at the end.
    ///
    /// - Returns: in the order of `files`.
    package nonisolated(nonsending) func digest(
        _ files: [SourceFile], on executor: any FutureExecutor
    ) async throws -> [FileDigest] {
        let order = files.indices.sorted { (files[$1].text.count, $0) < (files[$0].text.count, $1) }
        let cache = cache
        let results = try await executor.map(order) { index in
            cache?.digest(of: files[index].text) ?? FileDigest(files[index].text)
        }
        var digests = [FileDigest?](repeating: nil, count: files.count)
        for (index, digest) in zip(order, results) { digests[index] = digest }
        return digests.compactMap { $0 }
    }

    /// Everything that needs all files but the verdicts: links, checks, and decides what is reported.
    ///
    /// - Parameter digests: of the snapshot's files, in their order.
    package func conclude(_ snapshot: Snapshot, _ digests: [FileDigest]) -> AnalysisResult {
        conclusion(snapshot, digests).result
    }

    /// - Parameter path: the only file whose findings are wanted; `nil` for all.
    func conclusion(_ snapshot: Snapshot, _ digests: [FileDigest], only path: String? = nil) -> Conclusion {
        onPhase(.link)
        return conclusion(snapshot, digests, link(snapshot.files, digests), only: path)
    }

    /// - Parameter program: the linked snapshot.
    func conclusion(
        _ snapshot: Snapshot, _ digests: [FileDigest], _ program: Program, only path: String? = nil
    ) -> Conclusion {
        let detections = RuleEngine.detections(in: program, catalogue: catalogue)
        // From here on few files are asked about.
        program.forget(keepsAnswers: true)

        onPhase(.report)
        var places = Places(snapshot.files)
        var (reported, hidden) = candidates(from: detections, snapshot.files, digests, &places)
        if options.offersFixes, options.shard != .whole {
            // Fixes are made with regard to one another, and what one of them changes may be another part's file.
            var whole = self
            whole.options.shard = .whole
            reported = whole.candidates(from: detections, snapshot.files, digests, &places).reported
        }
        if let path { reported.removeAll { $0.finding.file != path } }
        var trials = options.simulation.map {
            TrialCollection(SubjectFinder(program: program, poolWidth: $0.poolWidth))
        }
        if options.offersFixes, !reported.isEmpty {
            let stage = FixStage(self, snapshot, digests, program, detections)
            stage.attachFixes(to: &reported, &places, &trials)
        }
        let isOwn = { (candidate: Candidate) in
            options.shard.contains(snapshot.files[candidate.file].stablePath)
        }
        for (index, candidate) in reported.enumerated() where isOwn(candidate) {
            reported[index].trial = candidate.detection.flatMap { trials?.trial(of: index, $0) }
        }
        reported.removeAll { !isOwn($0) }
        reported.sort { Finding.reportOrder($0.finding, $1.finding) }
        let result = AnalysisResult(
            snapshot, digests, findings: reported.map(\.finding), allowed: hidden,
            rules: FindingPolicy(catalogue: catalogue, options: options).descriptions, options: options)
        return Conclusion(result: result, trials: reported.map(\.trial))
    }

    /// What is reported of some detections, in no order, and how many findings comments hide.
    func candidates(
        from detections: [Detection], _ files: [SourceFile], _ digests: [FileDigest], _ places: inout Places
    ) -> (reported: [Candidate], hidden: Int) {
        let policy = FindingPolicy(catalogue: catalogue, options: options)
        let wanted = policy.wanted(detections, files, digests)
        var candidates = FindingBuilder.findings(wanted, files, &places)
        Fingerprints.assign(to: &candidates, files, &places)
        var allowances = Allowances(files, digests, policy, &places)
        let (shown, hidden) = allowances.hide(candidates)
        let stale = allowances.staleFindings(catalogue: catalogue, &places)
        let reported = (shown + stale).filter { policy.isConfident($0.finding, in: files[$0.file]) }
        return (reported, hidden)
    }

    func link(_ files: [SourceFile], _ digests: [FileDigest]) -> Program {
        Program(
            files: zip(files, digests).map(ProgramFile.init), catalogue: catalogue,
            options: ProgramOptions(stallBudgetMilliseconds: options.stallBudget / .milliseconds(1)))
    }
}

extension ProgramFile {
    init(_ file: SourceFile, _ digest: FileDigest) {
        self.init(
            path: file.path, module: file.module.name, isModuleKnown: file.module.dependencies != nil,
            isTest: file.isTest(digest), defaultGlobalActor: file.module.defaultGlobalActor, summary: digest.summary,
            callees: file.callees)
    }
}

extension SourceFile {
    /// Whether the file belongs to a test target, or imports what only tests import.
    func isTest(_ digest: FileDigest) -> Bool {
        module.isTest || digest.summary.imports.contains { $0 == "XCTest" || $0 == "Testing" }
    }
}
