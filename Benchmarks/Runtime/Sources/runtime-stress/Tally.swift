import Synchronization

/// What happened to jobs, counted by those who did it.
struct Tally: CustomStringConvertible {
    var submitted = 0
    var ran = 0
    var ended = 0
    var finished = 0
    var cancelled = 0
    var refused = 0
    var timedOut = 0

    static func += (left: inout Tally, right: Tally) {
        left.submitted += right.submitted
        left.ran += right.ran
        left.ended += right.ended
        left.finished += right.finished
        left.cancelled += right.cancelled
        left.refused += right.refused
        left.timedOut += right.timedOut
    }

    var description: String {
        "futures \(submitted): \(finished) finished, \(cancelled) cancelled, \(refused) refused; "
            + "\(ran) jobs ran; \(timedOut) waits timed out"
    }
}

/// A tally that many threads write to.
final class SharedTally: Sendable {
    private let tally = Mutex(Tally())

    func change(_ body: (inout Tally) -> Void) { tally.withLock { body(&$0) } }
    var value: Tally { tally.withLock { $0 } }
}
