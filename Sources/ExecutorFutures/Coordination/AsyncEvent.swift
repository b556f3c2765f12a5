/// A flag that tasks wait for: once it is set, everyone who waits and everyone who comes goes on.
///
/// ```swift
/// let ready = AsyncEvent()
/// try await ready.wait()      // in any number of tasks
/// ready.set()                 // lets all of them go
/// ```
/// Setting lets go of every task that waits at that moment, even if the event is cleared right after.
/// A cancelled task that waits leaves with `CancellationError`.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller.
public final class AsyncEvent: Sendable {
    /// For messages.
    public let name: String
    private let state: LockedValue<EventState<Waiter<Bool>>>

    /// - Parameters:
    ///   - isSet: how it starts.
    ///   - name: for messages.
    public init(isSet: Bool = false, name: String = "event") {
        self.name = name
        state = LockedValue(EventState(isSet: isSet))
    }

    /// Whether it is set. Another task may change that before the answer is read.
    public var isSet: Bool { state.withLock { $0.isSet } }

    /// Sets the flag and lets every waiting task go, first come, first gone. O(number of waiting tasks).
    public func set() {
        for waiter in state.withLock({ $0.set() }) { waiter.resume(true) }
    }

    /// Takes the flag back: who comes from now on waits.
    public func clear() {
        state.withLock { $0.clear() }
    }

    /// Suspends until the event is set; returns at once if it is, even in a cancelled task.
    /// - Throws: `CancellationError` if the task was cancelled while it waited.
    public nonisolated(nonsending) func wait() async throws {
        if isSet { return }
        let happened = await state.suspend { state, waiter in
            state.wait(waiter).map(Admission.waits) ?? .passes(true)
        } leave: { state, ticket in
            state.leave(ticket).map { WakeUp(waiter: $0, outcome: false) }
        }
        if !happened { throw CancellationError() }
    }
}

/// The decisions of an event as a plain value.
struct EventState<Waiter> {
    private(set) var isSet: Bool
    private(set) var waiters = TicketQueue<Waiter>()

    init(isSet: Bool) {
        self.isSet = isSet
    }

    /// - Returns: those to let go.
    mutating func set() -> [Waiter] {
        isSet = true
        return waiters.removeAll()
    }

    mutating func clear() {
        isSet = false
    }

    /// `nil` when there is nothing to wait for.
    mutating func wait(_ waiter: Waiter) -> Ticket? {
        isSet ? nil : waiters.append(waiter)
    }

    /// `nil` when the waiter was let go, or left before.
    mutating func leave(_ ticket: Ticket) -> Waiter? {
        waiters.remove(ticket)
    }
}

extension AsyncEvent: Waitable {
    /// Nobody: any task may set it.
    package var holders: [TaskIdentity] { [] }

    package var waiters: [TaskIdentity] { state.withLock { $0.waiters.elements.compactMap(\.task) } }
}
