/// A place where a task that holds a lock waits until another task, with the same lock, has changed something.
///
/// ```swift
/// let changed = AsyncCondition()
/// // One task:
/// try await changed.withLock {
///     try await changed.wait { account.balance >= price }      // the lock is given up while it waits
///     account.balance -= price
/// }
/// // Another one:
/// try await changed.withLock {
///     account.balance += 100
///     changed.notifyAll()
/// }
/// ```
/// A notified task goes on when it has the lock again, and others may have been inside before it. So what it waited for
/// may be gone: ask again in a loop, as ``wait(until:)`` does. A bare ``wait()`` without a loop is the classic mistake.
///
/// Notified tasks get the lock in the order in which they waited, behind those that waited for the lock before.
/// A notification never gets lost: it goes to a task that waits at that moment, and if that task is cancelled later it
/// returns from `wait()` all the same.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller.
public final class AsyncCondition: Sendable {
    /// Held by whoever looks at or changes what the condition is about. Several conditions may share one.
    public let lock: AsyncLock
    /// For messages.
    public let name: String
    private let queue = LockedValue(TicketQueue<Waiter<Bool>>())

    /// - Parameters:
    ///   - lock: protects what the condition is about.
    ///   - name: for messages.
    public init(lock: AsyncLock = AsyncLock(), name: String = "condition") {
        self.lock = lock
        self.name = name
    }

    /// Runs `body` with the lock; see ``AsyncLock/withLock(_:)``.
    @inlinable
    public nonisolated(nonsending) func withLock<Output>(
        _ body: nonisolated(nonsending) () async throws -> Output
    ) async throws -> Output {
        try await lock.withLock(body)
    }

    /// Gives the lock up, suspends until it is notified, and takes the lock again before it returns or throws.
    ///
    /// Ends the process if nobody holds the lock.
    /// - Throws: `CancellationError` if the task was cancelled before it was notified; it has the lock again then too,
    ///   for which it may have to wait, so that `withLock` around it stays right.
    public nonisolated(nonsending) func wait() async throws {
        precondition(lock.isLocked, "wait() on '\(name)' without its lock: call it inside withLock")
        let lock = lock
        let notified = await queue.suspend { queue, waiter in
            .waits(queue.append(waiter))
        } leave: { queue, ticket in
            queue.remove(ticket).map { WakeUp(waiter: $0, outcome: false) }
        } afterEntering: {
            lock.unlock()
        } afterLeaving: { wakeUp in
            lock.handOverLater(wakeUp)
        }
        if !notified { throw CancellationError() }
    }

    /// Waits until `predicate` is true: asks at once, and again after each notification, always with the lock.
    /// - Parameter predicate: what must hold when this returns.
    /// - Throws: `CancellationError` if the task was cancelled while it waited, or what `predicate` throws; the task
    ///   has the lock then too.
    public nonisolated(nonsending) func wait(until predicate: () throws -> Bool) async throws {
        while try !predicate() { try await wait() }
    }

    /// Wakes up to `count` of the waiting tasks, those that wait longest; each goes on when it has the lock.
    ///
    /// Ends the process if nobody holds the lock. Without a waiting task it does nothing, and is not remembered.
    /// - Parameter count: less than 1 wakes nobody.
    public func notify(_ count: Int = 1) {
        precondition(lock.isLocked, "notify() on '\(name)' without its lock: call it inside withLock")
        var left = count
        while left > 0, let next = queue.withLock({ $0.popFirst() }) {
            lock.handOverLater(WakeUp(waiter: next, outcome: true))
            left -= 1
        }
    }

    /// Wakes every task that waits now. As ``notify(_:)`` otherwise.
    public func notifyAll() {
        notify(queue.withLock { $0.count })
    }
}

extension AsyncCondition: Waitable {
    /// Nobody: any task may notify.
    package var holders: [TaskIdentity] { [] }

    package var waiters: [TaskIdentity] { queue.withLock { $0.elements.compactMap(\.task) } }
}
