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
/// ## Bridges
/// A task as a future is ``init(_:)-task``; a future in a task is ``value``. Callbacks, continuations and other
/// libraries' futures meet ours in ``whenComplete(_:)`` and ``Promise``:
/// ```swift
/// future.whenComplete { continuation.resume(with: $0) }            // to a continuation
///
/// extension EventLoopFuture where Value: Sendable {                // from SwiftNIO
///     var executorFuture: Future<Value> {
///         let promise = Promise<Value>()
///         whenComplete { promise.complete(with: $0) }
///         return promise.future
///     }
/// }
/// extension Future {                                               // to SwiftNIO
///     func eventLoopFuture(on loop: any EventLoop) -> EventLoopFuture<Value> {
///         let promise = loop.makePromise(of: Value.self)
///         whenComplete { promise.completeWith($0) }
///         return promise.futureResult
///     }
/// }
/// ```
///
/// ## Why there is no `Failure` parameter
/// Any future may be cancelled, and an executor may refuse any job, so `Failure` could never be narrower than the
/// work's own error or one of those two. The union would have to be spelled at each use and say little;
/// errors are `any Error`, as with the `value` of a throwing `Task`. Where the type of the work's error matters, let the
/// work return it:
/// ```swift
/// let tree = try await pool.run { Result { () throws(ParseError) in try parse(text) } }    // Result<Tree, ParseError>
/// ```
///
/// ## For those who read the code
/// What is generic on the way from `submit` over the worker to `value` is inlinable, so that it is compiled for the
/// caller's type: unspecialised code asks Swift's runtime for types again and again, which costs more than all the rest.
public class Future<Value: Sendable>: @unchecked Sendable {
    // Unchecked because of these two: whoever has the right to end the future writes one of them, once, before `life`
    // publishes the end; everybody else reads them after that. There is a value when the future has ended without failure.
    @exclusivity(unchecked) @usableFromInline final var success: ValueStorage
    @exclusivity(unchecked) @usableFromInline final var failure: (any Error)?
    @usableFromInline final let life: FutureLife

    @inlinable
    init() {
        life = FutureLife(.pending)
        success = ValueStorage()
        failure = nil
    }

    /// A future that has a result from the start.
    public init(_ result: Result<Value, any Error>) {
        life = FutureLife(.finished)
        success = ValueStorage()
        failure = nil
        store(result)
    }

    deinit {
        if failure == nil, life.phase == .finished { success.destroy(Value.self) }
    }

    /// A future that has a value from the start.
    public convenience init(value: Value) {
        self.init(.success(value))
    }

    /// A future that has failed from the start.
    public convenience init(failure: any Error) {
        self.init(.failure(failure))
    }

    // MARK: For those who know where the value comes from

    /// The executor whose workers must not wait for this future; `nil` when anybody may.
    var worker: ThreadOwner? { nil }

    /// What this future waits for, which is what is to be cancelled; `nil` when it is a matter of this future alone.
    var upstream: (any UpstreamFuture)? { nil }

    /// Looks for the end for a moment before it is worth to suspend a task.
    @usableFromInline
    func isOverSoon() -> Bool { life.isOverSoon() }

    /// Called once after `cancel` ended the future, before anybody is told.
    func wasCancelled() {}

    // MARK: Looking

    /// How far the work has come. Another thread may move it on before the answer is read.
    public final var state: FutureState {
        switch life.phase {
        case .running, .ending: .running
        case .finished: .finished
        case .cancelled: .cancelled
        // The upstream may have ended a moment before this future is told, and its value still has to be mapped.
        case .pending: upstream.map { $0.state == .pending ? .pending : .running } ?? .pending
        }
    }

    /// Whether there is a result: a value, an error or a cancellation. Once `true`, it stays `true`.
    @inlinable
    public final var isDone: Bool { life.isOver }

    /// The result if there is one by now; a cancelled future has failed with `CancellationError`.
    @inlinable
    public final var resultIfDone: Result<Value, any Error>? { isDone ? stored : nil }

    // MARK: Cancelling

    /// Cancels the work if it has not started.
    ///
    /// A future made from another one, as by ``map(_:)``, passes the call on to that.
    /// - Returns: `true` if this call cancelled the future; whoever looks from now on finds it cancelled.
    ///   `false` if the work runs, has ended, or was cancelled before. Of several racing calls at most one gets `true`.
    @discardableResult
    public final func cancel() -> Bool {
        if !isDone, let upstream { return upstream.cancel() }
        guard life.claimEnd(evenIfRunning: false) else { return false }
        failure = CancellationError()
        let watcher = life.end(.cancelled)
        wasCancelled()
        watcher?.tell()
        return true
    }

    // MARK: Observing

    /// Calls `body` once, with the result.
    ///
    /// It runs on the thread that completes the future, or before this call returns if the future is done.
    /// So it must be short, must not block, and may find any lock of the caller's held.
    /// - Parameter body: gets the result; a cancelled future has failed with `CancellationError`.
    /// - Returns: a way to withdraw `body`. Dropping it withdraws nothing; keeping it keeps the future.
    @discardableResult
    public final func whenComplete(_ body: @escaping @Sendable (Result<Value, any Error>) -> Void) -> FutureRegistration
    {
        // Unowned because whoever ends the future holds it; a reference from here would be a cycle until then.
        let observer = FutureObserver { [unowned self] in
            body(stored)
        }
        if !life.add(.observer(observer)) { observer.tell() }
        return FutureRegistration(future: self, observer: observer)
    }

    /// `whenComplete` that can tell a cancellation from an error.
    @discardableResult
    final func observe(_ body: @escaping @Sendable (FutureOutcome<Value>) -> Void) -> FutureRegistration {
        whenComplete { [unowned self] _ in body(outcome) }
    }

    /// How a future that is done has ended.
    final var outcome: FutureOutcome<Value> { state == .cancelled ? .cancelled : .finished(stored) }

    // MARK: Completing

    /// The result of a future that is done.
    @inlinable
    final var stored: Result<Value, any Error> {
        if let failure { return .failure(failure) }
        return .success(success.load(as: Value.self))
    }

    /// Writes the result. Only for whoever has the right to end the future.
    @inlinable
    final func store(_ result: Result<Value, any Error>) {
        switch result {
        case .success(let value): success.store { value }
        case .failure(let error): failure = error
        }
    }

    @usableFromInline
    package final func begin() -> Bool { life.begin() }

    /// Ends the future and tells everyone; `false` when it had ended before.
    @discardableResult
    final func end(_ outcome: FutureOutcome<Value>) -> Bool {
        guard life.claimEnd(evenIfRunning: true) else { return false }
        settle(outcome)
        return true
    }

    /// Ends the future and tells everyone. Only for whoever has the right to; see ``FutureLife/end(_:)``.
    final func settle(_ outcome: FutureOutcome<Value>) {
        store(outcome.result)
        if case .cancelled = outcome { life.settle(.cancelled) } else { life.settle(.finished) }
    }
}

/// A future as one that is derived from it sees it.
protocol UpstreamFuture: AnyObject, Sendable {
    func cancel() -> Bool
    var state: FutureState { get }
    /// `false` when the observer was told, or is about to be.
    func withdraw(_ observer: FutureObserver) -> Bool
}

extension Future: UpstreamFuture {
    final func withdraw(_ observer: FutureObserver) -> Bool { life.remove(observer) }
}

/// A closure that waits for a future to end; see ``Future/whenComplete(_:)``.
public struct FutureRegistration: Sendable {
    let future: any UpstreamFuture
    let observer: FutureObserver

    /// Withdraws the closure.
    /// - Returns: `true` if it has not run and never will; `false` if it ran, is about to, or was withdrawn before.
    @discardableResult
    public func cancel() -> Bool {
        guard future.withdraw(observer) else { return false }
        observer.discard()
        return true
    }
}
