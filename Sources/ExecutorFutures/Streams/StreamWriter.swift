/// Bytes that go out: to a pipe, a socket, a terminal, a file, a child process; asyncio's `StreamWriter`.
///
/// ```swift
/// try await connection.writer.write("GET / HTTP/1.0\r\n\r\n")
/// try await connection.writer.finish()                           // half-close: the peer sees the end
/// ```
/// A write hands its bytes to the system at once if it takes them; what it does not take waits in memory and goes out by
/// itself. While more than the high-water mark waits, ``write(_:)-([UInt8])`` suspends. So the memory of a stream is
/// bounded by the mark and the size of its largest message, however slow the peer is.
///
/// A writer may be used from any task, on the loop at no extra cost. Several tasks may write: the bytes of one call stay
/// together, and calls on the loop keep their order.
///
/// ## Cancellation and time-outs
/// A write that throws `CancellationError` has written nothing and never will. A task that is cancelled later, while it
/// only waits for the peer, returns at once: its bytes are on their way, all of them and once.
///
/// ## Failure
/// If nobody reads at the other end, this and every later call throws ``StreamError/brokenPipe``; no signal ends the
/// process. A failure is told to the call that is waiting, otherwise to the next one; to be sure that everything has gone
/// out, await ``flush()`` or ``finish()``. What still waits in memory when the loop ends is lost.
///
/// ## End
/// A writer that is dropped, or closed by ``close()``, sends what waits and then closes.
public final class StreamWriter: Sendable {
    let loop: EventLoop
    /// How many bytes may wait in memory before writes suspend. They go on when a quarter of it is left.
    public let highWaterMark: Int
    // Unchecked because only the loop's thread touches it.
    nonisolated(unsafe) private let sink: any ByteSink
    nonisolated(unsafe) private var queue = ByteQueue()
    nonisolated(unsafe) private var state = State.open
    nonisolated(unsafe) private var isDraining = false
    nonisolated(unsafe) private var turns = StreamTurns()
    /// Tasks that wait until few enough bytes are in the queue.
    private let progress: StreamWaiters

    private enum State {
        case open
        /// Takes no more, and ends when the queue is empty.
        case finishing
        case finished
        case failed(any Error)
    }

    /// The default of asyncio.
    public static let defaultHighWaterMark = 64 << 10

    init(_ sink: any ByteSink, loop: EventLoop, highWaterMark: Int = defaultHighWaterMark) {
        self.sink = sink
        self.loop = loop
        self.highWaterMark = max(highWaterMark, 0)
        progress = StreamWaiters(core: loop.core)
    }

    deinit {
        // Nothing waits in memory, or the task that sends it would hold this object.
        nonisolated(unsafe) let sink = sink
        loop.core.perform { sink.finish() }
    }

    // MARK: Writing

    /// Writes all of `bytes`; suspends while more than the high-water mark waits in memory.
    ///
    /// - Throws: ``StreamError``; `CancellationError` if the task was cancelled before, and then nothing is written.
    public nonisolated(nonsending) func write(_ bytes: [UInt8]) async throws {
        guard loop.isCurrent else { return try await loop.enter { try await self.write(bytes) } }
        try Task.checkCancellation()
        try checkOpen()
        try bytes.withUnsafeBytes { try accept($0) }
        if turns.isOver() { await loop.core.yield() }
        // The bytes are taken: a cancellation must not make it look otherwise.
        if queue.count > highWaterMark {
            do { try await waitUntilAtMost(highWaterMark / 4) } catch is CancellationError {}
        }
    }

    /// Writes `text` as UTF-8; otherwise as ``write(_:)-([UInt8])``.
    public nonisolated(nonsending) func write(_ text: String) async throws {
        try await write([UInt8](text.utf8))
    }

    /// Suspends until the system has taken everything that was written.
    /// - Throws: the ``StreamError`` if that failed; `CancellationError`, and then the bytes go out all the same.
    public nonisolated(nonsending) func flush() async throws {
        guard loop.isCurrent else { return try await loop.enter { try await self.flush() } }
        try Task.checkCancellation()
        try await waitUntilAtMost(0)
    }

    // MARK: Ending

    /// Sends what waits and then tells the peer that nothing more comes; its answer can still be read.
    ///
    /// Returns when all that is done. May be called any number of times.
    /// - Throws: the ``StreamError`` if something could not be sent; `CancellationError`, and then it goes on all the
    ///   same.
    public nonisolated(nonsending) func finish() async throws {
        close()
        try await flush()
    }

    /// ``finish()`` that waits for nothing; from any thread.
    public func close() {
        loop.core.perform {
            guard case .open = self.state else { return }
            self.state = .finishing
            if self.queue.isEmpty { self.end() }
        }
    }

    /// Closes this end at once and drops what waits in memory; from any thread. Tasks that wait get
    /// ``StreamError/closed``.
    public func abort() {
        loop.core.perform { self.fail(StreamError.closed) }
    }

    /// How many bytes wait in memory. For tests; on the loop only.
    var waitingCount: Int { queue.count }

    // MARK: On the loop

    private func checkOpen() throws {
        switch state {
        case .open: return
        case .finishing, .finished: throw StreamError.closed
        case .failed(let error): throw error
        }
    }

    /// Gives the system what it takes now and keeps the rest.
    private func accept(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        if queue.isEmpty {
            do {
                while !rest.isEmpty, let count = try sink.write(UnsafeRawBufferPointer(rebasing: rest)) {
                    rest = rest.dropFirst(count)
                }
            } catch {
                fail(error)
                throw error
            }
        }
        queue.append(UnsafeRawBufferPointer(rebasing: rest))
        guard !queue.isEmpty, !isDraining else { return }
        isDraining = true
        // A task of the loop, so that it holds this object and ends with the loop.
        loop.spawn(name: "rest of a stream") {
            do { try await self.drain() } catch { self.fail(error) }
        }
    }

    private nonisolated(nonsending) func drain() async throws {
        defer { isDraining = false }
        while !queue.isEmpty {
            let known = sink.ready.wakeUps
            if let count = try sink.write(queue.bytes) {
                queue.removeFirst(count)
                progress.wake(at: queue.count)
                // Those who wait for the last byte must find the end told to the peer.
                if !queue.isEmpty, turns.isOver() { await loop.core.yield() }
            } else {
                try await sink.ready.wait(known: known)
            }
        }
        if case .finishing = state { end() }
    }

    private func end() {
        state = .finished
        sink.finish()
    }

    private func fail(_ error: any Error) {
        if case .failed = state { return }
        state = .failed(error)
        queue.removeAll()
        sink.close()
        sink.ready.wake()
        progress.wake()
    }

    /// Suspends until so few bytes wait, or the stream has failed.
    private nonisolated(nonsending) func waitUntilAtMost(_ level: Int) async throws {
        while true {
            if case .failed(let error) = state { throw error }
            let known = progress.wakeUps
            if queue.count <= level { return }
            try await progress.wait(for: level, known: known)
        }
    }
}
