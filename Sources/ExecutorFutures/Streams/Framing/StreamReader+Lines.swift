/// Text by lines, and bytes up to a mark.
extension StreamReader {
    /// Suspends until a whole line is there and returns it without its end; `nil` at the end of the stream.
    ///
    /// A line ends with LF or CR LF; the last one may also end with the stream. Bytes that are no UTF-8 are replaced by
    /// U+FFFD; use ``read(through:limit:)`` where every byte counts. An empty line may be the end of a header.
    /// - Parameter limit: the most bytes of a line, without its end.
    /// - Throws: ``StreamError/limitExceeded(limit:)`` for a longer line; other ``StreamError``s; `CancellationError`.
    ///   Nothing is taken then.
    public nonisolated(nonsending) func line(limit: Int = defaultLimit) async throws -> String? {
        guard loop.isCurrent else { return try await loop.enter { try await self.line(limit: limit) } }
        try begin()
        defer { end() }
        // The CR before the LF is no part of the line.
        if let end = try await find([10], limit: limit, slack: 1) {
            let hasReturn = end.lowerBound > 0 && queue.bytes[end.lowerBound - 1] == 13
            let length = end.lowerBound - (hasReturn ? 1 : 0)
            guard length <= limit else { throw StreamError.limitExceeded(limit: limit) }
            defer { drop(end.upperBound) }
            return String(decoding: queue.bytes[..<length], as: UTF8.self)
        }
        guard queue.count <= limit else { throw StreamError.limitExceeded(limit: limit) }
        return queue.isEmpty ? nil : String(decoding: takeAll(), as: UTF8.self)
    }

    /// Suspends until `mark` has come and returns everything up to it, the mark included.
    ///
    /// - Parameters:
    ///   - mark: one byte or more.
    ///   - limit: the most bytes before the mark.
    /// - Throws: ``StreamError/endedEarly(partial:)`` with the rest if the stream ends before;
    ///   ``StreamError/limitExceeded(limit:)``; other ``StreamError``s; `CancellationError`. Nothing is taken then,
    ///   except by the first.
    public nonisolated(nonsending) func read(through mark: [UInt8], limit: Int = defaultLimit) async throws -> [UInt8] {
        guard loop.isCurrent else {
            return try await loop.enter { try await self.read(through: mark, limit: limit) }
        }
        guard !mark.isEmpty else { throw StreamError.invalidCount(0) }
        try begin()
        defer { end() }
        guard let end = try await find(mark, limit: limit) else { throw StreamError.endedEarly(partial: takeAll()) }
        return take(end.upperBound)
    }

    /// The lines that are still to come, each as ``line(limit:)`` gives it.
    /// - Parameter limit: the most bytes of a line.
    public func lines(limit: Int = defaultLimit) -> Lines { Lines(reader: self, limit: limit) }

    /// The lines that are still to come.
    public var lines: Lines { lines() }

    /// Lines of a stream, one after another.
    public struct Lines: AsyncSequence, Sendable {
        let reader: StreamReader
        let limit: Int

        public func makeAsyncIterator() -> Iterator { Iterator(reader: reader, limit: limit) }

        public struct Iterator: AsyncIteratorProtocol {
            let reader: StreamReader
            let limit: Int

            public func next() async throws -> String? { try await reader.line(limit: limit) }

            public func next(isolation actor: isolated (any Actor)?) async throws -> String? {
                try await reader.line(limit: limit)
            }
        }
    }

    /// Where the first `mark` is; `nil` if the stream ends before. Looks at each byte once.
    private nonisolated(nonsending) func find(_ mark: [UInt8], limit: Int, slack: Int = 0) async throws -> Range<Int>? {
        var searched = 0
        while true {
            if let found = queue.firstRange(of: mark, from: searched) {
                guard found.lowerBound - slack <= limit else { throw StreamError.limitExceeded(limit: limit) }
                return found
            }
            searched = max(0, queue.count - mark.count + 1)
            guard searched - slack <= limit else { throw StreamError.limitExceeded(limit: limit) }
            guard try await fill() else { return nil }
        }
    }
}
