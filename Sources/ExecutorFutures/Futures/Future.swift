/// The result of work that somebody else does: on a thread of an executor, or by fulfilling a ``Promise``.
///
/// A task awaits it and holds no thread while it does:
/// ```swift
/// let pool = ThreadPoolExecutor()
/// let reply = pool.submit { readLine() }      // runs on a thread of the pool
/// let line = try await reply.value            // suspends; the cooperative pool stays free
/// ```
/// A future ends exactly once, with a value, an error or a cancellation, and keeps its result for everyone who asks,
/// however late. All its members may be used from any thread and any task.
///
/// ## Cancellation
/// ``cancel()`` stops work that has not started; work that runs is never interrupted, because a blocking call cannot
/// be. A task that is cancelled while it awaits a future cancels the future, as in asyncio:
/// - pending: the future becomes cancelled, for everyone who awaits it, and the work never runs;
/// - running: the task goes on waiting for the result. Nothing then runs behind the back of a task that has returned,
///   and what the work borrowed, such as a file descriptor, may be closed after the `await`.
///
/// Await ``shielded()`` instead where a cancelled task should leave and the work go on.
///
/// ## Why there is no `Failure` parameter
/// Any future may be cancelled, and an executor may refuse any job, so `Failure` could never be narrower than the
/// work's own error or one of those two. The union would have to be spelled at each use and say little;
/// errors are `any Error`, as with the `value` of a throwing `Task`.
public final class Future<Value: Sendable>: Sendable {
    private let lifecycle: LockedValue<FutureLifecycle<Value>>
    /// The executor whose workers must not wait for this future; `nil` when anybody may.
    let worker: WorkerIdentity?

    init(source: FutureSource = .promise, worker: WorkerIdentity? = nil) {
        lifecycle = LockedValue(FutureLifecycle(source: source))
        self.worker = worker
    }

    /// A future that has a result from the start.
    public init(_ result: Result<Value, any Error>) {
        lifecycle = LockedValue(FutureLifecycle(outcome: .finished(result)))
        worker = nil
    }

    /// A future that has a value from the start.
    public convenience init(value: Value) {
        self.init(.success(value))
    }

    /// A future that has failed from the start.
    public convenience init(failure: any Error) {
        self.init(.failure(failure))
    }

    // MARK: Looking

    /// How far the work has come. Another thread may move it on before the answer is read.
    public var state: FutureState {
        let (known, upstream) = lifecycle.withLock { lifecycle -> (FutureState, (any UpstreamFuture)?) in
            switch lifecycle.outcome {
            case .finished: return (.finished, nil)
            case .cancelled: return (.cancelled, nil)
            case nil: break
            }
            if case .upstream(let upstream) = lifecycle.source { return (.pending, upstream) }
            return (lifecycle.hasBegun ? .running : .pending, nil)
        }
        guard let upstream else { return known }
        switch upstream.state {
        case .pending: return .pending
        // The upstream may have ended a moment before this future is told, and its value still has to be mapped.
        case .running, .finished, .cancelled: return .running
        }
    }

    /// Whether there is a result: a value, an error or a cancellation. Once `true`, it stays `true`.
    public var isDone: Bool {
        lifecycle.withLock { $0.outcome != nil }
    }

    /// The result if there is one by now; a cancelled future has failed with `CancellationError`.
    public var resultIfDone: Result<Value, any Error>? {
        outcomeIfDone?.result
    }

    var outcomeIfDone: FutureLifecycle<Value>.Outcome? {
        lifecycle.withLock { $0.outcome }
    }

    // MARK: Cancelling

    /// Cancels the work if it has not started.
    ///
    /// A future made by ``map(_:)`` or ``flatMap(_:)`` passes the call on to the one it was made from.
    /// - Returns: `true` if this call cancelled the future; whoever looks from now on finds it cancelled.
    ///   `false` if the work runs, has ended, or was cancelled before. Of several racing calls at most one gets `true`.
    @discardableResult
    public func cancel() -> Bool {
        switch lifecycle.withLock({ $0.cancel() }) {
        case .tooLate: return false
        case .passOn(let upstream): return upstream.cancel()
        case .ended(let ending):
            if case .job(let work) = ending.source { work.futureWasCancelled() }
            ending.deliver()
            return true
        }
    }

    // MARK: Observing

    /// Calls `body` once, with the result.
    ///
    /// It runs on the thread that completes the future, or before this call returns if the future is done.
    /// So it must be short, must not block, and may find any lock of the caller's held.
    /// - Parameter body: gets the result; a cancelled future has failed with `CancellationError`.
    /// - Returns: a way to withdraw `body`. Dropping it withdraws nothing.
    @discardableResult
    public func whenComplete(_ body: @escaping @Sendable (Result<Value, any Error>) -> Void) -> FutureRegistration {
        observe { body($0.result) }
    }

    /// `whenComplete` that can tell a cancellation from an error.
    @discardableResult
    func observe(_ observer: @escaping FutureLifecycle<Value>.Observer) -> FutureRegistration {
        let (id, outcome) = lifecycle.withLock { $0.observe(observer) }
        if let outcome {
            observer(outcome)
            return FutureRegistration { false }
        }
        return FutureRegistration { [weak self] in
            // The closure is released after the lock, since that may run code of the user's.
            let removed = self?.lifecycle.withLock { $0.removeObserver(id) }
            return removed != nil
        }
    }

    // MARK: Completing

    /// Says where the value comes from; only before anybody else knows the future.
    func setSource(_ source: FutureSource) {
        lifecycle.withLock { $0.setSource(source) }
    }

    func begin() -> Bool {
        lifecycle.withLock { $0.begin() }
    }

    /// Ends the future and tells everyone; `false` when it had ended before.
    @discardableResult
    func end(_ outcome: FutureLifecycle<Value>.Outcome) -> Bool {
        guard let ending = lifecycle.withLock({ $0.end(outcome) }) else { return false }
        ending.deliver()
        return true
    }
}

extension Future: UpstreamFuture {}

/// A closure that waits for a future to end; see ``Future/whenComplete(_:)``.
public struct FutureRegistration: Sendable {
    private let withdraw: @Sendable () -> Bool

    init(_ withdraw: @escaping @Sendable () -> Bool) { self.withdraw = withdraw }

    /// Withdraws the closure.
    /// - Returns: `true` if it has not run and never will; `false` if it ran, is about to, or was withdrawn before.
    @discardableResult
    public func cancel() -> Bool { withdraw() }
}
