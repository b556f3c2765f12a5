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
}
