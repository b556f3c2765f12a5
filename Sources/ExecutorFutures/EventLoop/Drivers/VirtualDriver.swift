import Synchronization

/// Time that stands still while anything can run and jumps to the next deadline when nothing can.
///
/// A day of timers takes as long as their callbacks. It never sleeps, but for threads outside the loop that work for
/// it: for them it waits in real time, and virtual time stands still.
final class VirtualDriver: LoopDriver {
    private let time = Atomic<Int64>(0)
    private let isWoken = ConditionLock(false)

    let isVirtual = true

    var now: EventLoop.Instant {
        EventLoop.Instant(nanoseconds: time.load(ordering: .relaxed))
    }

    func wait(
        until deadline: EventLoop.Instant?, workIsOutside: Bool, ready: (Int32, DescriptorInterest) -> Void
    ) -> Bool {
        if workIsOutside {
            isWoken.wait { isWoken, _ in
                defer { isWoken = false }
                return isWoken ? () : nil
            }
            return true
        }
        guard let deadline else { return false }
        if deadline > now { time.store(deadline.nanoseconds, ordering: .relaxed) }
        return true
    }

    func wake() {
        isWoken.withLock { $0 = true }
        isWoken.signal()
    }

    func watch(
        _ descriptor: Int32, for interest: DescriptorInterest, previous: DescriptorInterest
    ) throws(EventLoopError) {
        throw .noDescriptorsInVirtualTime(loop: name)
    }

    func close() {}

    private let name: String

    init(name: String) { self.name = name }
}
