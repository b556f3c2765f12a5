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
    /// Whether the folder is no longer part of the session; nothing is analysed for it any more.
    private(set) var isStopped = false
    /// Open documents that are no part of the folder's analysis: excluded ones.
    var leftOut: Set<String> = []
    var outcome: Outcome?
    /// Why the folder cannot be analysed, as the user was told.
    var problem: String?
    /// Set when there is a new outcome; then another event takes its place.
    var changed = AsyncEvent(name: "new findings")
    var analysis: Task<Void, any Error>?
    /// Findings with fixes and verdicts, by path, of the outcome's generation.
    var details: [String: Task<[Finding], any Error>] = [:]

    /// What one analysis found.
    struct Outcome: Sendable {
        var generation: Int
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
        for task in details.values { task.cancel() }
        details = [:]
        wake()
    }

    func finish(_ outcome: Outcome) {
        self.outcome = outcome
        for task in details.values { task.cancel() }
        details = [:]
        wake()
    }

    /// Whoever waits for findings looks again.
    func wake() {
        let event = changed
        changed = AsyncEvent(name: "new findings")
        event.set()
    }
}
