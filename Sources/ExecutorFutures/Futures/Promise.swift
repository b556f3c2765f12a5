/// The write end of a ``Future``, for work that no executor runs: a callback, a delegate, another library.
///
/// ```swift
/// func firstByte(of connection: Connection) -> Future<UInt8> {
///     let promise = Promise<UInt8>()
///     connection.onByte = { promise.fulfill($0) }
///     connection.onError = { promise.fail($0) }
///     return promise.future
/// }
/// ```
/// The first completion wins; a later one changes nothing and is told so by `false`.
/// A promise that is dropped before anybody completed it fails its future with ``BrokenPromise``, so that nobody
/// awaits for ever. May be used from any thread and any task.
public final class Promise<Value: Sendable>: Sendable {
    /// The read end.
    public let future: Future<Value>

    public init() {
        future = Future()
    }

    deinit {
        if !future.isDone { future.end(.finished(.failure(BrokenPromise()))) }
    }

    /// Completes the future with a value.
    /// - Returns: whether this call completed it.
    @discardableResult
    public func fulfill(_ value: Value) -> Bool {
        complete(with: .success(value))
    }

    /// Completes the future with an error.
    /// - Returns: whether this call completed it.
    @discardableResult
    public func fail(_ error: any Error) -> Bool {
        complete(with: .failure(error))
    }

    /// Completes the future.
    /// - Returns: whether this call completed it.
    @discardableResult
    public func complete(with result: Result<Value, any Error>) -> Bool {
        future.end(.finished(result))
    }

    /// Says that the work starts, from where on the future cannot be cancelled.
    ///
    /// For those who write an executor: call it when the work leaves the queue, and skip the work on `false`.
    /// - Returns: `true` if the work may start; `false` if the future was cancelled, is running or has ended.
    public func begin() -> Bool {
        future.begin()
    }
}

extension Promise where Value == Void {
    /// Completes the future.
    /// - Returns: whether this call completed it.
    @discardableResult
    public func fulfill() -> Bool {
        fulfill(())
    }
}

/// The error of a future whose ``Promise`` was dropped before anybody completed it.
public struct BrokenPromise: Error, Hashable, CustomStringConvertible {
    public init() {}

    public var description: String {
        "the promise of this future was dropped without being fulfilled: "
            + "keep the promise until every path has called fulfill or fail"
    }
}
