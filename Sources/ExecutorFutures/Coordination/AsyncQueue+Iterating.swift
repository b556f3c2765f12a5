/// `for try await` takes elements until the queue is finished and empty.
///
/// The loop throws when its task is cancelled, unlike one over an `AsyncStream`, which just ends: so a loop that ended
/// without an error has seen the end of the queue. Several loops over one queue share its elements.
extension AsyncQueue: AsyncSequence {
    /// Takes the elements for one loop.
    public struct Iterator: AsyncIteratorProtocol {
        let queue: AsyncQueue

        /// The next element; `nil` when the queue is finished and empty.
        public mutating func next() async throws(CancellationError) -> Element? {
            try await next(isolation: nil)
        }

        /// `next()` in the isolation of `actor`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(CancellationError) -> Element? {
            try await queue.takeUnlessFinished()
        }
    }

    /// Takes from the queue itself: it does not see elements that another iterator has taken.
    public func makeAsyncIterator() -> Iterator {
        Iterator(queue: self)
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
