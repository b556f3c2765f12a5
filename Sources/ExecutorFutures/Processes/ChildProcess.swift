#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A process that this one started and will reap.
///
/// Whoever makes one must call ``wait()`` in the end, or a zombie stays. All members may be used from any thread.
///
/// It is not swift-subprocess (1.0.2 was looked at): there a child lives inside an `async` closure and is watched by a
/// thread and `epoll` descriptors of that library, while a thread of a pool owns its worker across many jobs and waits
/// for it by blocking. It also passes no descriptors beyond the three standard ones, and it brings swift-system and a C
/// module with it.
final class ChildProcess: Sendable {
    let id: pid_t
    /// Known once the child was reaped; from then on `id` may be another process's.
    private let ending = LockedValue<ProcessExit?>(nil)

    init(_ launch: ProcessLaunch) throws(SystemError) {
        id = try launch.start()
    }

    /// Sends a signal. A child that has ended and was not reaped yet takes it without effect.
    /// - Parameter wholeGroup: whether it goes to everything that the child has started, too.
    /// - Returns: `false` if the child was already reaped.
    @discardableResult
    func send(signal: Int32, wholeGroup: Bool = false) -> Bool {
        // Under the lock, or the child might be reaped, and its number given to another process, right before `kill`.
        ending.withLock { ending in
            guard ending == nil else { return false }
            return kill(wholeGroup ? -id : id, signal) == 0
        }
    }

    /// Holds the calling thread until the child has ended, and reaps it. Later calls return the same at once.
    ///
    /// It waits for this child alone, so it never takes one that other code of the program waits for.
    func wait() -> ProcessExit {
        // First wait without reaping, which needs no lock; so a signal can be sent meanwhile.
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return ending.withLock { ending in
            if let ending { return ending }
            var status: Int32 = 0
            var reaped: pid_t
            repeat { reaped = waitpid(id, &status, 0) } while reaped < 0 && errno == EINTR
            let exit = reaped == id ? ProcessExit(waitStatus: status) : .unknown
            ending = exit
            return exit
        }
    }
}
