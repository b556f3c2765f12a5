/// One entry of a loop's timer queue: when, and what then.
///
/// Only the loop's thread may touch it once another thread has handed it over; it is unchecked because the compiler
/// cannot see that.
final class LoopTimer: @unchecked Sendable {
    let deadline: EventLoop.Instant
    /// Where it stands among equal deadlines; given when it is armed.
    var sequence: UInt64 = 0
    var action: Action = .none
    /// Where it was armed, if the loop times what it runs.
    var place: CallPlace?
    /// Fired or cancelled.
    var isOver = false
    /// Whether the queue holds it.
    var isArmed = false

    enum Action {
        case none
        case call(() throws -> Void)
        case resume(UnsafeContinuation<Void, any Error>)
    }

    init(deadline: EventLoop.Instant) {
        self.deadline = deadline
    }

    /// Ends the timer and hands out what it was armed for.
    func take() -> Action {
        isOver = true
        defer { action = .none }
        return action
    }
}
