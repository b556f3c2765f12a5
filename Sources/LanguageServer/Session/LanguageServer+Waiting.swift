import Analysis
import ExecutorFutures
import LanguageServerProtocol
import SourceModel

/// What requests wait for.
extension LanguageServer {
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
        var simulation = simulation
        simulation?.drawsTimelines = true
        let executor = configuration.executor
        return start { [simulation] _ in
            try await session.details(of: file, simulation: simulation, on: executor)
        }
    }

    /// How fixes are tried before they are offered; `nil` when the user wants no simulation.
    var simulation: SimulationOptions? {
        settings.simulates ? SimulationOptions(poolWidth: configuration.poolWidth) : nil
    }
}
