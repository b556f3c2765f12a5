import Analysis
import ArgumentParser
import ExecutorFutures
import Reporting
import RuleCatalogue
import SourceModel

/// `unblock doctor`: is everything there that a run needs?
struct DoctorCommand: AwaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the set-up: tools, configuration, files; exit status 2 when something must be mended.")

    @Argument(help: ArgumentHelp("A file or folder, as 'lint' takes it.", valueName: "path"))
    var paths: [String] = []

    func perform() async throws -> ExitStatus {
        let pool = ThreadPoolExecutor(
            name: "unblock", maximumThreads: ThreadPoolExecutor.coreCount, stackSize: Analyzer.stackSize)
        var checks = try await pool.run { Diagnosis.ofTheMachine() }
        checks += try await ofTheProject(pool)
        let result = checks
        return try await pool.run {
            try StandardOutput.write(result.map(\.text).joined())
            return result.contains { $0.mark == .bad } ? .unusable : .success
        }
    }

    /// The project's files, read as `lint` reads them.
    private func ofTheProject(_ pool: ThreadPoolExecutor) async throws -> [Diagnosis] {
        let directory = try Environment.workingDirectory()
        var checks = try await pool.run { [Diagnosis.ofConfiguration(above: directory)] }
        var request = WorkspaceRequest(workingDirectory: directory)
        request.arguments = paths
        do {
            let contents = try await Workspace().load(request, catalogue: .builtIn, on: pool)
            checks += Diagnosis.of(contents.snapshot)
            checks += try await pool.run {
                [Diagnosis.ofIndex(contents.snapshot, directory), Diagnosis.ofCache()]
            }
        } catch let problem as UsageProblem {
            checks.append(Diagnosis(.bad, "sources: \(problem)"))
        }
        return checks
    }
}
