/// How a child process ended.
public enum ProcessExit: Sendable, Hashable, CustomStringConvertible {
    /// It returned from `main` or called `exit`; zero means success.
    case exited(code: Int32)
    /// It was ended by a signal: a crash, or somebody's `kill`.
    case signalled(_ signal: Signal)
    /// Somebody else reaped the child, so the system no longer knows: the program ignores `SIGCHLD`, or waits for any
    /// child instead of its own.
    case unknown

    /// - Parameter waitStatus: what `waitpid` stores.
    init(waitStatus: Int32) {
        // The macros of <sys/wait.h> do not reach Swift; this layout is the same on Linux and on Apple's systems.
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(code: (waitStatus >> 8) & 0xFF) : .signalled(Signal(rawValue: signal))
    }

    /// Whether it ended by itself with code zero.
    public var isSuccess: Bool { self == .exited(code: 0) }

    public var description: String {
        switch self {
        case .exited(let code): "exit status \(code)"
        case .signalled(let signal): "\(signal)"
        case .unknown: "unknown status"
        }
    }
}
