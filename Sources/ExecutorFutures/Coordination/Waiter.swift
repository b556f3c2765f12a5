/// A suspended task that is told an outcome when its waiting ends.
struct Waiter<Outcome: Sendable>: Sendable {
    let task: TaskIdentity?
    private let continuation: UnsafeContinuation<Outcome, Never>

    fileprivate init(_ continuation: UnsafeContinuation<Outcome, Never>) {
        task = .current
        self.continuation = continuation
    }

    /// Exactly once, and never under a lock: it calls the task's executor, which may be anybody's.
    func resume(_ outcome: Outcome) {
        continuation.resume(returning: outcome)
    }
}

/// A waiter together with what it will be told.
struct WakeUp<Outcome: Sendable>: Sendable {
    var waiter: Waiter<Outcome>
    var outcome: Outcome

    func deliver() {
        waiter.resume(outcome)
    }
}

/// What a primitive answers to a task that would wait.
enum Admission<Outcome> {
    /// It need not wait.
    case passes(Outcome)
    /// It has been queued.
    case waits(Ticket)
}

/// How all primitives let a task wait: the one place where suspension, waking and cancellation meet.
extension LockedValue {
    /// Suspends the task until it is resumed by whoever takes it out of the queue.
    ///
    /// One lock orders it all. A task is in the queue or out of it: a cancellation that finds it there takes it out and
    /// tells it so; one that comes after somebody else took it out changes nothing, and the task has what it was given.
    /// - Parameters:
    ///   - enter: under the lock; puts the waiter into a queue, or says why it need not wait.
    ///   - leave: under the lock; takes the waiter out because its task is cancelled; `nil` if it is out already.
    ///     Not called for a task that did not have to wait, even if it is cancelled.
    ///   - afterEntering: without the lock, when the task is in the queue.
    ///   - afterLeaving: without the lock; has to see to it that a waiter that left the queue is resumed.
    nonisolated(nonsending) func suspend<Outcome: Sendable>(
        enter: (inout Value, Waiter<Outcome>) -> Admission<Outcome>,
        leave: @Sendable (inout Value, Ticket) -> WakeUp<Outcome>?,
        afterEntering: () -> Void = {},
        afterLeaving: @Sendable (WakeUp<Outcome>) -> Void = { $0.deliver() }
    ) async -> Outcome {
        // Unsafe is right here: both closures touch it under the lock only, and neither outlives this call.
        nonisolated(unsafe) var ticket: Ticket?
        return await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                let waiter = Waiter(continuation)
                let immediate = withLock { value -> WakeUp<Outcome>? in
                    switch enter(&value, waiter) {
                    case .passes(let outcome): return WakeUp(waiter: waiter, outcome: outcome)
                    case .waits(let given):
                        // The handler of a cancellation that came before this point has found no ticket; but a task is
                        // marked as cancelled before its handlers run, so it shows here.
                        if Task.isCancelled { return leave(&value, given) }
                        ticket = given
                        return nil
                    }
                }
                if let immediate { immediate.deliver() } else { afterEntering() }
            }
        } onCancel: {
            let left = withLock { value in ticket.flatMap { leave(&value, $0) } }
            if let left { afterLeaving(left) }
        }
    }
}
