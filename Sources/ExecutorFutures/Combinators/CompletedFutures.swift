/// Some futures in the order in which they end; see ``Futures/asCompleted(_:)``.
public struct CompletedFutures<Value: Sendable>: AsyncSequence, Sendable {
    let arrivals: Arrivals

    fileprivate init(_ futures: [Future<Value>]) {
        arrivals = Arrivals(futures)
    }

    /// Takes the futures for one loop.
    public struct Iterator: AsyncIteratorProtocol {
        let arrivals: Arrivals

        /// The future that ended next; `nil` after the last one.
        public mutating func next() async throws(CancellationError) -> Future<Value>? {
            try await next(isolation: nil)
        }

        /// `next()` in the isolation of `actor`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(CancellationError) -> Future<Value>? {
            var iterator = arrivals.queue.makeAsyncIterator()
            return try await iterator.next(isolation: actor)
        }
    }

    /// Shares the futures with every other iterator of this sequence.
    public func makeAsyncIterator() -> Iterator {
        Iterator(arrivals: arrivals)
    }

    /// The futures that have ended and were not taken yet. Lets go of the others when nobody iterates any more.
    final class Arrivals: Sendable {
        let queue = AsyncQueue<Future<Value>>(name: "completed futures")
        private let registrations: [FutureRegistration]

        init(_ futures: [Future<Value>]) {
            let missing = LockedValue(futures.count)
            if futures.isEmpty { queue.finish() }
            registrations = futures.map { [queue] future in
                future.observe { _ in
                    // The queue is finished after the last put, so this put cannot fail.
                    _ = try? queue.tryPut(future)
                    let isLast = missing.withLock { missing in
                        missing -= 1
                        return missing == 0
                    }
                    if isLast { queue.finish() }
                }
            }
        }

        deinit {
            for registration in registrations { registration.cancel() }
        }
    }
}

extension Futures {
    /// The futures in the order in which they end; those that have ended come first, in the order given.
    ///
    /// ```swift
    /// for try await page in Futures.asCompleted(urls.map { url in pool.submit { try fetch(url) } }) {
    ///     render(try await page.value)      // done, so this does not suspend
    /// }
    /// ```
    /// Each future comes once for each time it was given. Several loops over one sequence share its futures.
    /// A loop whose task is cancelled throws `CancellationError` and leaves the futures alone; so does one in
    /// ``withTimeout(_:tolerance:clock:_:)`` when the time has passed.
    public static func asCompleted<Value>(_ futures: [Future<Value>]) -> CompletedFutures<Value> {
        CompletedFutures(futures)
    }
}
