#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Programs that tests start.
enum StartedProgram {
    /// An executable of this package, which lies beside the tests.
    static func neighbour(_ name: String) -> String {
        // Linux runs the bundle itself, macOS names it in an argument of the program that loads it.
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        let beforeBundle = bundle.split(separator: "/", omittingEmptySubsequences: false).prefix {
            !$0.hasSuffix(".xctest")
        }
        return (beforeBundle + [Substring(name)]).joined(separator: "/")
    }

    /// Starts a program and returns its process number.
    static func start(_ path: String, _ arguments: [String], output: Int32? = nil) throws -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
        let words = ([path] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &actions, nil, words + [nil], environ)
        guard code == 0 else { throw Failure(number: Int(code)) }
        return child
    }

    /// Runs a program to its end and returns what it has printed, without the last line's end.
    static func output(of path: String, _ arguments: [String]) throws -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(number: Int(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child = try start(path, arguments, output: ends[1])
        close(ends[1])
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &block, block.count), count > 0 { bytes += block.prefix(count) }
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child, status == 0 else { throw Failure(number: Int(status)) }
        return String(decoding: bytes.last == 10 ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}
