#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Bytes in their order, in one piece of memory: added at the end, taken from the front.
///
/// It is own code and no `Deque`, because system calls and searches want the bytes in one piece, and room that is not
/// first filled with zeros.
struct ByteQueue: ~Copyable {
    private var storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var start = 0
    private(set) var count = 0

    /// Memory above this is given back when the queue is empty, so that one big message does not stay for ever.
    private static let keptCapacity = 256 << 10

    deinit { storage.deallocate() }

    var isEmpty: Bool { count == 0 }

    /// The bytes; valid until the queue changes.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(storage)[start..<start + count])
    }

    /// Lets `body` write behind the last byte.
    /// - Parameter room: how many bytes it may write.
    /// - Returns: what `body` returns: how many it wrote.
    mutating func append(
        room: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> Int?
    ) rethrows -> Int? {
        reserve(room)
        let end = start + count
        let written = try body(UnsafeMutableRawBufferPointer(rebasing: storage[end..<end + room]))
        count += written ?? 0
        return written
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        reserve(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: storage[(start + count)...]).copyMemory(from: bytes)
        count += bytes.count
    }

    mutating func removeFirst(_ number: Int) {
        precondition(number >= 0 && number <= count)
        start += number
        count -= number
        guard count == 0 else { return }
        start = 0
        if storage.count > Self.keptCapacity { removeAll() }
    }

    /// Takes the first bytes out.
    mutating func takeFirst(_ number: Int) -> [UInt8] {
        let taken = [UInt8](bytes.prefix(number))
        removeFirst(number)
        return taken
    }

    mutating func removeAll() {
        storage.deallocate()
        storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        start = 0
        count = 0
    }

    /// Where `pattern` begins, counted from the first byte; `nil` if it is not there.
    /// - Parameter offset: where to begin to look.
    func firstRange(of pattern: [UInt8], from offset: Int) -> Range<Int>? {
        guard let base = bytes.baseAddress, let last = pattern.last else { return nil }
        // Looking for the last byte finds the end of the range, before which the rest must stand.
        var from = max(offset, 0) + pattern.count - 1
        while from < count, let found = memchr(base + from, Int32(last), count - from) {
            let end = UnsafeRawPointer(found) - base + 1
            if bytes[(end - pattern.count)..<end].elementsEqual(pattern) { return (end - pattern.count)..<end }
            from = end
        }
        return nil
    }

    /// Makes room behind the last byte: by moving the bytes if at least half of the memory is free, else by doubling
    /// it, so that a byte is moved a constant number of times on average.
    private mutating func reserve(_ room: Int) {
        guard storage.count - start - count < room else { return }
        if storage.count >= count + room, start >= storage.count / 2 {
            storage.copyMemory(from: bytes)
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(storage.count * 2, count + room), alignment: 16)
            larger.copyMemory(from: bytes)
            storage.deallocate()
            storage = larger
        }
        start = 0
    }
}
