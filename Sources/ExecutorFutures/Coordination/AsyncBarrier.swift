/// A point that a number of tasks reach before any of them goes on.
///
/// ```swift
/// let barrier = AsyncBarrier(parties: 3)
/// // In each of three tasks:
/// prepare()
/// try await barrier.wait()        // goes on when all three have prepared
/// ```
/// It can be used again: the next `parties` tasks form the next round.
///
/// A cancelled task that waits leaves with `CancellationError`; the barrier is not broken by that, and waits for
/// another task in its place. If no other can come, ``abort()`` it.
///
/// All members may be used from any thread and any task, and keep the isolation of the caller.
public final class AsyncBarrier: Sendable {
    /// For messages.
    public let name: String
    private let state: LockedValue<BarrierState<Waiter<Outcome>>>

    private enum Outcome {
        case passed(position: Int)
        case broken
        case cancelled
    }

    /// - Parameters:
    ///   - parties: how many tasks go on together; less than 1 means 1.
    ///   - name: for messages.
    public init(parties: Int, name: String = "barrier") {
        self.name = name
        state = LockedValue(BarrierState(parties: parties))
    }

    /// How many tasks go on together.
    public var parties: Int { state.withLock { $0.parties } }

    /// How many tasks wait now.
    public var waitingCount: Int { state.withLock { $0.waiters.count } }

    /// Whether ``abort()`` was called, and ``reset()`` not since then.
    public var isBroken: Bool { state.withLock { $0.isBroken } }

    /// Suspends until `parties` tasks have come; the last one does not suspend.
    /// - Returns: the task's position in its round, from 0 for the first to `parties - 1` for the last; each once. So
    ///   one of them can be picked for what must happen once.
    /// - Throws: ``BrokenBarrier`` if the barrier is or becomes broken, or is reset while the task waits;
    ///   `CancellationError` if the task was cancelled while it waited.
    @discardableResult
    public nonisolated(nonsending) func wait() async throws -> Int {
        var others: [Waiter<Outcome>] = []
        let outcome = await state.suspend { state, waiter in
            switch state.arrive(waiter) {
            case .waits(let ticket): return .waits(ticket)
            case .broken: return .passes(.broken)
            case .complete(let waiting):
                others = waiting
                return .passes(.passed(position: waiting.count))
            }
        } leave: { state, ticket in
            state.leave(ticket).map { WakeUp(waiter: $0, outcome: .cancelled) }
        }
        for (position, other) in others.enumerated() { other.resume(.passed(position: position)) }
        switch outcome {
        case .passed(let position): return position
        case .broken: throw BrokenBarrier(name: name)
        case .cancelled: throw CancellationError()
        }
    }

    /// Breaks the barrier: every task that waits, and every one that comes until ``reset()``, gets ``BrokenBarrier``.
    ///
    /// For a task that cannot reach the barrier and must not leave the others waiting for it.
    public func abort() {
        for waiter in state.withLock({ $0.abort() }) { waiter.resume(.broken) }
    }

    /// Makes the barrier as new. Tasks that wait get ``BrokenBarrier``.
    public func reset() {
        for waiter in state.withLock({ $0.reset() }) { waiter.resume(.broken) }
    }
}

/// The error of a task that would have waited for ever at a barrier which some task gave up.
public struct BrokenBarrier: Error, Hashable, CustomStringConvertible {
    /// The barrier's name.
    public let name: String

    public var description: String {
        "'\(name)' was aborted or reset, so its tasks do not meet: call `reset()` before it is used again"
    }
}

extension AsyncBarrier: Waitable {
    /// Nobody: the tasks that are missing are not known.
    package var holders: [TaskIdentity] { [] }

    package var waiters: [TaskIdentity] { state.withLock { $0.waiters.elements.compactMap(\.task) } }
}
