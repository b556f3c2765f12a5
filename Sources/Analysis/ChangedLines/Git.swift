/// Runs git; tests answer from memory.
///
/// May block its thread until git is done: called from synchronous command code only.
package protocol Git {
    /// What git wrote to standard output and error, and its exit status.
    ///
    /// - Parameters:
    ///   - arguments: passed on one by one, no shell in between.
    ///   - directory: where git runs.
    func run(_ arguments: [String], in directory: String) throws(UsageProblem) -> GitOutput
}

package struct GitOutput: Sendable, Hashable {
    package var status: Int32
    package var output: [UInt8]
    /// Standard error.
    package var message: String

    package init(status: Int32, output: [UInt8], message: String = "") {
        self.status = status
        self.output = output
        self.message = message
    }
}

extension ChangedLines {
    /// The lines changed since `reference` in the work tree that `directory` is in, uncommitted and untracked ones too.
    ///
    /// - Parameters:
    ///   - reference: a commit, tag or branch.
    ///   - directory: where paths of findings start from.
    /// - Throws: when git cannot be run, the directory is in no repository, or the reference names no commit.
    package static func since(
        _ reference: String, in directory: String, git: any Git
    ) throws(UsageProblem) -> ChangedLines {
        guard !reference.isEmpty, !reference.hasPrefix("-") else {
            throw UsageProblem("--since '\(reference)' names no commit: write a branch, a tag or a commit id")
        }
        let place = try git.run(["rev-parse", "--show-prefix"], in: directory)
        guard place.status == 0 else {
            throw UsageProblem(
                "--since needs a git work tree, and '\(directory)' is in none (git: \(firstLine(place.message))): "
                    + "run in a clone, or leave --since out")
        }
        let commit = try git.run(["rev-parse", "--verify", "--quiet", reference + "^{commit}"], in: directory)
        guard commit.status == 0 else {
            throw UsageProblem(
                "--since '\(reference)' names no commit that is here: fetch it first "
                    + "(a shallow clone in CI may need a greater fetch depth), or name another")
        }
        let diff = try git.run(
            [
                "--no-optional-locks", "-c", "core.quotePath=false", "diff", "-U0", "--no-color", "--no-ext-diff",
                "--no-textconv", "--no-relative", "--find-renames", "--src-prefix=a/", "--dst-prefix=b/",
                firstLine(text(commit.output)), "--",
            ], in: directory)
        guard diff.status == 0 else { throw failure("diff", diff) }
        let untracked = try git.run(
            ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/"], in: directory)
        guard untracked.status == 0 else { throw failure("ls-files", untracked) }
        var files = DiffReader.changedLines(in: diff.output)
        for path in untracked.output.split(separator: 0) { files[String(decoding: path, as: UTF8.self)] = .all }
        let prefix = text(place.output).filter { $0 != "\n" }
        return ChangedLines(files: files, workingDirectory: FilePath.normalized(prefix))
    }

    private static func failure(_ command: String, _ output: GitOutput) -> UsageProblem {
        UsageProblem("git \(command) failed with status \(output.status): \(firstLine(output.message))")
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func firstLine(_ text: String) -> String {
        String(text.split(separator: "\n", maxSplits: 1).first ?? "no message")
    }
}
