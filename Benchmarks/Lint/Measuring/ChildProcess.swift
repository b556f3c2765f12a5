#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a program cost that ran to its end, with all its children.
struct ChildCost: Sendable {
    var cost: Cost
    /// The most memory that one process of it held, in MB.
    var peakMemory: Double
    var status: Int32
}

/// A program and its arguments; its output is thrown away.
struct ChildProcess: Sendable {
    /// Absolute, or with a slash in it.
    var path: String
    var arguments: [String]

    struct NotStarted: Error, CustomStringConvertible {
        var description: String
    }

    /// Blocks until the program ends.
    func run() throws -> ChildCost {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }

        let start = ContinuousClock.now
        var child: pid_t = 0
        let problem = posix_spawn(&child, path, &actions, nil, words, environ)
        guard problem == 0 else {
            throw NotStarted(description: "'\(path)' could not be started: error \(problem)")
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let wall = (ContinuousClock.now - start) / .seconds(1)
        let cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        return ChildCost(
            cost: Cost(cpu: cpu, wall: wall), peakMemory: Double(usage.ru_maxrss) / Self.memoryUnitsInMB,
            status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F))
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// Linux counts KiB, Darwin bytes.
    #if canImport(Darwin)
        private static let memoryUnitsInMB = 1_048_576.0
    #else
        private static let memoryUnitsInMB = 1024.0
    #endif
}
