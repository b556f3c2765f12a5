/// What other threads hand to a loop; reached under its lock only.
struct LoopInbox {
    enum Phase {
        case idle
        /// A thread of its own is about to run it, and no other may.
        case reserved
        case running
        /// Runs nothing any more and takes nothing.
        case closed
    }

    var phase = Phase.idle
    /// Whether the run must be followed by the loop's end.
    var mustWindUp = false
    /// Whether a thread will end the loop whatever happens, so that nobody else must, also between its runs.
    var isBoundToWindUp = false
    var entries: [ReadyEntry] = []
    /// Whether the loop waits, so that the next one to bring something must wake it.
    var isAsleep = false
    /// Pieces of work on threads outside that will end with an entry; virtual time must not pass meanwhile.
    var outsideWork = 0
    var received = 0
    var wakeUps = 0

    /// Whether a thread runs the loop or will, and ends it then.
    var willBeWoundUp: Bool { mustWindUp || isBoundToWindUp || phase == .running || phase == .reserved }
}
