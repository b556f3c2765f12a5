#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A value that threads read and change under one lock, and wait on until it has changed.
///
/// The plain lock is `LockedValue`; this one has a condition variable beside it.
/// A closure passed to it must not run code of the user's, nor release the last reference to an object of the user's:
/// either could come back for the same lock.
final class ConditionLock<Value>: @unchecked Sendable {
    // Unchecked because the compiler cannot see that `value` is only touched while `mutex` is held.
    // The pthread objects live on the heap because they must never move.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var value: Value

    init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        condition = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        #if canImport(Darwin)
            pthread_cond_init(condition, nil)
        #else
            // The default clock is the wall clock, which an administrator may set back in the middle of a wait.
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            pthread_cond_init(condition, &attributes)
            pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&value)
    }

    /// Wakes one thread that waits, if there is one.
    func signal() {
        pthread_cond_signal(condition)
    }

    /// Wakes every thread that waits.
    func broadcast() {
        pthread_cond_broadcast(condition)
    }

    /// Asks `body` again and again, under the lock, until it returns something; the thread sleeps in between.
    ///
    /// The closure holds the value exclusively only while it runs: the sleep happens between two calls of it, because
    /// the compiler may assume that nobody else changes a value during one `inout` access.
    /// - Parameters:
    ///   - limit: how long each single sleep may last; `nil` sleeps until it is woken.
    ///   - body: gets the value, and `true` when the sleep before this call ended because the limit passed.
    ///     A sleep may also end for no reason, so it must look at the value each time.
    func wait<Result>(sleepingAtMost limit: Duration? = nil, until body: (inout Value, Bool) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        var timedOut = false
        while true {
            if let result = body(&value, timedOut) { return result }
            timedOut = !sleep(atMost: limit)
        }
    }

    /// Returns `false` when the limit passed before the thread was woken.
    private func sleep(atMost limit: Duration?) -> Bool {
        guard let limit else {
            pthread_cond_wait(condition, mutex)
            return true
        }
        // A year stands for every longer sleep: far deadlines overflow on some systems.
        let (seconds, attoseconds) = min(max(limit, .zero), .seconds(31_536_000)).components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        #if canImport(Darwin)
            return pthread_cond_timedwait_relative_np(condition, mutex, &time) != ETIMEDOUT
        #else
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            time.tv_sec += now.tv_sec
            time.tv_nsec += now.tv_nsec
            if time.tv_nsec >= 1_000_000_000 {
                time.tv_sec += 1
                time.tv_nsec -= 1_000_000_000
            }
            return pthread_cond_timedwait(condition, mutex, &time) != ETIMEDOUT
        #endif
    }
}
