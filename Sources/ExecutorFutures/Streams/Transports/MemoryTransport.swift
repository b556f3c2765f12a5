/// Bytes that go from a writer to a reader of one loop and never touch the system, so they flow in virtual time too.
final class MemoryPipe {
    fileprivate var queue = ByteQueue()
    fileprivate let capacity: Int
    fileprivate var hasEnded = false
    fileprivate var hasReader = true
    fileprivate let readable: StreamWaiters
    fileprivate let writable: StreamWaiters

    init(capacity: Int, core: LoopEngine) {
        self.capacity = max(capacity, 1)
        readable = StreamWaiters(core: core)
        writable = StreamWaiters(core: core)
    }
}

/// The end of a ``MemoryPipe`` where bytes come out.
final class MemorySource: ByteSource {
    private let pipe: MemoryPipe

    init(_ pipe: MemoryPipe) { self.pipe = pipe }

    var ready: StreamWaiters { pipe.readable }

    func read(into queue: inout ByteQueue, atMost count: Int) throws -> Int? {
        let moved = min(count, pipe.queue.count)
        guard moved > 0 else { return pipe.hasEnded ? 0 : nil }
        queue.append(UnsafeRawBufferPointer(rebasing: pipe.queue.bytes.prefix(moved)))
        pipe.queue.removeFirst(moved)
        pipe.writable.wake()
        return moved
    }

    func close() {
        pipe.hasReader = false
        pipe.writable.wake()
    }
}

/// The end of a ``MemoryPipe`` where bytes go in.
final class MemorySink: ByteSink {
    private let pipe: MemoryPipe

    init(_ pipe: MemoryPipe) { self.pipe = pipe }

    var ready: StreamWaiters { pipe.writable }

    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
        guard pipe.hasReader else { throw StreamError.brokenPipe }
        let moved = min(bytes.count, pipe.capacity - pipe.queue.count)
        guard moved > 0 else { return nil }
        pipe.queue.append(UnsafeRawBufferPointer(rebasing: bytes.prefix(moved)))
        pipe.readable.wake()
        return moved
    }

    func finish() { close() }

    func close() {
        pipe.hasEnded = true
        pipe.readable.wake()
    }
}
