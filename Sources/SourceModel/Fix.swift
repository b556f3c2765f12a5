/// One change of source text that removes a finding.
///
/// Whoever offers a fix has already parsed and analysed the changed text: the finding is gone and none is new.
package struct Fix: Sendable, Hashable {
    /// What the fix does, as an editor's menu shows it: "Await `Task.sleep` instead".
    package var title: String
    package var style: FixStyle
    package var safety: FixSafety
    /// Why somebody should look before the fix is applied; empty when it is safe.
    package var reason: String
    /// Whether this is the one that `--fix` takes; at most one of a finding's fixes is.
    package var isPreferred: Bool
    /// By file and place; none overlaps another.
    package var edits: [TextEdit]
    /// What the simulated runs of the edited text came to; `nil` when it was not run.
    package var verdict: Verdict.FixOutcome?

    package init(
        title: String, style: FixStyle, safety: FixSafety, reason: String = "", isPreferred: Bool = false,
        edits: [TextEdit], verdict: Verdict.FixOutcome? = nil
    ) {
        self.title = title
        self.style = style
        self.safety = safety
        self.reason = reason
        self.isPreferred = isPreferred
        self.edits = edits
        self.verdict = verdict
    }
}

/// What kind of code takes the place of the blocking call.
package enum FixStyle: String, Sendable, Hashable, CaseIterable {
    /// An async form of the same call.
    case asyncAPI = "async-api"
    /// The call runs on an executor of ExecutorFutures.
    case executorFuture = "executor-future"
    /// The call runs on SwiftNIO's `NIOThreadPool`.
    case nio
    /// The call runs on a serial queue of its own, behind a continuation.
    case dispatch
    /// The code around the call changes: a lock's scope, a queue, an offload.
    case structure
}

/// Whether a fix may be applied unseen.
package enum FixSafety: String, Sendable, Hashable, CaseIterable {
    /// Does what the code did, without holding its thread.
    case safe
    /// Changes more than that; `Fix.reason` says what.
    case review
}

/// Text that takes the place of other text in one file.
package struct TextEdit: Sendable, Hashable {
    /// Path as reports print it. A file that does not exist yet is made, and `range` is empty and at 0.
    package var file: String
    /// UTF-8 offsets into the file before any edit.
    package var range: SourceRange
    package var start: SourcePosition
    /// Just past the last byte that is replaced.
    package var end: SourcePosition
    package var newText: String

    package init(file: String, range: SourceRange, start: SourcePosition, end: SourcePosition, newText: String) {
        self.file = file
        self.range = range
        self.start = start
        self.end = end
        self.newText = newText
    }
}
