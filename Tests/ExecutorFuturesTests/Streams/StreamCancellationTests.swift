import Testing

@testable import ExecutorFutures

/// Cancellation and time-outs leave a stream whole: no byte is lost, none comes twice.
@Suite struct StreamCancellationTests {
    @Test func aCancelledReadTakesNothing() throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            let writer = try loop.writer(of: pipe.writer, .exclusive)
            let read = loop.spawn { try await reader.read(exactly: 4) }
            try await writer.write([1, 2])
            while reader.queue.count < 2 { await loop.yield() }
            read.cancel()
            await #expect(throws: CancellationError.self) { try await read.value }
            try await writer.write([3, 4])
            #expect(try await reader.read(exactly: 4) == [1, 2, 3, 4])
        }
    }

    @Test func aReadMayTimeOutAndBeTriedAgain() throws {
        let (took, line) = try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe()
            loop.spawn {
                try await writer.write("half ")
                try await loop.sleep(for: .seconds(100))
                try await writer.write("a line\n")
            }
            let start = loop.clock.now
            var timeouts = 0
            while true {
                do {
                    let line = try await withTimeout(.seconds(30), clock: loop.clock) { try await reader.line() }
                    #expect(timeouts == 3)
                    return (start.duration(to: loop.clock.now), line)
                } catch is DeadlineExceeded {
                    timeouts += 1
                }
            }
        }
        #expect(took == .seconds(100))
        #expect(line == "half a line")
    }

    @Test func aCancelledWriteIsSentWholeOrNotAtAll() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe(capacity: 1, highWaterMark: 0)
            let waiting = loop.spawn { try await writer.write([1, 2, 3]) }
            try await loop.sleep(for: .seconds(1))
            waiting.cancel()
            // It was taken before the cancellation, so it does not fail, and does not wait either.
            try await waiting.value
            let late = loop.spawn {
                withUnsafeCurrentTask { $0?.cancel() }
                try await writer.write([9])
            }
            await #expect(throws: CancellationError.self) { try await late.value }
            writer.close()
            #expect(try await reader.readToEnd() == [1, 2, 3])
        }
    }

    /// Reads and writes are cancelled at points that a seed chooses, under schedules that it chooses.
    @Test func noByteIsLostInAnyOrder() throws {
        for seed in 0..<300 as Range<UInt64> {
            let configuration = EventLoop.Configuration(time: .virtual, scheduler: RandomScheduler(seed: seed))
            let (sent, received) = try EventLoop.run(configuration: configuration) { loop in
                let (reader, writer) = loop.memoryPipe(capacity: 5, highWaterMark: 9)
                let received = loop.spawn { try await cancelledReads(reader, loop, seed: seed) }
                let sent = try await cancelledWrites(writer, loop, seed: seed)
                return (sent, try await received.value)
            }
            #expect(received == sent, "seed \(seed)")
        }
    }

    /// The same over the system's pipe, with cancellations from another thread.
    @Test func noByteIsLostToCancellationsFromOtherThreads() async throws {
        let loop = try EventLoop.onOwnThread(name: "cancelled")
        let pipe = try SystemPipe()
        let reader = try loop.reader(of: pipe.reader, .exclusive)
        let writer = try loop.writer(of: pipe.writer, .exclusive)
        let sender = Task {
            for number in 0..<2000 { try await writer.write([UInt8(truncatingIfNeeded: number)]) }
            try await writer.finish()
        }
        var received: [UInt8] = []
        while true {
            let read = Task { try await reader.read(upTo: 3) }
            let canceller = Task { read.cancel() }
            let result = await read.result
            await canceller.value
            if case .success(let bytes) = result {
                if bytes.isEmpty { break }
                received += bytes
            }
        }
        try await sender.value
        #expect(received == (0..<2000).map { UInt8(truncatingIfNeeded: $0) })
        await loop.shutdown()
    }

    @Test func onlyOneTaskMayWait() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe()
            let first = loop.spawn { try await reader.line() }
            await loop.yield()
            await #expect(throws: StreamError.busy) { try await reader.read(upTo: 1) }
            try await writer.write("x\n")
            #expect(try await first.value == "x")
        }
    }

    @Test func closingWakesTheTaskThatWaits() throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            let writer = try loop.writer(of: pipe.writer, .exclusive)
            let read = loop.spawn { try await reader.line() }
            for _ in 0..<5 { await loop.yield() }
            reader.close()
            await #expect(throws: StreamError.closed) { try await read.value }
            await #expect(throws: StreamError.closed) { try await reader.line() }
            await #expect(throws: StreamError.brokenPipe) { try await writer.write([1]) }
        }
    }

    @Test func aLoopThatEndsCancelsItsStreams() throws {
        let read = Locked<Task<[UInt8], any Error>?>(nil)
        let kept = Locked<StreamReader?>(nil)
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            let writer = try loop.writer(of: pipe.writer, .exclusive, highWaterMark: 1 << 20)
            try await writer.write([UInt8](repeating: 0, count: 1 << 19))
            let idle = try SystemPipe()
            let waiting = try loop.reader(of: idle.reader, .exclusive)
            let task = loop.spawn { try await waiting.read(upTo: 1) }
            read.change { $0 = task }
            kept.change { $0 = reader }
            await loop.yield()
        }
        #expect(read.value?.isCancelled == true)
        kept.change { $0 = nil }
    }
}

private func cancelledReads(_ reader: StreamReader, _ loop: EventLoop, seed: UInt64) async throws -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var received: [UInt8] = []
    while true {
        let count = Int.random(in: 1...8, using: &random)
        let turns = Int.random(in: 0...6, using: &random)
        let read = loop.spawn { try await reader.read(upTo: count) }
        for _ in 0..<turns { await loop.yield() }
        read.cancel()
        guard case .success(let bytes) = await read.result else {
            // Let the writers come to something, or both sides cancel each other for ever.
            await loop.yield()
            continue
        }
        if bytes.isEmpty { return received }
        received += bytes
    }
}

/// - Returns: the bytes of the writes that did not fail, in their order.
private func cancelledWrites(_ writer: StreamWriter, _ loop: EventLoop, seed: UInt64) async throws -> [UInt8] {
    var random = SeededGenerator(seed: ~seed)
    var sent: [UInt8] = []
    for number in 0..<30 as Range<UInt8> {
        let bytes = [UInt8](repeating: number, count: Int.random(in: 1...12, using: &random))
        let turns = Int.random(in: 0...4, using: &random)
        let write = loop.spawn { try await writer.write(bytes) }
        for _ in 0..<turns { await loop.yield() }
        write.cancel()
        if case .success = await write.result { sent += bytes }
    }
    try await writer.finish()
    return sent
}
