#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Our ends of the pipes to a program's standard streams.
struct ProcessPipes: Sendable {
    var input: StreamDescriptor?
    var output: StreamDescriptor?
    var errors: StreamDescriptor?

    /// Starts a command. Blocks for as long as the system takes, a millisecond or so.
    static func start(_ command: Command) throws(StreamError) -> (child: ChildProcess, pipes: ProcessPipes) {
        var pipes = ProcessPipes()
        var launch = ProcessLaunch(
            executable: command.executable, words: [command.executable] + command.arguments,
            environment: command.environment.entries, workingDirectory: command.workingDirectory,
            leadsGroup: command.input != .inherited)
        // The child's ends: kept until it has them.
        var ends: [StreamDescriptor] = []
        switch command.input {
        case .none: launch.input = .null
        case .inherited: launch.input = .inherited
        case .stream:
            let pipe = try makePipe()
            pipes.input = try StreamDescriptor(pipe.write, .exclusive, mode: O_WRONLY)
            ends.append(StreamDescriptor(pipe.read, kind: .blocking))
            launch.input = .descriptor(pipe.read)
        }
        launch.output = try connect(command.output, &pipes.output, &ends)
        launch.errors = try connect(command.errors, &pipes.errors, &ends)
        defer { withExtendedLifetime(ends) {} }
        do {
            return (try ChildProcess(launch), pipes)
        } catch {
            throw .refused(call: error.call, code: error.code)
        }
    }

    private static func connect(
        _ output: Command.Output, _ end: inout StreamDescriptor?, _ childEnds: inout [StreamDescriptor]
    ) throws(StreamError) -> ProcessLaunch.StandardStream {
        switch output {
        case .discarded: return .null
        case .inherited: return .inherited
        case .output: return .descriptor(STDOUT_FILENO)
        case .stream:
            let pipe = try makePipe()
            end = try StreamDescriptor(pipe.read, .exclusive, mode: O_RDONLY)
            childEnds.append(StreamDescriptor(pipe.write, kind: .blocking))
            return .descriptor(pipe.write)
        }
    }

    /// Both ends are closed in every program that is started, but where they are handed on.
    private static func makePipe() throws(StreamError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw StreamError("pipe", code: errno) }
        // High numbers, which cannot be those that the child's streams get: this process may run without its own.
        let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        let code = errno
        for end in ends { close(end) }
        guard moved.allSatisfy({ $0 >= 0 }) else {
            for end in moved where end >= 0 { close(end) }
            throw StreamError("pipe", code: code)
        }
        return (moved[0], moved[1])
    }
}

extension Command.Environment {
    fileprivate var entries: [String] {
        switch self {
        case .inherited(let added): ProcessLaunch.inheritedEnvironment(adding: added)
        case .only(let variables): variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        }
    }
}
