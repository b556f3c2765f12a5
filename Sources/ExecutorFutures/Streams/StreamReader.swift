/// Bytes that come in: from a pipe, a socket, a terminal, a file, a child process; asyncio's `StreamReader`.
///
/// ```swift
/// let input = try loop.standardInput()
/// while let line = try await input.line() { … }
/// ```
/// A task that reads suspends and holds no thread. Nothing is read that nobody asks for, so a reader that is slow slows
/// down its peer, and the memory of a stream is bounded by what its tasks ask for, and 64 KiB.
///
/// A reader may be used from any task, on the loop at no extra cost. One task may read at a time; a second one gets
/// ``StreamError/busy``.
///
/// ## Cancellation and time-outs
/// A read that is cancelled throws `CancellationError` and takes nothing: the next read finds every byte. So any read
/// may be given a time, and tried again:
/// ```swift
/// let line = try await withTimeout(.seconds(5), clock: loop.clock) { try await input.line() }
/// ```
///
/// ## End
/// The descriptor is closed when the reader is closed or dropped, that of a connection when its writer is, too.
/// Bytes before the end or a failure are always delivered first.
public final class StreamReader: Sendable {
    let loop: EventLoop
    // Unchecked because only the loop's thread touches it.
    nonisolated(unsafe) private let source: any ByteSource
    nonisolated(unsafe) private(set) var queue = ByteQueue()
    nonisolated(unsafe) private var state = State.open
    /// Whether a task reads, which may suspend it at any `await`.
    nonisolated(unsafe) private var isBusy = false
    nonisolated(unsafe) private var turns = StreamTurns()
    /// How much the next read asks for; grows while reads are answered in full.
    nonisolated(unsafe) private var readSize = smallestRead

    private enum State {
        case open
        case ended
        case failed(any Error)
        case closed
    }

    private static let smallestRead = 4 << 10
    private static let largestRead = 64 << 10

    /// The default of the longest line and of what ``read(through:limit:)`` takes, as in asyncio.
    public static let defaultLimit = 64 << 10

    init(_ source: any ByteSource, loop: EventLoop) {
        self.source = source
        self.loop = loop
    }

    deinit {
        // Unchecked because nobody else has the reader any more.
        nonisolated(unsafe) let source = source
        loop.core.perform { source.close() }
    }

    // MARK: Reading

    /// Suspends until something is there and returns it, at most `count` bytes; an empty array at the end.
    ///
    /// - Parameter count: one or more.
    /// - Throws: ``StreamError``; `CancellationError`, and then nothing is taken.
    public nonisolated(nonsending) func read(upTo count: Int) async throws -> [UInt8] {
        guard loop.isCurrent else { return try await loop.enter { try await self.read(upTo: count) } }
        guard count > 0 else { throw StreamError.invalidCount(count) }
        try begin()
        defer { end() }
        if queue.isEmpty { _ = try await fill(wanting: count) }
        return queue.takeFirst(min(count, queue.count))
    }

    /// Suspends until `count` bytes are there and returns them.
    ///
    /// - Parameter count: zero or more; so much memory is needed.
    /// - Throws: ``StreamError/endedEarly(partial:)`` with the rest if the stream ends before; other ``StreamError``s;
    ///   `CancellationError`, and then nothing is taken.
    public nonisolated(nonsending) func read(exactly count: Int) async throws -> [UInt8] {
        guard loop.isCurrent else { return try await loop.enter { try await self.read(exactly: count) } }
        guard count >= 0 else { throw StreamError.invalidCount(count) }
        try begin()
        defer { end() }
        guard try await fill(to: count) else { throw StreamError.endedEarly(partial: takeAll()) }
        return queue.takeFirst(count)
    }

    /// Suspends until the stream has ended and returns all its bytes.
    ///
    /// - Parameter limit: the most to take.
    /// - Throws: ``StreamError/limitExceeded(limit:)``; other ``StreamError``s; `CancellationError`. Nothing is taken
    ///   then.
    public nonisolated(nonsending) func readToEnd(limit: Int = .max) async throws -> [UInt8] {
        guard loop.isCurrent else { return try await loop.enter { try await self.readToEnd(limit: limit) } }
        try begin()
        defer { end() }
        while queue.count <= limit, try await fill(wanting: Self.largestRead) {}
        guard queue.count <= limit else { throw StreamError.limitExceeded(limit: limit) }
        return takeAll()
    }

    /// Closes this end, from any thread; the peer's writes then fail. What was not taken is dropped.
    ///
    /// A task that waits gets ``StreamError/closed``.
    public func close() {
        loop.core.perform {
            self.state = .closed
            self.queue.removeAll()
            self.source.close()
            self.source.ready.wake()
        }
    }

    // MARK: For framing; on the loop only

    /// Must come first in every read, and ``end()`` last.
    /// - Throws: ``StreamError/busy`` while another task reads, ``StreamError/closed``.
    func begin() throws {
        if isBusy { throw StreamError.busy }
        if case .closed = state { throw StreamError.closed }
        isBusy = true
    }

    func end() { isBusy = false }

    /// Suspends until at least `count` bytes are in the queue.
    /// - Returns: `false` if the stream ends before.
    nonisolated(nonsending) func fill(to count: Int) async throws -> Bool {
        while queue.count < count {
            guard try await fill(wanting: count - queue.count) else { return false }
        }
        return true
    }

    /// Suspends until more is in the queue than before.
    /// - Parameter wanted: a hint how much is needed.
    /// - Returns: `false` if the stream has ended.
    nonisolated(nonsending) func fill(wanting wanted: Int = 1) async throws -> Bool {
        try Task.checkCancellation()
        if turns.isOver() { await loop.core.yield() }
        while true {
            switch state {
            case .ended: return false
            case .failed(let error): throw error
            case .closed: throw StreamError.closed
            case .open: break
            }
            let known = source.ready.wakeUps
            if let count = try readNow(min(max(wanted, readSize), Self.largestRead)) {
                if count == 0 { state = .ended }
                return count > 0
            }
            try await source.ready.wait(known: known)
        }
    }

    func take(_ count: Int) -> [UInt8] { queue.takeFirst(count) }

    func drop(_ count: Int) { queue.removeFirst(count) }

    func takeAll() -> [UInt8] { queue.takeFirst(queue.count) }

    private func readNow(_ count: Int) throws -> Int? {
        do {
            let read = try source.read(into: &queue, atMost: count)
            if read == count { readSize = min(readSize * 2, Self.largestRead) }
            return read
        } catch {
            // The system tells some errors once and then an end that is none.
            state = .failed(error)
            throw error
        }
    }
}
