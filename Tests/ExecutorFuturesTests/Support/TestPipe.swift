#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A pipe of the system with both ends non-blocking; closed with its last reference.
final class TestPipe: Sendable {
    let reader: Int32
    let writer: Int32
    private let writerIsOpen = Locked(true)

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(number: Int(errno)) }
        (reader, writer) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        close(reader)
        closeWriter()
    }

    func closeWriter() {
        let wasOpen = writerIsOpen.change { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if wasOpen { close(writer) }
    }

    /// What is there, up to `count` bytes.
    func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
            size = max(0, read_(reader, buffer.baseAddress, count))
        }
    }

    func write(_ bytes: [UInt8]) {
        _ = write_(writer, bytes, bytes.count)
    }

    /// Writes until there is no more room.
    /// - Returns: how many bytes fitted.
    func fill() -> Int {
        let block = [UInt8](repeating: 0, count: 4096)
        var total = 0
        while case let count = write_(writer, block, block.count), count > 0 { total += count }
        return total
    }
}

// The methods above hide the functions of the same name.
private func read_(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func write_(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
