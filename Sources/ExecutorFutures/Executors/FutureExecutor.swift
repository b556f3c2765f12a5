/// Something that runs synchronous work elsewhere and hands out a ``Future`` for it.
///
/// "Elsewhere" is never a thread of Swift's cooperative pool, so work may block:
/// ```swift
/// let text = try await executor.submit { try readConfiguration() }.value
/// ```
/// It is not called `Executor`, Python's name for it, because that is a protocol of the standard library: code that
/// imports this module could then spell neither without a module name, and the two are different things. A Swift
/// executor runs pieces of tasks that must not block; a future executor runs whole synchronous jobs that may.
///
/// Conforming types may be used from any thread and any task.
public protocol FutureExecutor: AnyObject, Sendable {
    /// For messages and thread names.
    var name: String { get }

    /// Whether new jobs are taken; `false` from the first call of a shutdown on.
    var isAccepting: Bool { get }

    /// Queues `work` and returns at once. It never suspends and never waits for room.
    ///
    /// A refused job is told by its future, which has then failed with an ``ExecutorError``; so one `try` covers both.
    /// - Parameters:
    ///   - priority: which of the queued jobs goes first.
    ///   - work: may block. Runs at most once, and not at all if the future is cancelled first.
    func submit<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) -> Future<Value>

    /// Queues `work`, and first suspends until there is room if the queue has a limit that says so.
    ///
    /// The `await` ends when the job is queued, not when it has run: a loop around it produces jobs as fast as they are
    /// taken, and no faster. A task that is cancelled while it waits for room gets a cancelled future.
    nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        priority: JobPriority, _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value>

    /// Calls `transform` for each element and returns the results in the order of the elements.
    ///
    /// Elements are taken in their order. The first failure stops it: no further element is taken, the calls that run
    /// are awaited, and the error thrown is that of the first failing element in the order of the elements, however
    /// the threads raced. A cancelled task stops it in the same way, with `CancellationError`.
    /// No call of `transform` is running when it returns.
    ///
    /// Once the first chunk is queued, the whole map is accepted: a later shutdown that keeps queued jobs finishes it.
    /// - Parameters:
    ///   - chunkSize: how many elements one job takes; less than 1 means 1. Raise it when `transform` takes only
    ///     microseconds.
    ///   - maximumInFlight: how many chunks may be queued or running at a time; `nil` means as many as the executor
    ///     has threads. Other jobs wait behind no more than these.
    ///   - priority: of each chunk.
    nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable

    /// Takes no more jobs and returns at once.
    ///
    /// May be called any number of times, also at once; the first call with `cancelPending` cancels what is queued by then.
    /// - Parameter cancelPending: whether jobs that have not started are cancelled instead of run.
    /// - Returns: a future that is done when the accepted jobs are done and the executor's threads have ended. Cancelling
    ///   it does nothing, because a shutdown cannot be taken back.
    @discardableResult
    func beginShutdown(cancelPending: Bool) -> Future<Void>

    /// `shutdown` for synchronous code: holds the calling thread until all is over.
    /// - Throws: ``FutureWaitError``, before anything is shut down, where ``Future/wait()`` refuses.
    @available(*, noasync, message: "it would hold the thread of this task: write `await executor.shutdown()`")
    func shutdownAndWait(cancelPending: Bool) throws
}

extension FutureExecutor {
    /// `submit` with normal priority.
    @inlinable
    public func submit<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) -> Future<Value> {
        submit(priority: .normal, work)
    }

    /// `submitWhenRoom` with normal priority.
    @inlinable
    public nonisolated(nonsending) func submitWhenRoom<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async -> Future<Value> {
        await submitWhenRoom(priority: .normal, work)
    }

    /// Runs `work` on the executor and suspends until it is done; waits for room as `submitWhenRoom` does.
    ///
    /// If the task is cancelled before the work starts, the work never runs and `CancellationError` is thrown;
    /// after that the task waits for the work, as ``Future`` explains.
    /// The work sees the task-local values of the caller. `submit` does not carry them, which would cost it more than all
    /// else it does.
    public nonisolated(nonsending) func run<Value: Sendable>(
        priority: JobPriority = .normal, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let carrier = TaskLocalCarrier(work)
        return try await submitWhenRoom(priority: priority) { try carrier.run() }.value
    }

    /// `map` with normal priority, one element per job, and one chunk in flight per thread, unless said otherwise.
    @inlinable
    public nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int = 1, maximumInFlight: Int? = nil,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable {
        try await map(
            elements, chunkSize: chunkSize, maximumInFlight: maximumInFlight, priority: .normal, transform)
    }

    /// Takes no more jobs and suspends until the accepted ones are done and the executor's threads have ended.
    ///
    /// A cancelled task waits all the same, because a shutdown cannot be taken back; with a time limit, await
    /// ``beginShutdown(cancelPending:)``'s future under one.
    /// - Parameter cancelPending: whether jobs that have not started are cancelled instead of run.
    public nonisolated(nonsending) func shutdown(cancelPending: Bool = false) async {
        _ = await beginShutdown(cancelPending: cancelPending).resultIgnoringCancellation()
    }

    @available(*, noasync, message: "it would hold the thread of this task: write `await executor.shutdown()`")
    public func shutdownAndWait(cancelPending: Bool) throws {
        try ThreadOwner.checkMayWait(for: nil)
        try beginShutdown(cancelPending: cancelPending).wait()
    }

    /// `shutdownAndWait` that lets queued jobs run.
    @available(*, noasync, message: "it would hold the thread of this task: write `await executor.shutdown()`")
    public func shutdownAndWait() throws {
        try shutdownAndWait(cancelPending: false)
    }
}
