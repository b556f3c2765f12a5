/// Counts the ends of some futures until enough have come.
///
/// A future costs one observer and one visit to a lock; the task that waits is resumed once.
final class CompletionWatch: Sendable {
    /// What ends the watch before every future has ended.
    enum Condition {
        case anyEnd
        case anyFailure
        case anyFailureOrCancellation
        case nothing
    }

    private let condition: Condition
    private let progress: LockedValue<Progress>
    private let isOver = AsyncEvent(name: "end of futures")

    private struct Progress {
        var missing: Int
        var firstError: (any Error)?
        var registrations: [FutureRegistration] = []
    }

    /// - Parameter count: how many futures will be given to `add`.
    init(count: Int, until condition: Condition) {
        self.condition = condition
        progress = LockedValue(Progress(missing: count))
        if count == 0 { isOver.set() }
    }

    func add<Value>(_ future: Future<Value>) {
        if future.isDone { return futureEnded(with: future.outcome) }
        let registration = future.observe { [self] outcome in futureEnded(with: outcome) }
        progress.withLock { $0.registrations.append(registration) }
    }

    /// Suspends until the watch is over, and lets go of the futures.
    nonisolated(nonsending) func wait() async throws {
        defer { stop() }
        try await isOver.wait()
    }

    /// The first failure that came, if the condition asks for failures.
    var firstError: (any Error)? { progress.withLock { $0.firstError } }

    private func futureEnded<Value>(with outcome: FutureOutcome<Value>) {
        let error: (any Error)?
        switch (outcome, condition) {
        case (.finished(.failure(let failure)), .anyFailure),
            (.finished(.failure(let failure)), .anyFailureOrCancellation):
            error = failure
        case (.cancelled, .anyFailureOrCancellation): error = CancellationError()
        default: error = nil
        }
        let isLast = progress.withLock { progress in
            progress.missing -= 1
            if progress.firstError == nil { progress.firstError = error }
            return progress.missing == 0
        }
        if isLast || error != nil || condition == .anyEnd { isOver.set() }
    }

    private func stop() {
        // Outside the lock: what an observer holds may be released with it.
        for registration in progress.withLock({ $0.registrations }) { registration.cancel() }
    }
}
