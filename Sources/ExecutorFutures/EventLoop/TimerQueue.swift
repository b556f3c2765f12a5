/// The armed timers of a loop, in the order of (deadline, arming).
///
/// Cancellation is lazy: a cancelled timer lets go of its closure at once and its entry leaves when it comes to the top,
/// or when more than half of the entries are dead and all of them are taken out. So the memory is at most twice that of
/// the living timers. Arming costs O(log n), cancelling O(1) amortised.
struct TimerQueue: ~Copyable {
    private var heap = DeadlineHeap<LoopTimer>()
    private var cancelled = 0

    /// Timers that will fire.
    var count: Int { heap.count - cancelled }

    /// Timers and dead entries; for the tests of the bound on memory.
    var entryCount: Int { heap.count }

    /// When the next timer fires.
    mutating func nextDeadline() -> EventLoop.Instant? {
        while let first = heap.first {
            guard first.element.isOver else { return EventLoop.Instant(nanoseconds: first.deadline) }
            heap.removeFirst()
            cancelled -= 1
        }
        return nil
    }

    mutating func arm(_ timer: LoopTimer) {
        timer.isArmed = true
        timer.sequence = heap.add(timer, deadline: timer.deadline.nanoseconds)
    }

    /// Ends the timer; what it was armed for is handed out, or `none` if it is over.
    mutating func cancel(_ timer: LoopTimer) -> LoopTimer.Action {
        guard !timer.isOver else { return .none }
        let action = timer.take()
        if timer.isArmed {
            cancelled += 1
            if cancelled > 32, cancelled > heap.count / 2 {
                heap.removeAll(where: \.isOver)
                cancelled = 0
            }
        }
        return action
    }

    /// Takes the next timer out if its time has come by `now`.
    mutating func popDue(at now: EventLoop.Instant) -> LoopTimer? {
        guard let deadline = nextDeadline(), deadline <= now else { return nil }
        let timer = heap.removeFirst()
        timer.isArmed = false
        return timer
    }

    /// Takes every timer out.
    mutating func removeAll() -> [LoopTimer] {
        let timers = heap.drain().filter { !$0.isOver }
        for timer in timers { timer.isArmed = false }
        cancelled = 0
        return timers
    }
}
