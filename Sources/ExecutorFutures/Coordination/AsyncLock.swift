/// A lock for code that awaits: one task at a time is inside, and the others suspend until it leaves.
///
/// ```swift
/// let cache = AsyncLock(name: "cache")
/// let page = try await cache.withLock {
///     if let page = await store.page(url) { return page }
///     return try await store.insert(download(url), for: url)     // no other task inside while this awaits
/// }
/// ```
/// An actor lets other calls in at each `await`; this lock does not. Where nothing is awaited inside, a `Mutex` is
/// simpler and faster.
///
/// It is fair: the lock is handed to tasks in the order in which they came, and a task that comes while others wait
/// never gets in front of them. It is not re-entrant: a task that locks twice waits for itself for ever.
///
/// A cancelled task that waits leaves with `CancellationError` and without the lock. If the lock had been handed to it
/// just before, it has the lock and `lock()` returns. A task that finds the lock free gets it, whether it is cancelled
/// or not.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller. Each costs O(1); a free
/// lock is taken without allocation and without suspension.
public final class AsyncLock: Sendable {
    /// For messages.
    public let name: String
    private let state = LockedValue(State())

    private struct State {
        var permit = PermitState<WakeUp<Bool>>(available: 1, maximum: 1)
        var holder: TaskIdentity?
    }

    /// - Parameter name: for messages.
    public init(name: String = "lock") {
        self.name = name
    }

    /// Whether some task is inside. It may leave before the answer is read.
    public var isLocked: Bool { state.withLock { $0.permit.available == 0 } }

    /// Takes the lock if it is free, without waiting.
    /// - Returns: whether it did.
    public func tryLock() -> Bool {
        let task = TaskIdentity.ofHolder
        return state.withLock { state in
            guard state.permit.tryAcquire() else { return false }
            state.holder = task
            return true
        }
    }

    /// Takes the lock; suspends until it is free. Prefer ``withLock(_:)``, which cannot forget to give it back.
    /// - Throws: `CancellationError` if the task was cancelled while it waited; it then does not have the lock.
    public nonisolated(nonsending) func lock() async throws {
        if tryLock() { return }
        let granted = await state.suspend { state, waiter in
            if let ticket = state.permit.acquire(WakeUp(waiter: waiter, outcome: true)) { return .waits(ticket) }
            state.holder = waiter.task
            return .passes(true)
        } leave: { state, ticket in
            state.permit.leave(ticket).map { WakeUp(waiter: $0.waiter, outcome: false) }
        }
        if !granted { throw CancellationError() }
    }

    /// Gives the lock back, to the first task that waits if there is one. Any task may do so for the one inside.
    ///
    /// Ends the process if the lock is free.
    public func unlock() {
        let release = state.withLock { state in
            let release = state.permit.release()
            state.holder = if case .handedOver(let next) = release { next.waiter.task } else { nil }
            return release
        }
        switch release {
        case .free: break
        case .handedOver(let next): next.deliver()
        case .refused: preconditionFailure("'\(name)' is not locked: unlock() was called more often than lock()")
        }
    }

    /// Runs `body` with the lock, and gives it back however `body` ends.
    /// - Throws: `CancellationError` if the task was cancelled while it waited; otherwise what `body` throws.
    @inlinable
    public nonisolated(nonsending) func withLock<Output>(
        _ body: nonisolated(nonsending) () async throws -> Output
    ) async throws -> Output {
        try await lock()
        defer { unlock() }
        return try await body()
    }

    /// Lets a task that waits for something else wait for the lock from now on: it is resumed when the lock is its own.
    /// It no longer leaves when it is cancelled.
    func handOverLater(_ wakeUp: WakeUp<Bool>) {
        let isMine = state.withLock { state in
            guard state.permit.acquire(wakeUp) == nil else { return false }
            state.holder = wakeUp.waiter.task
            return true
        }
        if isMine { wakeUp.deliver() }
    }
}

extension AsyncLock: Waitable {
    package var holders: [TaskIdentity] { state.withLock { $0.holder.map { [$0] } ?? [] } }

    package var waiters: [TaskIdentity] { state.withLock { $0.permit.waiters.elements.compactMap(\.waiter.task) } }
}
