#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension EventLoop {
    /// Which time a loop lives in.
    public enum Time: Hashable, Sendable {
        /// The system's monotonic clock.
        case real
        /// Time that jumps to the next deadline as soon as nothing can run, and never passes otherwise.
        ///
        /// The loop waits for what it knows of: its tasks, its timers, and work that ``EventLoop/run(in:_:)`` and
        /// ``EventLoop/toThread(_:)`` handed to threads. It does not know of other threads that mean to call
        /// ``EventLoop/post(fileID:line:_:)`` or to fulfil a promise some time, and may think itself at its end.
        case virtual

        func makeDriver(name: String) throws(EventLoopError) -> any LoopDriver {
            switch self {
            case .virtual: return VirtualDriver(name: name)
            case .real:
                #if canImport(Darwin)
                    return try KqueueDriver(name: name)
                #else
                    return try EpollDriver(name: name)
                #endif
            }
        }
    }
}

extension EventLoop.Instant {
    /// The system's time that only goes forward.
    static var monotonic: EventLoop.Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return EventLoop.Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Before every other instant: a wait until then does not wait.
    static let past = EventLoop.Instant(nanoseconds: .min)
}
