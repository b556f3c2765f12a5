/// Futures made from this one. None of them needs a thread of its own.
extension Future {
    /// A future for what `transform` makes of this future's value.
    ///
    /// An error or a cancellation is passed on, and `transform` is not called.
    /// Cancelling the new future cancels this one.
    /// - Parameter transform: runs where ``whenComplete(_:)`` would run it, so it must be short and must not block.
    public func map<NewValue: Sendable>(
        _ transform: @escaping @Sendable (Value) throws -> NewValue
    ) -> Future<NewValue> {
        let derived = DerivedFuture<NewValue>(from: self)
        observe { outcome in
            switch outcome {
            case .cancelled: derived.finish(.cancelled)
            case .finished(let result): derived.finish(.finished(Result { try transform(result.get()) }))
            }
        }
        return derived
    }

    /// A future for the result of the future that `transform` returns: one piece of work after another.
    ///
    /// An error or a cancellation is passed on, and `transform` is not called.
    /// Cancelling the new future cancels whichever of the two it waits for.
    /// ```swift
    /// let page = pool.submit { try download(url) }.flatMap { data in pool.submit { try render(data) } }
    /// ```
    /// - Parameter transform: runs where ``whenComplete(_:)`` would run it, so it must be short and must not block.
    public func flatMap<NewValue: Sendable>(
        _ transform: @escaping @Sendable (Value) throws -> Future<NewValue>
    ) -> Future<NewValue> {
        let derived = DerivedFuture<NewValue>(from: self)
        observe { outcome in
            do {
                if case .cancelled = outcome { return derived.finish(.cancelled) }
                let second = try transform(outcome.result.get())
                derived.move(to: second)
                second.observe { derived.finish($0) }
            } catch {
                derived.finish(.finished(.failure(error)))
            }
        }
        return derived
    }

    /// A future with the same result, which can be cancelled without stopping the work.
    ///
    /// A task that is cancelled while it awaits a shielded future leaves at once, even if the work runs; the work goes
    /// on and this future still gets its result. Use it where work is shared, or where leaving early matters more than
    /// knowing that the work has ended.
    public func shielded() -> Future<Value> {
        ShieldFuture(of: self)
    }
}
