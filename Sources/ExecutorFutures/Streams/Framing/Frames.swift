/// Messages with their length before them: four bytes, the most significant one first.
extension StreamReader {
    /// Suspends until a whole message is there and returns it; `nil` if the stream ends between two messages.
    ///
    /// - Parameter limit: the most bytes of a message, so that a peer cannot make this one take any amount of memory.
    /// - Throws: ``StreamError/limitExceeded(limit:)`` as soon as the length is known;
    ///   ``StreamError/endedEarly(partial:)`` if the stream ends within a message; other ``StreamError``s;
    ///   `CancellationError`, and then nothing is taken.
    public nonisolated(nonsending) func frame(limit: Int = 16 << 20) async throws -> [UInt8]? {
        guard loop.isCurrent else { return try await loop.enter { try await self.frame(limit: limit) } }
        try begin()
        defer { end() }
        if try await fill(to: frameHeaderSize) {
            let length = queue.bytes.prefix(frameHeaderSize).reduce(0) { $0 << 8 | Int($1) }
            guard length <= limit else { throw StreamError.limitExceeded(limit: limit) }
            if try await fill(to: frameHeaderSize + length) {
                drop(frameHeaderSize)
                return take(length)
            }
        }
        if queue.isEmpty { return nil }
        throw StreamError.endedEarly(partial: takeAll())
    }
}

extension StreamWriter {
    /// Writes a message with its length before it; otherwise as ``write(_:)-([UInt8])``.
    /// - Parameter frame: less than 4 GiB.
    /// - Throws: ``StreamError/limitExceeded(limit:)`` for a longer one; what `write` throws.
    public nonisolated(nonsending) func write(frame: [UInt8]) async throws {
        guard let length = UInt32(exactly: frame.count) else {
            throw StreamError.limitExceeded(limit: Int(UInt32.max))
        }
        try await write(withUnsafeBytes(of: length.bigEndian) { [UInt8]($0) } + frame)
    }
}

private let frameHeaderSize = 4
