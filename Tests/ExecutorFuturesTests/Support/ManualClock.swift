@testable import ExecutorFutures

/// A clock whose time only the test moves on.
final class ManualClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
        func duration(to other: Self) -> Duration { other.offset - offset }
        static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
    }

    private let state = LockedValue(State())

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [(deadline: Instant, wakeUp: Promise<Void>)] = []
    }

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .nanoseconds(1) }

    /// How many sleep now.
    var sleeperCount: Int {
        state.withLock { state in state.sleepers.count { !$0.wakeUp.future.isDone } }
    }

    // allow-sleep: every clock has this function; here it waits for `advance`, not for time.
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let wakeUp = Promise<Void>()
        let isOver = state.withLock { state in
            if deadline > state.now { state.sleepers.append((deadline, wakeUp)) }
            return deadline <= state.now
        }
        if !isOver { try await wakeUp.future.value }
    }

    /// Moves the time on and wakes those whose time has come, in the order of their deadlines.
    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.deadline <= state.now }.sorted { $0.deadline < $1.deadline }
            state.sleepers.removeAll { $0.deadline <= state.now }
            return due
        }
        for sleeper in due { sleeper.wakeUp.fulfill() }
    }
}
