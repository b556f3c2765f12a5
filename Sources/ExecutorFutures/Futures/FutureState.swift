/// How far a future has come.
///
/// It only ever moves downwards: `pending` may become any of the others, `running` may become `finished`.
public enum FutureState: Sendable, Hashable {
    /// The work has not started. Only now can it be cancelled.
    case pending
    /// The work has started, and will not be interrupted.
    case running
    /// There is a value or an error.
    case finished
    /// The work was cancelled before it started, and never ran.
    case cancelled
}
