import Analysis
import RuleCatalogue

/// What the options say about the files of a run.
struct LintInput: Sendable {
    let options: LintCommand

    /// May block: it reads standard input when `-` asks for it.
    func request() throws -> WorkspaceRequest {
        let directory = try Environment.workingDirectory()
        var request = WorkspaceRequest(workingDirectory: directory)
        request.configurationPath = options.selection.config
        request.commandLine = try commandLine(directory)
        request.excludesNamedFiles = options.selection.forceExclude
        request.readsDependencies = options.running.readsDependencies
        if options.paths == ["-"] {
            let path = options.selection.stdinFilename ?? "stdin.swift"
            request.arguments = [path]
            request.overlays = [FilePath.absolute(path, in: directory): try Files.readStandardInput()]
            // Without a name the text belongs to no package.
            request.readsContext = options.selection.stdinFilename != nil
        } else {
            request.arguments = options.paths
        }
        return request
    }

    private func commandLine(_ directory: String) throws -> Configuration {
        var configuration = Configuration()
        configuration.chosenMinConfidence = options.selection.minConfidence
        configuration.chosenFailOn = options.selection.failOn
        for pattern in options.selection.excludes {
            do throws(GlobProblem) {
                configuration.exclude.append(try PathPattern(pattern, base: directory))
            } catch {
                throw CommandFailure("--exclude '\(pattern)': \(error.problem)", remedy: error.advice)
            }
        }
        return configuration
    }
}
