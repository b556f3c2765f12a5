/// A queue of objects: what an ``AsyncQueue`` does for elements of any type, compiled once.
///
/// A generic queue is not specialised for the types of another module and takes several times as long; the box around
/// each element costs one allocation.
final class BoxedQueue: Sendable {
    typealias Box = any AnyObject & Sendable
    typealias State = QueueState<Box, Waiter<PutOutcome>, Waiter<TakeOutcome>, Waiter<Bool>>

    enum PutOutcome {
        case accepted
        case full
        case finished
        case cancelled
    }

    enum TakeOutcome {
        case element(Box)
        case empty
        case finished
        case cancelled
    }

    let state: LockedValue<State>

    init(capacity: Int?, order: QueueOrder<Box>) {
        state = LockedValue(State(capacity: capacity, order: order))
    }

    // MARK: Putting

    /// Never suspends, and so never cancelled.
    func tryPut(_ element: Box) -> PutOutcome {
        switch state.withLock({ $0.put(element) }) {
        case .buffered: return .accepted
        case .handedOver(let taker):
            taker.resume(.element(element))
            return .accepted
        case .full: return .full
        case .finished: return .finished
        }
    }

    /// Suspends while the queue is full, and so never finds it `full`.
    nonisolated(nonsending) func put(_ element: Box) async -> PutOutcome {
        let outcome = tryPut(element)
        guard case .full = outcome else { return outcome }
        var served: Waiter<TakeOutcome>?
        defer { served?.resume(.element(element)) }
        return await state.suspend { state, waiter in
            switch state.put(element) {
            case .buffered: return .passes(.accepted)
            case .handedOver(let taker):
                served = taker
                return .passes(.accepted)
            case .full: return .waits(state.wait(waiter, with: element))
            case .finished: return .passes(.finished)
            }
        } leave: { state, ticket in
            // The reference that is released here is not the last one: this call still has its own.
            state.leave(putter: ticket).map { WakeUp(waiter: $0.putter, outcome: .cancelled) }
        }
    }

    // MARK: Taking

    /// Never suspends, and so never cancelled.
    func tryTake() -> TakeOutcome {
        switch state.withLock({ $0.take() }) {
        case .element(let element, let admitted):
            admitted?.resume(.accepted)
            return .element(element)
        case .empty: return .empty
        case .finished: return .finished
        }
    }

    /// Suspends while the queue is empty, and so never finds it `empty`.
    nonisolated(nonsending) func take() async -> TakeOutcome {
        let outcome = tryTake()
        guard case .empty = outcome else { return outcome }
        var admitted: Waiter<PutOutcome>?
        defer { admitted?.resume(.accepted) }
        return await state.suspend { state, waiter in
            switch state.take() {
            case .element(let element, let putter):
                admitted = putter
                return .passes(.element(element))
            case .empty: return .waits(state.wait(waiter))
            case .finished: return .passes(.finished)
            }
        } leave: { state, ticket in
            state.leave(taker: ticket).map { WakeUp(waiter: $0, outcome: .cancelled) }
        }
    }

    // MARK: The end

    func finish(discarding: Bool) -> [Box] {
        let end = state.withLock { $0.finish(discarding: discarding) }
        for waiting in end.putters { waiting.putter.resume(.finished) }
        for taker in end.takers { taker.resume(.finished) }
        for joiner in end.joiners { joiner.resume(true) }
        return end.discarded
    }

    /// - Returns: `false` when no element was left to be done.
    func taskDone() -> Bool {
        guard let joiners = state.withLock({ $0.taskDone() }) else { return false }
        for joiner in joiners { joiner.resume(true) }
        return true
    }

    /// - Returns: `false` when the task was cancelled.
    nonisolated(nonsending) func join() async -> Bool {
        await state.suspend { state, waiter in
            state.join(waiter).map(Admission.waits) ?? .passes(true)
        } leave: { state, ticket in
            state.leave(joiner: ticket).map { WakeUp(waiter: $0, outcome: false) }
        }
    }
}
