import Testing

@testable import ExecutorFutures

/// Streams used from tasks that live elsewhere: on the pool, on the main actor, on actors.
@Suite struct OffLoopStreamTests {
    @Test func anyTaskMayReadAndWrite() async throws {
        let loop = try EventLoop.onOwnThread(name: "elsewhere")
        let (reader, writer) = loop.memoryPipe(capacity: 10, highWaterMark: 20)
        async let lines = readLines(of: reader)
        for number in 0..<100 { try await writer.write("line \(number)\n") }
        try await writer.finish()
        #expect(try await lines == (0..<100).map { "line \($0)" })
        await loop.shutdown()
        await #expect(throws: EventLoopError.shutDown(loop: "elsewhere")) { try await reader.line() }
    }

    @MainActor @Test func theMainActorMayReadAndWrite() async throws {
        let loop = try EventLoop.onOwnThread(name: "main")
        let (reader, writer) = loop.memoryPipe()
        try await writer.write("x\ny\n")
        #expect(try await reader.line() == "x")
        let lines = reader.lines.makeAsyncIterator()
        #expect(try await lines.next(isolation: MainActor.shared) == "y")
        reader.close()
        writer.close()
        await loop.shutdown()
    }

    @Test func anActorOnTheLoopStaysThere() async throws {
        let loop = try EventLoop.onOwnThread(name: "pinned")
        let (reader, writer) = loop.memoryPipe(capacity: 3)
        let actor = PinnedReader(loop, reader)
        async let text = actor.readToEnd()
        try await writer.write("12345678")
        try await writer.finish()
        #expect(try await text == "12345678")
        await loop.shutdown()
    }

    @Test func anActorOnTheLoopMayConnectAndAccept() async throws {
        let loop = try EventLoop.onOwnThread(name: "pinned")
        let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
        let (actor, other) = (
            PinnedReader(loop, loop.memoryPipe().reader), PinnedReader(loop, loop.memoryPipe().reader)
        )
        async let answer = actor.ask("question", at: listener.address)
        try await other.answerOne(of: listener)
        #expect(try await answer == "question!")
        listener.close()
        await loop.shutdown()
    }

    @Test func aStreamMayBeDroppedAnywhere() async throws {
        let loop = try EventLoop.onOwnThread(name: "dropped")
        let pipe = try SystemPipe()
        let writer = try loop.writer(of: pipe.writer, .exclusive)
        do {
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            try await writer.write([1, 2])
            #expect(try await reader.read(upTo: 1) == [1])
        }
        // Its end is closed on the loop, before anything that comes later.
        await #expect(throws: StreamError.brokenPipe) { try await writer.write([3]) }
        await loop.shutdown()
    }

    private func readLines(of reader: StreamReader) async throws -> [String] {
        var lines: [String] = []
        for try await line in reader.lines { lines.append(line) }
        return lines
    }
}

private actor PinnedReader {
    nonisolated let loop: EventLoop
    private let reader: StreamReader
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

    init(_ loop: EventLoop, _ reader: StreamReader) {
        self.loop = loop
        self.reader = reader
    }

    func readToEnd() async throws -> String {
        var text = ""
        while case let bytes = try await reader.read(upTo: 2), !bytes.isEmpty {
            guard loop.isCurrent else { return "left the loop" }
            text += String(decoding: bytes, as: UTF8.self)
        }
        return text
    }

    func ask(_ question: String, at address: SocketAddress) async throws -> String? {
        let connection = try await loop.connect(to: address)
        try await connection.writer.write(question)
        try await connection.writer.finish()
        return try await connection.reader.line()
    }

    func answerOne(of listener: SocketListener) async throws {
        for try await connection in listener {
            let question = String(decoding: try await connection.reader.readToEnd(), as: UTF8.self)
            try await connection.writer.write(question + "!")
            return try await connection.writer.finish()
        }
    }
}
