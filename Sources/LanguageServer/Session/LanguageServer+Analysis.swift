import Analysis
import ExecutorFutures
import LanguageServerProtocol
import SourceModel

/// Keeps the findings of the folders up to date, in two waves: the edited file as soon as possible, and everything else
/// once nobody types for a moment.
extension LanguageServer {
    /// How long no edit must have come before the whole folder is looked at again.
    static let settlingTime = Duration.milliseconds(150)
    /// How long nothing must have changed before memory is given back.
    static let restingTime = Duration.seconds(1)
    /// So many edited files at once are no typing: then the whole folder is looked at straight away.
    private static let firstWaveLimit = 4

    /// Something has changed: analyses the folder, once more when it is being analysed already.
    func refresh(_ folder: Folder) {
        folder.generation += 1
        resting?.cancel()
        guard folder.analysis == nil, !folder.isStopped, phase == .running else { return }
        folder.analysis = start { server in
            while !Task.isCancelled, folder.outcome?.generation != folder.generation {
                guard await server.analyse(folder) else { break }
            }
            folder.analysis = nil
            if folder.outcome?.isWhole == false { server.settle(folder) } else { server.rest() }
        }
    }

    /// One analysis of what is there now. Changes that come meanwhile are seen by the next one, so a burst of edits
    /// costs two of them.
    ///
    /// - Returns: `false` if there is no use in trying again.
    private func analyse(_ folder: Folder) async -> Bool {
        let generation = folder.generation
        let open = documents.filter { self.folder(of: $0.key) === folder }
        if folder.session?.mustReload(for: open.mapValues(\.text)) == true { folder.mustReload = true }
        do {
            if try await analyseEdits(of: folder, open, generation) { return true }
            try await analyseWhole(folder, open, generation)
            return true
        } catch is CancellationError {
            return false
        } catch {
            tell(folder, "\(error)")
            folder.mustReload = true
            folder.wake()
            // The same again would end the same, unless something has changed meanwhile.
            return folder.generation != generation
        }
    }

    // MARK: The first wave

    /// - Returns: whether that was possible.
    private func analyseEdits(of folder: Folder, _ open: [String: OpenDocument], _ generation: Int) async throws -> Bool
    {
        guard !folder.mustReload, let known = folder.session, let outcome = folder.outcome, let linked = folder.linked,
            open.keys.allSatisfy({ known.has(location: $0) || folder.leftOut.contains($0) })
        else { return false }
        let texts = open.mapValues(\.text)
        let edited = known.differing(from: texts)
        guard edited.count <= Self.firstWaveLimit else { return false }
        folder.linked = nil
        let executor = configuration.executor
        let (session, found) = try await known.firstWave(replacing: texts, after: linked, on: executor)
        folder.session = session
        guard let wave = found else { return false }
        folder.linked = wave.linked
        var next = outcome
        next.generation = generation
        next.isWhole = outcome.isWhole && edited.isEmpty
        next.session = session
        next.versions = open.mapValues(\.version)
        for (file, findings) in wave.findings {
            let path = FilePath.absolute(file, in: folder.root)
            next.findings[path] = findings.isEmpty ? nil : findings
        }
        folder.finish(next)
        findingsChanged(in: folder)
        return true
    }

    // MARK: The whole folder

    private func analyseWhole(_ folder: Folder, _ open: [String: OpenDocument], _ generation: Int) async throws {
        let texts = open.mapValues(\.text)
        let executor = configuration.executor
        let session: WorkspaceSession
        if let known = folder.session, !folder.mustReload,
            texts.keys.allSatisfy({ known.has(location: $0) || folder.leftOut.contains($0) })
        {
            session = try await known.replacing(texts, on: executor)
        } else {
            folder.mustReload = false
            let progress = folder.outcome == nil ? beginProgress("Looking for blocking calls") : nil
            defer { progress?.end() }
            session = try await load(folder, texts)
            progress?.report("linking")
            folder.leftOut = Set(texts.keys.filter { !session.has(location: $0) })
        }
        let (result, linked) = try await session.findings(on: executor)
        folder.session = session
        folder.linked = linked
        folder.problem = nil
        finish(folder, result, session, open.mapValues(\.version), generation)
    }

    private func finish(
        _ folder: Folder, _ result: AnalysisResult, _ session: WorkspaceSession, _ versions: [String: Int],
        _ generation: Int
    ) {
        let findings = Dictionary(grouping: result.report.findings) { FilePath.absolute($0.file, in: folder.root) }
        let previous = folder.outcome
        folder.finish(
            Folder.Outcome(
                generation: generation, isWhole: true, findings: findings, versions: versions, session: session))
        findingsChanged(in: folder)
        if let previous { askToRefresh(folder, since: previous) }
    }

    /// A look at a whole folder takes about as much memory for a moment as what is kept of it, in pieces that the
    /// allocator does not give back by itself.
    private func rest() {
        guard let giveBack = configuration.giveMemoryBack else { return }
        resting?.cancel()
        resting = start { server in
            try await server.loop.sleep(for: Self.restingTime)
            try await server.configuration.executor.run { giveBack() }
        }
    }

    /// The second wave.
    ///
    /// Begins when edits have stopped; what it finds is of no use when another has come meanwhile, and the next one
    /// begins after that.
    func settle(_ folder: Folder) {
        folder.settling?.cancel()
        folder.settling = start { server in
            try await server.loop.sleep(for: Self.settlingTime)
            guard let outcome = folder.outcome, !outcome.isWhole, outcome.generation == folder.generation else {
                return
            }
            guard let (result, linked) = try? await outcome.session.findings(on: server.configuration.executor),
                outcome.generation == folder.generation, !folder.isStopped
            else { return }
            folder.linked = linked
            server.finish(folder, result, outcome.session, outcome.versions, outcome.generation)
            server.rest()
        }
    }

    private func load(_ folder: Folder, _ texts: [String: [UInt8]]) async throws -> WorkspaceSession {
        var request = WorkspaceRequest(workingDirectory: folder.root)
        request.overlays = texts
        // A document that was not saved yet is no file that could be found.
        let fileSystem = configuration.fileSystem
        let unsaved = try await configuration.executor.run {
            texts.keys.filter { $0.hasSuffix(".swift") && fileSystem.status(of: $0) == nil }
        }
        request.arguments = [folder.root] + unsaved.sorted()
        var options = AnalysisOptions()
        options.minConfidence = settings.minConfidence
        options.tool = Report.Tool(name: "unblock", version: configuration.version)
        return try await WorkspaceSession.load(
            request, options: options, previous: folder.session, from: Workspace(fileSystem: fileSystem),
            on: configuration.executor)
    }

    private func tell(_ folder: Folder, _ problem: String) {
        guard folder.problem != problem else { return }
        folder.problem = problem
        notify("window/showMessage", ["type": 1, "message": .string("unblock: \(problem)")])
    }
}
