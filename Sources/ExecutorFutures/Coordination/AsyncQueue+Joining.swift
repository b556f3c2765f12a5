/// The end of a queue, and waiting for the work that went through it.
extension AsyncQueue {
    /// Says that no more elements will come.
    ///
    /// Those in the queue can still be taken. Tasks that wait to put get ``QueueFinished``; so do tasks that wait to
    /// take, and loops over the queue end once it is empty. Further calls change nothing, except that one with
    /// `discarding` still empties the queue.
    /// - Parameter discarding: whether to empty the queue too, for a stop without delay. What falls out counts as done
    ///   for
    ///   ``join()``.
    /// - Returns: the discarded elements, in the order in which they would have been taken.
    @discardableResult
    public func finish(discarding: Bool = false) -> [Element] {
        let end = state.withLock { $0.finish(discarding: discarding) }
        for waiting in end.putters { waiting.putter.resume(.finished) }
        for taker in end.takers { taker.resume(.finished) }
        for joiner in end.joiners { joiner.resume(true) }
        return end.discarded
    }

    /// Says that the work on one element that was taken is done; for ``join()``.
    ///
    /// Ends the process if it is called more often than there were elements.
    public func taskDone() {
        guard let joiners = state.withLock({ $0.taskDone() }) else {
            preconditionFailure("taskDone() on '\(name)' was called more often than elements were put")
        }
        for joiner in joiners { joiner.resume(true) }
    }

    /// Suspends until ``taskDone()`` was called for every element that was put; returns at once if none is open.
    ///
    /// It is for queues whose takers call `taskDone()` for each element; with other takers it never returns.
    /// - Throws: `CancellationError` if the task was cancelled while it waited.
    public nonisolated(nonsending) func join() async throws {
        let done = await state.suspend { state, waiter in
            state.join(waiter).map(Entry.waits) ?? .passes(true)
        } leave: { state, ticket in
            state.leave(joiner: ticket).map { WakeUp(waiter: $0, outcome: false) }
        }
        if !done { throw CancellationError() }
    }
}

/// The error of putting into a finished ``AsyncQueue``, or of taking from one that is finished and empty.
public struct QueueFinished: Error, Hashable, CustomStringConvertible {
    /// The queue's name.
    public let name: String

    public var description: String {
        "'\(name)' is finished: put everything before `finish()`, and take with `for try await` to end with the queue"
    }
}

/// `for try await` takes elements until the queue is finished and empty.
///
/// The loop throws when its task is cancelled, unlike one over an `AsyncStream`, which just ends: so a loop that ended
/// without an error has seen the end of the queue. Several loops over one queue share its elements.
extension AsyncQueue: AsyncSequence {
    public struct Iterator: AsyncIteratorProtocol {
        let queue: AsyncQueue

        public mutating func next() async throws(CancellationError) -> Element? {
            try await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(CancellationError) -> Element? {
            switch await queue.takeOutcome() {
            case .element(let element): return element
            case .finished: return nil
            case .cancelled: throw CancellationError()
            }
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(queue: self)
    }
}

extension AsyncQueue: Waitable {
    /// Nobody: any task may put or take.
    package var holders: [TaskIdentity] { [] }

    /// Those that take, those that put and those that join; at most one of the first two kinds waits at a time.
    package var waiters: [TaskIdentity] {
        state.withLock { state in
            state.takers.elements.compactMap(\.task) + state.putters.elements.compactMap(\.putter.task)
                + state.joiners.elements.compactMap(\.task)
        }
    }
}
