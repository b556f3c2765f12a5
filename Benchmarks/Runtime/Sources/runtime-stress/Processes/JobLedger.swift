#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file in which jobs of many processes say what they do, an entry each; so it outlives a worker that is killed.
final class JobLedger: Sendable {
    struct Entry {
        /// Of the worker; zero if the job has not begun.
        var process: pid_t = 0
        var begun: Int32 = 0
        var ended: Int32 = 0
    }

    let path: String
    private let descriptor: Int32
    private let isOwner: Bool

    /// Makes a new one, which is removed when it is dropped.
    init() throws {
        var name = Array("/tmp/runtime-stress-XXXXXX\0".utf8CString)
        descriptor = mkstemp(&name)
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        isOwner = true
        guard descriptor >= 0 else { throw StressFailure(description: "no file in /tmp: error \(errno)") }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Opens the one that a job is told of.
    init(opening path: String) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        isOwner = false
        guard descriptor >= 0 else { throw StressFailure(description: "'\(path)' cannot be opened: error \(errno)") }
    }

    deinit {
        close(descriptor)
        if isOwner { unlink(path) }
    }

    func begin(_ number: Int) throws {
        var entry = entry(number)
        entry.process = getpid()
        entry.begun += 1
        try write(entry, number)
    }

    func end(_ number: Int) throws {
        var entry = entry(number)
        entry.ended += 1
        try write(entry, number)
    }

    /// Empty if the job has not begun.
    func entry(_ number: Int) -> Entry {
        var entry = Entry()
        _ = withUnsafeMutableBytes(of: &entry) { pread(descriptor, $0.baseAddress, $0.count, offset(number)) }
        return entry
    }

    private func write(_ entry: Entry, _ number: Int) throws {
        let count = withUnsafeBytes(of: entry) { pwrite(descriptor, $0.baseAddress, $0.count, offset(number)) }
        guard count == MemoryLayout<Entry>.size else {
            throw StressFailure(description: "'\(path)' cannot be written: error \(errno)")
        }
    }

    private func offset(_ number: Int) -> off_t { off_t(number * MemoryLayout<Entry>.stride) }
}
