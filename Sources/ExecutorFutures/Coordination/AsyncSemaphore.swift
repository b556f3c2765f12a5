/// A number of permits that tasks take and give back; a task that finds none suspends until it gets one.
///
/// ```swift
/// let downloads = AsyncSemaphore(permits: 4)
/// let page = try await downloads.withPermit { try await fetch(url) }     // never more than four at a time
/// ```
/// It holds no thread, unlike `DispatchSemaphore`. It is fair: permits go to tasks in the order in which they came, and
/// a task that comes while others wait never gets in front of them.
///
/// A cancelled task that waits leaves with `CancellationError` and without a permit. If its turn had come just before,
/// it has the permit and `acquire()` returns, so a permit is never lost. A task that finds a free permit gets it,
/// whether it is cancelled or not.
///
/// Use ``AsyncLock`` where one task at a time may enter: a lock says so, and its holder is the one who gives it back. A
/// semaphore belongs to nobody, so any code may release it, which makes it right for counting and wrong for exclusion.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller. Each costs O(1).
public final class AsyncSemaphore: Sendable {
    /// For messages.
    public let name: String
    private let state: LockedValue<PermitState<Waiter<Bool>>>

    /// - Parameters:
    ///   - permits: how many are free at the start; less than 0 means 0.
    ///   - maximum: how many there may ever be, less than `permits` means as many; releasing beyond it ends the
    ///     process, because some code then releases what it did not acquire. `nil` means any number, for counting.
    ///   - name: for messages.
    public init(permits: Int, maximum: Int? = nil, name: String = "semaphore") {
        self.name = name
        state = LockedValue(PermitState(available: permits, maximum: maximum ?? .max))
    }

    /// How many permits are free. Another task may take one before the answer is read.
    public var availablePermits: Int { state.withLock { $0.available } }

    /// Takes a permit if one is free, without waiting.
    /// - Returns: whether it did.
    public func tryAcquire() -> Bool {
        state.withLock { $0.tryAcquire() }
    }

    /// Takes a permit; suspends until there is one. Prefer ``withPermit(_:)``, which cannot forget to give it back.
    /// - Throws: `CancellationError` if the task was cancelled while it waited; it then has no permit.
    public nonisolated(nonsending) func acquire() async throws {
        if tryAcquire() { return }
        let granted = await state.suspend { state, waiter in
            state.acquire(waiter).map(Admission.waits) ?? .passes(true)
        } leave: { state, ticket in
            state.leave(ticket).map { WakeUp(waiter: $0, outcome: false) }
        }
        if !granted { throw CancellationError() }
    }

    /// Gives a permit back, to the first task that waits if there is one.
    ///
    /// Ends the process if there would be more permits than the maximum.
    public func release() {
        switch state.withLock({ $0.release() }) {
        case .free: break
        case .handedOver(let next): next.resume(true)
        case .refused:
            preconditionFailure("'\(name)' has all its permits: release() was called more often than acquire()")
        }
    }

    /// Runs `body` with a permit, and gives it back however `body` ends.
    /// - Throws: `CancellationError` if the task was cancelled while it waited; otherwise what `body` throws.
    @inlinable
    public nonisolated(nonsending) func withPermit<Output>(
        _ body: nonisolated(nonsending) () async throws -> Output
    ) async throws -> Output {
        try await acquire()
        defer { release() }
        return try await body()
    }
}

extension AsyncSemaphore: Waitable {
    /// Nobody: a permit belongs to no task.
    package var holders: [TaskIdentity] { [] }

    package var waiters: [TaskIdentity] { state.withLock { $0.waiters.elements.compactMap(\.task) } }
}
