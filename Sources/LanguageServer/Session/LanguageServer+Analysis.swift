import Analysis
import ExecutorFutures
import LanguageServerProtocol
import SourceModel

/// Keeps the findings of the folders up to date.
extension LanguageServer {
    /// Something has changed: analyses the folder, once more when it is being analysed already.
    func refresh(_ folder: Folder) {
        folder.generation += 1
        guard folder.analysis == nil, !folder.isStopped, phase == .running else { return }
        folder.analysis = start { server in
            while !Task.isCancelled, folder.outcome?.generation != folder.generation {
                guard await server.analyse(folder) else { break }
            }
            folder.analysis = nil
        }
    }

    /// One analysis of what is there now. Changes that come meanwhile are seen by the next one, so a burst of edits
    /// costs two of them.
    ///
    /// - Returns: `false` if there is no use in trying again.
    private func analyse(_ folder: Folder) async -> Bool {
        let generation = folder.generation
        let open = documents.filter { self.folder(of: $0.key) === folder }
        let texts = open.mapValues(\.text)
        do {
            let executor = configuration.executor
            let session: WorkspaceSession
            if let known = folder.session, !folder.mustReload,
                texts.keys.allSatisfy({ known.has(location: $0) || folder.leftOut.contains($0) })
            {
                session = try await known.replacing(texts, on: executor)
            } else {
                folder.mustReload = false
                session = try await load(folder, texts)
                folder.leftOut = Set(texts.keys.filter { !session.has(location: $0) })
            }
            let result = try await session.findings(on: executor)
            folder.session = session
            folder.problem = nil
            let findings = Dictionary(grouping: result.report.findings) { FilePath.absolute($0.file, in: folder.root) }
            folder.finish(
                Folder.Outcome(
                    generation: generation, findings: findings, versions: open.mapValues(\.version), session: session))
            findingsChanged(in: folder)
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

    // MARK: What requests wait for

    /// Suspends until the findings are those of the document's present text, or of the folder's present state when it
    /// is not open.
    ///
    /// - Throws: `CancellationError`; `ResponseError` when the folder cannot be analysed.
    func upToDate(_ path: String, in folder: Folder) async throws -> Folder.Outcome {
        while true {
            try Task.checkCancellation()
            if folder.isStopped { throw ResponseError(.contentModified, "the folder has left the workspace") }
            if let outcome = folder.outcome {
                if outcome.generation == folder.generation { return outcome }
                if let version = documents[path]?.version, outcome.versions[path] == version { return outcome }
            }
            if folder.analysis == nil {
                if let problem = folder.problem { throw ResponseError(.requestFailed, problem) }
                refresh(folder)
            }
            try await folder.changed.wait()
        }
    }

    /// The findings of one file's present text with fixes and verdicts; worked out when they are first asked for.
    func details(of path: String) async throws -> (findings: [Finding], outcome: Folder.Outcome)? {
        while let folder = folder(of: path) {
            let outcome = try await upToDate(path, in: folder)
            guard outcome.findings[path] != nil, let name = outcome.session.path(of: path) else { return ([], outcome) }
            let task = folder.details[path] ?? workOut(name, outcome.session)
            folder.details[path] = task
            do {
                let findings = try await task.value
                try Task.checkCancellation()
                // The places of another text would be wrong ones.
                if documents[path]?.version == outcome.versions[path] { return (findings, outcome) }
            } catch is CancellationError {
                // The request itself was cancelled, or an edit has made an end of what it waited for.
                try Task.checkCancellation()
            }
        }
        return nil
    }

    private func workOut(_ file: String, _ session: WorkspaceSession) -> Task<[Finding], any Error> {
        let simulation =
            settings.simulates ? SimulationOptions(poolWidth: configuration.poolWidth, drawsTimelines: true) : nil
        let executor = configuration.executor
        return start { _ in try await session.details(of: file, simulation: simulation, on: executor) }
    }
}
