import ExecutorFutures
import RuleCatalogue
import SourceModel

/// The files of one folder, kept digested while they are edited.
///
/// A value: every change makes a new one that shares what has not changed, so an analysis that runs on the pool keeps
/// the texts that it began with. Syntax trees are not kept, only what was read out of them.
package struct WorkspaceSession: Sendable {
    package let contents: Workspace.Contents
    /// Of the snapshot's files, in their order.
    let digests: [FileDigest]
    let analyzer: Analyzer

    private init(_ contents: Workspace.Contents, _ digests: [FileDigest], _ analyzer: Analyzer) {
        self.contents = contents
        self.digests = digests
        self.analyzer = analyzer
    }

    /// Reads the folder; only files whose text is not the one of `previous` are parsed.
    ///
    /// - Parameter executor: its threads need `Analyzer.stackSize`.
    /// - Throws: `UsageProblem` for a configuration that cannot be used; what the executor throws.
    package static nonisolated(nonsending) func load(
        _ request: WorkspaceRequest, options: AnalysisOptions, previous: WorkspaceSession? = nil,
        from workspace: Workspace = Workspace(), on executor: any FutureExecutor
    ) async throws -> WorkspaceSession {
        let contents = try await workspace.load(request, catalogue: .builtIn, on: executor)
        var analyzer = Analyzer(catalogue: contents.catalogue, options: options)
        analyzer.options.stallBudget = contents.configuration.stallBudget
        let digests = try await digests(of: contents.snapshot, previous, analyzer, on: executor)
        return WorkspaceSession(contents, digests, analyzer)
    }

    private static nonisolated(nonsending) func digests(
        of snapshot: Snapshot, _ previous: WorkspaceSession?, _ analyzer: Analyzer, on executor: any FutureExecutor
    ) async throws -> [FileDigest] {
        var known: [Int: FileDigest] = [:]
        var fresh: [Int] = []
        for (index, file) in snapshot.files.enumerated() {
            if let digest = previous?.digest(of: file) { known[index] = digest } else { fresh.append(index) }
        }
        let made = try await analyzer.digest(fresh.map { snapshot.files[$0] }, on: executor)
        for (index, digest) in zip(fresh, made) { known[index] = digest }
        return snapshot.files.indices.compactMap { known[$0] }
    }

    private func digest(of file: SourceFile) -> FileDigest? {
        guard let index = contents.snapshot.index(of: file.path), contents.snapshot.files[index].text == file.text
        else {
            return nil
        }
        return digests[index]
    }

    /// Whether the folder has this file; also one that is read only for the sake of others.
    package func has(location: String) -> Bool { index(of: location) != nil }

    /// The text that is analysed for a file of the folder.
    package func text(of path: String) -> [UInt8]? { contents.snapshot.text(of: path) }

    /// The path that findings name a file by; `nil` for one that is not here.
    package func path(of location: String) -> String? { index(of: location).map { contents.snapshot.files[$0].path } }

    /// Which of some texts are not those that are analysed, by absolute path.
    package func differing(from texts: [String: [UInt8]]) -> [String] {
        texts.filter { location, text in
            index(of: location).map { contents.snapshot.files[$0].text != text } ?? false
        }.keys.sorted()
    }

    /// Whether some texts, by absolute path, change which files are reported: one was not generated before and now says
    /// that it is, or the other way round.
    package func mustReload(for texts: [String: [UInt8]]) -> Bool {
        differing(from: texts).contains { location in
            guard let index = index(of: location), let new = texts[location] else { return false }
            return GeneratedMarker.isPresent(in: contents.snapshot.files[index].text)
                != GeneratedMarker.isPresent(in: new)
        }
    }

    /// The same folder with other texts, by absolute path; files that are not here are passed over.
    package nonisolated(nonsending) func replacing(
        _ texts: [String: [UInt8]], on executor: any FutureExecutor
    ) async throws -> WorkspaceSession {
        let changes = changes(from: texts)
        if changes.isEmpty { return self }
        let snapshot = contents.snapshot.replacing(changes)
        let changed = changes.keys.sorted()
        let made = try await analyzer.digest(changed.map { snapshot.files[$0] }, on: executor)
        return with(snapshot, Dictionary(uniqueKeysWithValues: zip(changed, made)))
    }

    /// As `replacing(_:on:)`, on this thread, which needs `Analyzer.stackSize`.
    func replacing(_ texts: [String: [UInt8]]) -> WorkspaceSession {
        let changes = changes(from: texts)
        if changes.isEmpty { return self }
        return with(contents.snapshot.replacing(changes), changes.mapValues { FileDigest($0) })
    }

    private func changes(from texts: [String: [UInt8]]) -> [Int: [UInt8]] {
        var changes: [Int: [UInt8]] = [:]
        for (location, text) in texts {
            guard let index = index(of: location), contents.snapshot.files[index].text != text else { continue }
            changes[index] = text
        }
        return changes
    }

    private func with(_ snapshot: Snapshot, _ made: [Int: FileDigest]) -> WorkspaceSession {
        var contents = contents
        contents.snapshot = snapshot
        var digests = digests
        for (index, digest) in made { digests[index] = digest }
        return WorkspaceSession(contents, digests, analyzer)
    }

    /// All findings, without fixes and verdicts; the same as a run of `Analyzer` over these texts.
    package nonisolated(nonsending) func findings(
        on executor: any FutureExecutor
    ) async throws -> (result: AnalysisResult, linked: LinkedProgram) {
        try await executor.run {
            let program = analyzer.link(contents.snapshot.files, digests)
            return (analyzer.conclusion(contents.snapshot, digests, program).result, LinkedProgram(program))
        }
    }

    /// The findings of one file, or of all, with their fixes, and with verdicts if `simulation` is given.
    package nonisolated(nonsending) func details(
        of path: String?, simulation: SimulationOptions?, on executor: any FutureExecutor
    ) async throws -> [Finding] {
        var analyzer = analyzer
        analyzer.options.offersFixes = true
        analyzer.options.simulation = simulation
        let detailed = analyzer
        let conclusion = try await executor.run {
            detailed.conclusion(contents.snapshot, digests, only: path)
        }
        return try await conclusion.judged(simulation, on: executor).report.findings
    }

    func index(of location: String) -> Int? {
        let path = FilePath.relative(location, to: contents.workingDirectory)
        return contents.snapshot.index(of: path)
    }
}
