import ExecutorFutures
import Synchronization

/// What happened to futures and jobs, counted by those who did it.
struct Tally: CustomStringConvertible {
    var submitted = 0
    var ran = 0
    var ended = 0
    var finished = 0
    var cancelled = 0
    var refused = 0
    /// Because the worker was killed that held them.
    var lost = 0
    var timedOut = 0

    static func += (left: inout Tally, right: Tally) {
        left.submitted += right.submitted
        left.ran += right.ran
        left.ended += right.ended
        left.finished += right.finished
        left.cancelled += right.cancelled
        left.refused += right.refused
        left.lost += right.lost
        left.timedOut += right.timedOut
    }

    /// Counts how a future ended.
    mutating func count<Value>(_ result: Result<Value, any Error>) {
        ended += 1
        switch result {
        case .success: finished += 1
        case .failure(let error) where error is JobFailed || error is JobFailure: finished += 1
        case .failure(let error) where error is ExecutorError || error is EventLoopError: refused += 1
        case .failure(let error) where error is ProcessPoolError: lost += 1
        case .failure: cancelled += 1
        }
    }

    var description: String {
        "\(submitted) submitted: \(finished) finished, \(cancelled) cancelled, \(refused) refused, \(lost) lost; "
            + "\(ran) ran; \(timedOut) waits timed out"
    }
}

/// What a job throws that was told to fail.
struct JobFailed: Error {}

/// A tally that many threads write to.
final class SharedTally: Sendable {
    private let tally = Mutex(Tally())

    func change(_ body: (inout Tally) -> Void) { tally.withLock { body(&$0) } }
    var value: Tally { tally.withLock { $0 } }

    /// Counts a future, and how it ends.
    func follow<Value>(_ future: Future<Value>) {
        change { $0.submitted += 1 }
        future.whenComplete { result in self.change { $0.count(result) } }
    }
}
