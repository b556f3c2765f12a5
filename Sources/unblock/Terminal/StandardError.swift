#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Messages for people, on standard error: `unblock: error: what happened: what to do`.
///
/// A message that cannot be written is dropped: there is nobody left to tell.
enum StandardError {
    /// - Parameter text: what happened, a colon, and what to do, without a full stop. Each of the three may block.
    static func error(_ text: String) { write("unblock: error: \(text)\n") }
    static func warning(_ text: String) { write("unblock: warning: \(text)\n") }
    static func note(_ text: String) { write("unblock: note: \(text)\n") }

    /// Text that is not a message: the progress bar, statistics. May block.
    static func write(_ text: String) { try? Descriptors.write(text.utf8, to: STDERR_FILENO) }

    static var isTerminal: Bool { Descriptors.isTerminal(STDERR_FILENO) }
}
