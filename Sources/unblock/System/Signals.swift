#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the process answers signals.
enum Signals {
    /// A reader that goes away (`unblock lint | head`) must be an error of `write`, not the end of the process.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Ends the process by a signal unless it has ended before.
    static func endAfter(seconds: UInt32) { alarm(seconds) }

    /// Whether there is such a process; one that belongs to somebody else counts.
    static func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}
