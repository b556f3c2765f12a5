import Testing

@testable import ExecutorFutures

/// A slow side slows down the other, and memory stays bounded.
@Suite struct StreamBackPressureTests {
    @Test func tenMegabytesThroughASlowReaderTakeLittleMemory() throws {
        let most = try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            let writer = try loop.writer(of: pipe.writer, .exclusive, highWaterMark: 100_000)
            let block = (0..<65_536).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let sender = loop.spawn {
                var most = 0
                for _ in 0..<160 {
                    try await writer.write(block)
                    most = max(most, writer.waitingCount)
                }
                try await writer.finish()
                return most
            }
            var position = 0
            var isAsSent = true
            while case let bytes = try await reader.read(upTo: 5000), !bytes.isEmpty {
                for byte in bytes {
                    isAsSent = isAsSent && byte == UInt8(truncatingIfNeeded: (position & 65_535) &* 7)
                    position += 1
                }
                #expect(reader.queue.count <= 65_536)
                await loop.yield()
            }
            #expect(isAsSent)
            #expect(position == 160 * 65_536)
            return try await sender.value
        }
        #expect(most <= 100_000)
    }

    @Test func aWriteSuspendsAboveTheMarkAndGoesOnBelowAQuarterOfIt() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe(capacity: 10, highWaterMark: 40)
            // 10 are in the pipe and 40 wait.
            try await writer.write([UInt8](repeating: 0, count: 50))
            let write = loop.submit { try await writer.write([1]) }
            try await loop.sleep(for: .seconds(1))
            #expect(!write.isDone)
            #expect(writer.waitingCount == 41)
            while writer.waitingCount > 11 {
                #expect(!write.isDone)
                _ = try await reader.read(exactly: 10)
                try await loop.sleep(for: .seconds(1))
            }
            _ = try await reader.read(exactly: 1)
            try await write.value
            #expect(writer.waitingCount <= 10)
            reader.close()
        }
    }

    @Test func aReaderThatIsNotAskedReadsNothing() throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            let writer = try loop.writer(of: pipe.writer, .exclusive)
            let write = loop.submit { try await writer.write([UInt8](repeating: 0, count: 1 << 20)) }
            for _ in 0..<100 { await loop.yield() }
            #expect(reader.queue.count == 0)
            #expect(!write.isDone)
            reader.close()
            await #expect(throws: StreamError.brokenPipe) { try await write.value }
        }
    }

    @Test func callsKeepTheirOrderAndTheirBytesTogether() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe(capacity: 3, highWaterMark: 5)
            for number in 0..<20 {
                loop.spawn { try await writer.write([UInt8](repeating: UInt8(number), count: 7)) }
            }
            let bytes = try await reader.read(exactly: 140)
            #expect(bytes == (0..<140).map { UInt8($0 / 7) })
        }
    }

    @Test func flushWaitsForTheLastByteAndFinishForTheEnd() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe(capacity: 4)
            try await writer.write("12345678")
            let flush = loop.submit { try await writer.flush() }
            try await loop.sleep(for: .seconds(1))
            #expect(!flush.isDone)
            #expect(try await reader.read(exactly: 4) == Array("1234".utf8))
            try await flush.value
            let finish = loop.submit { try await writer.finish() }
            #expect(try await reader.readToEnd() == Array("5678".utf8))
            try await finish.value
            try await writer.finish()
            await #expect(throws: StreamError.closed) { try await writer.write([1]) }
        }
    }

    @Test func whatAClosedWriterHoldsIsStillSent() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let (reader, writer) = loop.memoryPipe(capacity: 4)
            try await writer.write("12345678")
            writer.close()
            #expect(try await reader.readToEnd() == Array("12345678".utf8))
        }
    }

    @Test func whatADroppedWriterHoldsIsStillSent() throws {
        let text = try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            try await loop.writer(of: pipe.writer, .exclusive, highWaterMark: 1 << 20)
                .write([UInt8](repeating: 7, count: 300_000))
            return try await reader.readToEnd()
        }
        #expect(text.count == 300_000)
    }

    @Test func anEndlessSupplyLeavesTurnsToOthers() throws {
        try EventLoop.run { loop in
            let reader = try loop.reader(of: SystemPipe.open("/dev/zero"), .exclusive)
            let turns = Locked(0)
            let other = loop.spawn {
                while !Task.isCancelled {
                    await loop.yield()
                    turns.change { $0 += 1 }
                }
            }
            for _ in 0..<64 { #expect(try await reader.read(upTo: 65_536).count > 0) }
            #expect(turns.value >= 2)
            other.cancel()
        }
    }
}
