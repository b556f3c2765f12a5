#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Wake-ups that threads wait for. One that nobody waits for yet is kept.
///
/// Where there are semaphores it is one, since a condition variable costs two more system calls for each wake-up.
final class WakeUps: Sendable {
    #if canImport(Darwin)
        private let pending = ConditionLock(0)

        func send(_ count: Int) {
            guard count > 0 else { return }
            pending.withLock { $0 += count }
            if count == 1 { pending.signal() } else { pending.broadcast() }
        }

        /// Sleeps until there is a wake-up, and takes it.
        /// - Parameter limit: the longest sleep; `nil` sleeps as long as it takes.
        /// - Returns: `false` when the limit passed before.
        func wait(atMost limit: Duration?) -> Bool {
            pending.wait(sleepingAtMost: limit) { pending, timedOut in
                if pending > 0 {
                    pending -= 1
                    return true
                }
                return timedOut ? false : nil
            }
        }
    #else
        // On the heap because a semaphore must never move; it may be used by all threads at once.
        private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

        init() {
            semaphore = .allocate(capacity: 1)
            semaphore.initialize(to: sem_t())
            sem_init(semaphore, 0, 0)
        }

        deinit {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }

        func send(_ count: Int) {
            for _ in 0..<count { sem_post(semaphore) }
        }

        /// Sleeps until there is a wake-up, and takes it.
        /// - Parameter limit: the longest sleep, by the wall clock, which may be set in between; `nil` sleeps as long as
        ///   it takes.
        /// - Returns: `false` when the limit passed before.
        func wait(atMost limit: Duration?) -> Bool {
            guard let limit else {
                while sem_wait(semaphore) != 0 {}
                return true
            }
            // A year stands for every longer sleep: far deadlines overflow on some systems.
            let (seconds, attoseconds) = min(max(limit, .zero), .seconds(31_536_000)).components
            var end = timespec()
            clock_gettime(CLOCK_REALTIME, &end)
            let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
            end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
            end.tv_nsec = nanoseconds % 1_000_000_000
            while sem_timedwait(semaphore, &end) != 0 {
                if errno != EINTR { return false }
            }
            return true
        }
    #endif
}
