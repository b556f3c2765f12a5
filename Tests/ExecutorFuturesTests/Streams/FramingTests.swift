import Testing

@testable import ExecutorFutures

/// Messages come out whole, however the bytes come in.
@Suite struct FramingTests {
    /// One way to cut bytes into messages, with bytes and what they say.
    struct Framing: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let messages: [String]
        let next: @Sendable (StreamReader) async throws -> String?

        static let all = [lines, lastLineWithoutEnd, frames, marks, headers]

        static let lines = Framing(
            testDescription: "lines", bytes: Array("one\r\n\ntwo\rx\nthrée\r\n\r\n".utf8),
            messages: ["one", "", "two\rx", "thrée", ""]
        ) { try await $0.line() }

        static let lastLineWithoutEnd = Framing(
            testDescription: "a last line without an end", bytes: Array("one\ntwo\r".utf8), messages: ["one", "two\r"]
        ) { try await $0.line() }

        static let frames = Framing(
            testDescription: "frames",
            bytes: [0, 0, 0, 2, 65, 66, 0, 0, 0, 0, 0, 0, 1, 2] + [UInt8](repeating: 67, count: 258),
            messages: ["AB", "", String(repeating: "C", count: 258)]
        ) { reader in try await reader.frame().map { String(decoding: $0, as: UTF8.self) } }

        static let marks = Framing(
            testDescription: "bytes through a mark", bytes: Array("a--b-----".utf8), messages: ["a--b---", "--"]
        ) { reader in
            do {
                return String(decoding: try await reader.read(through: Array("---".utf8)), as: UTF8.self)
            } catch StreamError.endedEarly(let partial) {
                return partial.isEmpty ? nil : String(decoding: partial, as: UTF8.self)
            }
        }

        /// As in the language server protocol: header lines, an empty line, then so many bytes.
        static let headers = Framing(
            testDescription: "Content-Length", messages: ["{\"a\":1}", "", "{\"é\":2}"],
            bytes:
                "Content-Length: 7\r\n\r\n{\"a\":1}Content-Length: 0\r\nX: y\r\n\r\nContent-Length: 8\r\n\r\n{\"é\":2}")

        private init(testDescription: String, messages: [String], bytes: String) {
            self.init(testDescription: testDescription, bytes: Array(bytes.utf8), messages: messages) { reader in
                var length = 0
                while let line = try await reader.line() {
                    if line.isEmpty {
                        return String(decoding: try await reader.read(exactly: length), as: UTF8.self)
                    }
                    if line.hasPrefix("Content-Length: ") { length = Int(line.dropFirst(16)) ?? -1 }
                }
                return nil
            }
        }

        private init(
            testDescription: String, bytes: [UInt8], messages: [String],
            next: @escaping @Sendable (StreamReader) async throws -> String?
        ) {
            (self.testDescription, self.bytes, self.messages, self.next) = (testDescription, bytes, messages, next)
        }

        func readAll(_ reader: StreamReader) async throws -> [String] {
            var messages: [String] = []
            while let message = try await next(reader) { messages.append(message) }
            return messages
        }
    }

    @Test(arguments: Framing.all)
    func messagesMayBeSplitAtEveryByte(_ framing: Framing) throws {
        for split in 0...framing.bytes.count {
            let messages = try virtual { loop in
                let (reader, writer) = loop.memoryPipe()
                let result = loop.submit { try await framing.readAll(reader) }
                try await writer.write([UInt8](framing.bytes[..<split]))
                // The reader has met the end of the first part and waits.
                try await loop.sleep(for: .seconds(1))
                try await writer.write([UInt8](framing.bytes[split...]))
                try await writer.finish()
                return try await result.value
            }
            #expect(messages == framing.messages, "split at \(split)")
        }
    }

    @Test(arguments: Framing.all, [1, 2, 3, 7])
    func messagesMayComeInSmallPieces(_ framing: Framing, size: Int) throws {
        let messages = try virtual { loop in
            let (reader, writer) = loop.memoryPipe(capacity: size)
            loop.spawn {
                try await writer.write(framing.bytes)
                try await writer.finish()
            }
            return try await framing.readAll(reader)
        }
        #expect(messages == framing.messages)
    }

    @Test func writtenFramesAreReadAsTheyWere() throws {
        let frames: [[UInt8]] = [[], [1], [UInt8](repeating: 2, count: 100_000), []]
        let read = try virtual { loop in
            let (reader, writer) = loop.memoryPipe()
            loop.spawn {
                for frame in frames { try await writer.write(frame: frame) }
                try await writer.finish()
            }
            var read: [[UInt8]] = []
            while let frame = try await reader.frame() { read.append(frame) }
            return read
        }
        #expect(read == frames)
    }

    @Test func linesAreASequence() throws {
        let lines = try virtual { loop in
            let reader = try await loop.reader(holding: "a\nb\r\nc")
            var lines: [String] = []
            for try await line in reader.lines { lines.append(line) }
            return lines
        }
        #expect(lines == ["a", "b", "c"])
    }

    /// Reads that must fail, and what is left to read after them.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let error: StreamError
        let left: String
        let read: @Sendable (StreamReader) async throws -> Void

        static let all = [
            Refusal("a line over the limit", "12345\n6", .limitExceeded(limit: 4), left: "12345\n6") {
                _ = try await $0.line(limit: 4)
            },
            Refusal("an endless line", "12345", .limitExceeded(limit: 3), left: "12345") {
                _ = try await $0.line(limit: 3)
            },
            Refusal("a mark beyond the limit", "123--", .limitExceeded(limit: 2), left: "123--") {
                _ = try await $0.read(through: [45, 45], limit: 2)
            },
            Refusal("a frame over the limit", "\0\0\0\u{5}12345", .limitExceeded(limit: 4), left: "\0\0\0\u{5}12345") {
                _ = try await $0.frame(limit: 4)
            },
            Refusal("more than a whole stream may have", "12345", .limitExceeded(limit: 4), left: "12345") {
                _ = try await $0.readToEnd(limit: 4)
            },
            Refusal("the end before a count", "123", .endedEarly(partial: [49, 50, 51]), left: "") {
                _ = try await $0.read(exactly: 4)
            },
            Refusal("the end before a mark", "12", .endedEarly(partial: [49, 50]), left: "") {
                _ = try await $0.read(through: [45])
            },
            Refusal("the end within a frame's length", "\0\0", .endedEarly(partial: [0, 0]), left: "") {
                _ = try await $0.frame()
            },
            Refusal("the end within a frame", "\0\0\0\u{2}1", .endedEarly(partial: [0, 0, 0, 2, 49]), left: "") {
                _ = try await $0.frame()
            },
            Refusal("no bytes at most", "1", .invalidCount(0), left: "1") { _ = try await $0.read(upTo: 0) },
            Refusal("less than no bytes", "1", .invalidCount(-1), left: "1") { _ = try await $0.read(exactly: -1) },
            Refusal("an empty mark", "1", .invalidCount(0), left: "1") { _ = try await $0.read(through: []) },
        ]

        private init(
            _ testDescription: String, _ text: String, _ error: StreamError, left: String,
            read: @escaping @Sendable (StreamReader) async throws -> Void
        ) {
            (self.testDescription, self.text, self.error) = (testDescription, text, error)
            (self.left, self.read) = (left, read)
        }
    }

    @Test(arguments: Refusal.all)
    func whatCannotBeReadSaysSoAndTakesNothingElse(_ refusal: Refusal) throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let reader = try await loop.reader(holding: refusal.text)
            await #expect(throws: refusal.error) { try await refusal.read(reader) }
            #expect(String(decoding: try await reader.readToEnd(), as: UTF8.self) == refusal.left)
        }
    }

    @Test func aLineOfExactlyTheLimitIsRead() throws {
        let lines = try virtual { loop in
            let reader = try await loop.reader(holding: "1234\r\n5678\n90ab")
            return [
                try await reader.line(limit: 4), try await reader.line(limit: 4), try await reader.line(limit: 4),
                try await reader.line(limit: 4),
            ]
        }
        #expect(lines == ["1234", "5678", "90ab", nil])
    }

    private func virtual<Value: Sendable>(
        _ body: @escaping @Sendable (EventLoop) async throws -> Value
    ) throws -> Value {
        try EventLoop.run(configuration: .init(time: .virtual), body)
    }
}

extension EventLoop {
    /// A stream of so many bytes and an end.
    func reader(holding text: String) async throws -> StreamReader {
        let (reader, writer) = memoryPipe()
        try await writer.write(text)
        try await writer.finish()
        return reader
    }
}
