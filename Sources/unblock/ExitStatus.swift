#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process tells its caller.
enum ExitStatus: Int32, Sendable {
    /// Nothing at or above `--fail-on`.
    case success = 0
    /// Findings at or above `--fail-on`.
    case findings = 1
    /// The command, its configuration or its input could not be used.
    case unusable = 2
    /// A fault in unblock itself.
    case fault = 70

    /// Must be the last thing the process does; output is already written, nothing waits in a buffer.
    func endProcess() -> Never { exit(rawValue) }
}
