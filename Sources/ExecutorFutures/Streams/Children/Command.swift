/// A program to start, with what it is given: words, environment, folder, and its three standard streams.
///
/// ```swift
/// let git = Command("git", "status", "--short")
/// let status = try await loop.output(of: git)
/// ```
/// No shell takes part, so nothing in the words has to be quoted; write `Command("sh", "-c", script)` if one should.
public struct Command: Sendable {
    /// A path, or a name without a slash, which is searched for in this process's `PATH`.
    public var executable: String
    public var arguments: [String]
    public var environment = Environment.inherited()
    /// Where it starts; `nil` means this process's folder. A relative `executable` with a slash counts from there on
    /// Linux.
    public var workingDirectory: String?
    /// What it reads. By default nothing, as from `/dev/null`.
    public var input = Input.none
    /// Where its standard output goes. By default to a ``RunningProcess/output`` stream.
    public var output = Output.stream
    /// Where its standard error goes. By default where that of this process goes.
    public var errors = Output.inherited

    /// - Parameters:
    ///   - executable: a path, or a name that is searched for in `PATH`.
    ///   - arguments: without the program's own name, which is put before them.
    public init(_ executable: String, _ arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    /// Otherwise as ``init(_:_:)-(String,[String])``.
    public init(_ executable: String, _ arguments: String...) {
        self.init(executable, arguments)
    }

    /// Which variables the program finds.
    public enum Environment: Hashable, Sendable {
        /// Those of this process, and these.
        case inherited(adding: [String: String] = [:])
        /// These alone.
        case only([String: String])
    }

    /// What standard input is.
    public enum Input: Hashable, Sendable {
        /// Empty.
        case none
        /// That of this process. The program is in the process group of this one then, since only the foreground group
        /// of a terminal may read from it.
        case inherited
        /// What is written to ``RunningProcess/input``.
        case stream
    }

    /// Where standard output or standard error goes.
    public enum Output: Hashable, Sendable {
        /// Nowhere.
        case discarded
        /// Where that of this process goes.
        case inherited
        /// To ``RunningProcess/output`` or ``RunningProcess/errors``.
        case stream
        /// For the errors only: where the program's own standard output goes, in the order in which they are written.
        case output
    }
}

/// How to end a program that should end before it has come to its end.
public enum StopPolicy: Hashable, Sendable {
    /// Asks it with `SIGTERM`, and ends it with `SIGKILL` when it still runs after this time of the loop.
    case terminate(killAfter: Duration)
    /// Ends it with `SIGKILL`.
    case kill
}
