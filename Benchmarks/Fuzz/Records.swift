import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that outlive a trap: the seeds at work, and the inputs of groups that failed.
final class Records: Sendable {
    private let folder: String
    private let descriptor: Int32
    private let free: Mutex<[Int]>

    private static let width = 21

    struct Unwritable: Error, CustomStringConvertible {
        var description: String
    }

    /// Makes the folder; blocks, as everything here does for moments.
    /// - Parameter slots: how many groups are at work at a time, at most.
    init(folder: String, slots: Int) throws {
        self.folder = folder
        for end in folder.indices where folder[end] == "/" { mkdir(String(folder[..<end]), 0o777) }
        mkdir(folder, 0o777)
        descriptor = open(folder + "/running", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Unwritable(description: "'\(folder)/running' cannot be written") }
        free = Mutex(Array(0..<slots))
    }

    deinit { close(descriptor) }

    func enter(_ seed: UInt64) -> Int {
        let slot = free.withLock { $0.popLast() } ?? 0
        write(String(seed), slot)
        return slot
    }

    func leave(_ slot: Int) {
        write("", slot)
        free.withLock { $0.append(slot) }
    }

    private func write(_ text: String, _ slot: Int) {
        let line = text + String(repeating: " ", count: Self.width - 1 - text.utf8.count) + "\n"
        var bytes = Array(line.utf8)
        pwrite(descriptor, &bytes, bytes.count, off_t(slot * Self.width))
    }

    /// Writes the inputs of a group as `<seed>-<number>.swift`.
    func keep(_ inputs: [[UInt8]], seed: UInt64) throws {
        for (number, input) in inputs.enumerated() {
            let path = "\(folder)/\(seed)-\(number).swift"
            guard let file = fopen(path, "w") else { throw Unwritable(description: "'\(path)' cannot be written") }
            fwrite(input, 1, input.count, file)
            fclose(file)
        }
    }
}
