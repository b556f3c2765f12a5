import Analysis
import ExecutorFutures
import RuleCatalogue

/// The directories that are measured, read the way `unblock lint` reads them.
struct Corpus: Sendable {
    struct Project: Sendable {
        var snapshot: Snapshot
        var analyzer: Analyzer
    }

    var projects: [Project] = []

    var files: [SourceFile] { projects.flatMap(\.snapshot.files) }
    var bytes: Int { files.reduce(0) { $0 + $1.text.count } }

    /// - Parameter directories: absolute.
    init(reading directories: [String], on pool: ThreadPoolExecutor) async throws {
        for directory in directories {
            var request = WorkspaceRequest(workingDirectory: directory)
            request.arguments = ["."]
            let contents = try await Workspace().load(request, catalogue: .builtIn, on: pool)
            var options = AnalysisOptions()
            options.stallBudget = contents.configuration.stallBudget
            projects.append(
                Project(
                    snapshot: contents.snapshot, analyzer: Analyzer(catalogue: contents.catalogue, options: options)))
        }
    }
}
