#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A signal of the operating system, by its number.
public struct Signal: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Control-C at the terminal.
    public static let interrupt = Signal(rawValue: SIGINT)
    /// The polite request to end.
    public static let terminate = Signal(rawValue: SIGTERM)
    /// The terminal is gone; daemons take it as a request to read their configuration again.
    public static let hangUp = Signal(rawValue: SIGHUP)
    /// Control-\ at the terminal.
    public static let quit = Signal(rawValue: SIGQUIT)
    public static let user1 = Signal(rawValue: SIGUSR1)
    public static let user2 = Signal(rawValue: SIGUSR2)
    /// A child process has ended or stopped.
    public static let child = Signal(rawValue: SIGCHLD)
    /// The terminal's window has another size.
    public static let windowChange = Signal(rawValue: SIGWINCH)

    public var description: String { "signal \(rawValue)" }
}

extension EventLoop {
    /// The signals of the given kinds that the process gets from now on, one after another.
    ///
    /// While anybody listens, the signal does not do what it does otherwise, such as ending the process; when the last
    /// sequence for it is dropped or its task is cancelled, what was before is restored. Any number of sequences, on
    /// any loops, may listen to one signal, and each gets it. The kernel itself merges equal signals that come in a
    /// burst. The task of the loop that iterates ends with the loop, because it is cancelled then.
    ///
    /// The first call starts a thread of the process's own that receives signals for all loops and stays.
    /// - Throws: ``EventLoopError/cannotCatch(_:code:)`` for `SIGKILL` and `SIGSTOP`, which nobody can;
    ///   ``EventLoopError/noDescriptors(loop:code:)``, ``EventLoopError/cannotStartThread(loop:code:)``.
    public func signals(_ signals: Signal...) throws(EventLoopError) -> AsyncStream<Signal> {
        let (stream, continuation) = AsyncStream.makeStream(of: Signal.self)
        let listener = try SignalReceiver.shared.listen(to: signals) { [weak self] signal in
            let isTaken = self?.post { continuation.yield(signal) } ?? false
            if !isTaken { continuation.finish() }
        }
        continuation.onTermination = { _ in SignalReceiver.shared.remove(listener) }
        return stream
    }
}
