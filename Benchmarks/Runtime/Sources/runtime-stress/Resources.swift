#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process holds at one moment.
struct Resources: CustomStringConvertible {
    /// Of the pools and loops that come and go; other threads live as long as the process. Zero where /proc is missing.
    var threads: Int
    var hasChildren: Bool
    var descriptors: Int
    /// Resident, in bytes.
    var memory: Int

    /// What all pools and loops of the rounds are called.
    static let name = "stress"

    /// Whether there is any child process, alive or a zombie.
    static var hasChildren: Bool {
        var information = siginfo_t()
        return waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) == 0
    }

    static var now: Resources {
        let threads = SystemFile.entries(of: "/proc/self/task").filter {
            SystemFile.line(of: "/proc/self/task/\($0)/comm").hasPrefix(name)
        }
        return Resources(
            threads: threads.count, hasChildren: hasChildren,
            descriptors: SystemFile.entries(of: "/proc/self/fd").count, memory: SystemFile.residentMemory)
    }

    /// Threads that were told to end need a moment until the system has forgotten them.
    static func afterSettling() async -> Resources {
        for _ in 0..<100 {
            try? await Task.sleep(for: .milliseconds(20))
            if now.threads == 0 { break }
        }
        return now
    }

    func check(against before: Resources) throws {
        if threads > 0 { throw StressFailure(description: "\(threads) threads are left") }
        if hasChildren { throw StressFailure(description: "a child process is left") }
        if descriptors > before.descriptors {
            throw StressFailure(description: "\(descriptors - before.descriptors) descriptors are left")
        }
        // The allocator keeps some of what was freed; what leaks grows with the rounds and is soon more than this.
        let growth = memory - before.memory
        if growth > 16 << 20 { throw StressFailure(description: "memory grew by \(growth >> 20) MiB") }
    }

    var description: String {
        "\(threads) threads, \(hasChildren ? "some" : "no") children, \(descriptors) descriptors, \(memory >> 10) KiB"
    }
}
