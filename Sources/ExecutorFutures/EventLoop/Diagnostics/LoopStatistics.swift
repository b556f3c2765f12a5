import Synchronization

extension EventLoop {
    /// What a loop did so far, and has now.
    public struct Statistics: Hashable, Sendable {
        /// Pieces of tasks and actors that ran.
        public var jobs = 0
        /// Callbacks that ran, timers and descriptors included.
        public var callbacks = 0
        /// Jobs and callbacks that came from other threads. Much of it in a loop that should be on its own means that
        /// tasks escape from it and come back.
        public var received = 0
        /// How often another thread had to wake the loop.
        public var wakeUps = 0
        /// Tasks that were spawned and have not ended.
        public var tasks = 0
    }

    /// What the loop did so far, from any thread; the numbers of the turn that runs may be missing.
    public var statistics: Statistics {
        let (received, wakeUps) = core.inbox.withLock { ($0.received, $0.wakeUps) }
        return Statistics(
            jobs: core.pulse.jobs.load(ordering: .relaxed), callbacks: core.pulse.callbacks.load(ordering: .relaxed),
            received: received, wakeUps: wakeUps, tasks: core.tasks.count)
    }

    /// The loop's state for people: what it did, and which tasks were spawned on it and have not ended, in that order.
    public func dump() -> String {
        let numbers = statistics
        let state = isShutDown ? "ended" : core.pulse.isAsleep.load(ordering: .relaxed) ? "asleep" : "awake"
        let head =
            "event loop '\(name)': \(state), \(numbers.jobs) jobs and \(numbers.callbacks) callbacks run, "
            + "\(numbers.received) received from other threads, \(numbers.wakeUps) wake-ups"
        return ([head] + core.tasks.snapshot.map { "  task \($0)" }).joined(separator: "\n")
    }
}

/// What the loop's thread says of itself once a turn, for other threads to read: a store each, and no lock.
final class LoopPulse: Sendable {
    let turns = Atomic(0)
    let jobs = Atomic(0)
    let callbacks = Atomic(0)
    /// A loop that sleeps makes no turn and does not stall.
    let isAsleep = Atomic(true)
}
