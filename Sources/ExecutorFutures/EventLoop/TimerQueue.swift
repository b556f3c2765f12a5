/// The armed timers of a loop, in the order of (deadline, arming).
///
/// A binary heap with lazy cancellation: a cancelled timer lets go of its closure at once and its entry leaves when it
/// comes to the top, or when more than half of the entries are dead and the heap is rebuilt. So the memory is at most
/// twice that of the living timers. Arming costs O(log n), cancelling O(1) amortised.
struct TimerQueue: ~Copyable {
    private struct Entry {
        var deadline: Int64
        var sequence: UInt64
        var timer: LoopTimer

        static func < (left: Entry, right: Entry) -> Bool {
            left.deadline != right.deadline ? left.deadline < right.deadline : left.sequence < right.sequence
        }
    }

    private var heap: [Entry] = []
    private var cancelled = 0
    private var nextSequence: UInt64 = 0

    /// Timers that will fire.
    var count: Int { heap.count - cancelled }

    /// Timers and dead entries; for the tests of the bound on memory.
    var entryCount: Int { heap.count }

    /// When the next timer fires.
    mutating func nextDeadline() -> EventLoop.Instant? {
        while let first = heap.first {
            guard first.timer.isOver else { return EventLoop.Instant(nanoseconds: first.deadline) }
            removeFirst()
            cancelled -= 1
        }
        return nil
    }

    mutating func arm(_ timer: LoopTimer) {
        timer.sequence = nextSequence
        timer.isArmed = true
        nextSequence += 1
        heap.append(Entry(deadline: timer.deadline.nanoseconds, sequence: timer.sequence, timer: timer))
        siftUp(heap.count - 1)
    }

    /// Ends the timer; what it was armed for is handed out, or `none` if it is over.
    mutating func cancel(_ timer: LoopTimer) -> LoopTimer.Action {
        guard !timer.isOver else { return .none }
        let action = timer.take()
        if timer.isArmed {
            cancelled += 1
            if cancelled > 32, cancelled > heap.count / 2 { rebuild() }
        }
        return action
    }

    /// Takes the next timer out if its time has come by `now`.
    mutating func popDue(at now: EventLoop.Instant) -> LoopTimer? {
        guard let deadline = nextDeadline(), deadline <= now else { return nil }
        let timer = removeFirst()
        timer.isArmed = false
        return timer
    }

    /// Takes every timer out.
    mutating func removeAll() -> [LoopTimer] {
        let timers = heap.lazy.filter { !$0.timer.isOver }.sorted { $0 < $1 }.map(\.timer)
        for timer in timers { timer.isArmed = false }
        heap = []
        cancelled = 0
        return timers
    }

    // MARK: Heap

    private mutating func rebuild() {
        heap.removeAll { $0.timer.isOver }
        cancelled = 0
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(index) }
    }

    @discardableResult
    private mutating func removeFirst() -> LoopTimer {
        var removed = heap.removeLast()
        if !heap.isEmpty {
            swap(&heap[0], &removed)
            siftDown(0)
        }
        return removed.timer
    }

    /// Both sifts move a hole instead of swapping, and move raw memory, so no reference is counted on the way.
    private mutating func siftUp(_ start: Int) {
        heap.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, start > 0 else { return }
            guard base[start] < base[(start - 1) / 2] else { return }
            let moving = (base + start).move()
            var hole = start
            while hole > 0 {
                let parent = (hole - 1) / 2
                guard moving < base[parent] else { break }
                (base + hole).moveInitialize(from: base + parent, count: 1)
                hole = parent
            }
            (base + hole).initialize(to: moving)
        }
    }

    private mutating func siftDown(_ start: Int) {
        heap.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let moving = (base + start).move()
            var hole = start
            while true {
                var child = 2 * hole + 1
                guard child < buffer.count else { break }
                if child + 1 < buffer.count, base[child + 1] < base[child] { child += 1 }
                guard base[child] < moving else { break }
                (base + hole).moveInitialize(from: base + child, count: 1)
                hole = child
            }
            (base + hole).initialize(to: moving)
        }
    }
}
