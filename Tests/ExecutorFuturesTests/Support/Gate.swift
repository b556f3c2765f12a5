@testable import ExecutorFutures

/// Holds the threads that come to it until it is opened; how a test keeps a job running for as long as it needs.
final class Gate: Sendable {
    private let isOpen = ConditionLock(false)

    func open() {
        isOpen.withLock { $0 = true }
        isOpen.broadcast()
    }

    /// Holds the calling thread. For jobs of a pool, never for tasks.
    func pass() {
        isOpen.wait { isOpen, _ in isOpen ? () : nil }
    }
}

/// Lets threads through when `count` of them have come: proof that so many jobs run at once.
final class MeetingPoint: Sendable {
    private let missing: ConditionLock<Int>

    init(_ count: Int) { missing = ConditionLock(count) }

    func meet() {
        missing.withLock { $0 -= 1 }
        missing.broadcast()
        missing.wait { missing, _ in missing <= 0 ? () : nil }
    }
}
