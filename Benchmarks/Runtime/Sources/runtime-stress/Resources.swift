#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process holds at one moment.
struct Resources: CustomStringConvertible {
    /// Of the pools that come and go; other threads live as long as the process. Zero where /proc is missing.
    var threads: Int
    var descriptors: Int
    /// Resident, in bytes.
    var memory: Int

    static let nameOfPools = "stress"

    static var now: Resources {
        let threads = entries("/proc/self/task").filter {
            line(of: "/proc/self/task/\($0)/comm").hasPrefix(nameOfPools)
        }
        return Resources(
            threads: threads.count, descriptors: entries("/proc/self/fd").count, memory: residentMemory)
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
        if descriptors > before.descriptors {
            throw StressFailure(description: "\(descriptors - before.descriptors) descriptors are left")
        }
        // The allocator keeps some of what was freed; what leaks grows with the rounds and is soon more than this.
        let growth = memory - before.memory
        if growth > 16 << 20 { throw StressFailure(description: "memory grew by \(growth >> 20) MiB") }
    }

    var description: String { "\(threads) threads, \(descriptors) descriptors, \(memory >> 10) KiB" }

    private static var residentMemory: Int {
        let words = line(of: "/proc/self/statm").split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    private static func entries(_ folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// The first line of a file, or nothing.
    private static func line(of path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return "" }
        return String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
