import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The workers that a round has killed.
final class KilledWorkers: Sendable {
    private let processes = Mutex<Set<pid_t>>([])

    var count: Int { processes.withLock { $0.count } }
    func contains(_ process: pid_t) -> Bool { processes.withLock { $0.contains(process) } }

    /// Kills a worker, unless it has gone: its number may be another process's by now.
    func end(_ process: pid_t) {
        let status = SystemFile.line(of: "/proc/\(process)/stat")
        // Behind the program's name, which is in parentheses, come the state and the parent.
        let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 1, fields[1] == "\(getpid())" else { return }
        processes.withLock { _ = $0.insert(process) }
        _ = kill(process, SIGKILL)
    }
}
