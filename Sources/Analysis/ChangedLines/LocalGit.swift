/// The git of this machine, found through `PATH`.
package struct LocalGit: Git {
    package init() {}

    package func run(_ arguments: [String], in directory: String) throws(UsageProblem) -> GitOutput {
        do throws(ScratchProcess.Failure) {
            let outcome = try ScratchProcess.run("git", ["git", "-C", directory] + arguments)
            return GitOutput(
                status: outcome.status, output: outcome.output,
                message: String(decoding: outcome.errors, as: UTF8.self))
        } catch {
            switch error {
            case .noTemporaryFile(let code):
                throw UsageProblem("no temporary file can be made for git's output: \(ScratchProcess.reason(code))")
            case .notStarted(let code):
                throw UsageProblem(
                    "git cannot be started (\(ScratchProcess.reason(code))): install git, or leave --since out")
            }
        }
    }
}
