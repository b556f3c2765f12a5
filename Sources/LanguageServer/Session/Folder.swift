import Analysis
import ExecutorFutures
import SourceModel

/// One folder of the workspace and the state of its analysis.
///
/// Unchecked because tasks of the server carry it: only its actor touches it, and the compiler cannot see that.
final class Folder: @unchecked Sendable {
    /// Absolute.
    let root: String
    /// Counts what has changed: documents, files, settings.
    var generation = 1
    /// Whether files may have come, gone or changed on the disk.
    var mustReload = true
    var session: WorkspaceSession?
    /// What the session was linked to; `nil` while a job has it.
    var linked: LinkedProgram?
    /// Whether the folder is no longer part of the session; nothing is analysed for it any more.
    private(set) var isStopped = false
    /// Open documents that are no part of the folder's analysis: excluded ones.
    var leftOut: Set<String> = []
    var outcome: Outcome?
    /// Why the folder cannot be analysed, as the user was told.
    var problem: String?
    /// Set when there is a new outcome; then another event takes its place.
    var changed = AsyncEvent(name: "new findings")
    /// Brings the outcome up to date, edited files first.
    var analysis: Task<Void, any Error>?
    /// The second wave: looks at the whole folder once no edits come for a moment.
    var settling: Task<Void, any Error>?
    /// Findings with fixes and verdicts, by path, of the outcome's generation.
    var details: [String: Task<[Finding], any Error>] = [:]
    /// The folder's calls that end in blocking ones, and the generation that they are of.
    var paths: (generation: Int, task: Task<BlockingPaths, any Error>)?

    /// What one analysis found.
    struct Outcome: Sendable {
        var generation: Int
        /// Whether the whole folder was looked at; otherwise only the files that were edited since.
        var isWhole: Bool
        /// By absolute path; files without findings are not in it.
        var findings: [String: [Finding]]
        /// Versions of the open documents whose texts were analysed, by absolute path.
        var versions: [String: Int]
        /// The texts that were analysed.
        var session: WorkspaceSession
    }

    init(root: String) { self.root = root }

    func stop() {
        isStopped = true
        analysis?.cancel()
        settling?.cancel()
        forgetDetails()
        wake()
    }

    func finish(_ outcome: Outcome) {
        // The second wave is about the same texts as the first: what was worked out from them still holds.
        if self.outcome?.generation != outcome.generation { forgetDetails() }
        self.outcome = outcome
        wake()
    }

    private func forgetDetails() {
        for task in details.values { task.cancel() }
        details = [:]
    }

    /// Whoever waits for findings looks again.
    func wake() {
        let event = changed
        changed = AsyncEvent(name: "new findings")
        event.set()
    }
}
