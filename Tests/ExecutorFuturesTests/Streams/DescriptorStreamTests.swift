import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Streams over everything that a descriptor can be.
@Suite struct DescriptorStreamTests {
    @Test(arguments: [DescriptorOwnership.exclusive, .shared])
    func aPipeCarriesBytesAndItsEnd(_ ownership: DescriptorOwnership) throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, ownership)
            let writer = try loop.writer(of: pipe.writer, ownership)
            if ownership == .shared { close(pipe.writer) }
            let big = [UInt8](repeating: 5, count: 300_000)
            let sender = loop.spawn {
                try await writer.write("first\n")
                try await writer.write(big)
                try await writer.finish()
            }
            #expect(try await reader.line() == "first")
            #expect(try await reader.read(exactly: 300_000) == big)
            #expect(try await reader.read(upTo: 1) == [])
            #expect(try await reader.line() == nil)
            try await sender.value
            if ownership == .shared { close(pipe.reader) }
        }
    }

    @Test func aSharedPipeKeepsItsFlagsAndStaysOpen() throws {
        let pipe = try SystemPipe()
        try EventLoop.run { loop in
            let reader = try loop.reader(of: pipe.reader, .shared)
            let writer = try loop.writer(of: pipe.writer, .shared)
            let read = loop.spawn { try await reader.read(exactly: 100_000) }
            try await writer.write([UInt8](repeating: 1, count: 100_000))
            #expect(try await read.value.count == 100_000)
            #expect(!SystemPipe.isNonBlocking(pipe.reader) && !SystemPipe.isNonBlocking(pipe.writer))
            try await writer.finish()
            reader.close()
        }
        #expect(!SystemPipe.isNonBlocking(pipe.reader) && !SystemPipe.isNonBlocking(pipe.writer))
        #expect(close(pipe.reader) == 0 && close(pipe.writer) == 0)
    }

    /// Where a descriptor cannot be opened again, the system is asked before each call.
    @Test func aBlockingPipeNeverBlocksTheLoop() throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let reader = loop.reader(of: StreamDescriptor(pipe.reader, kind: .blocking))
            let writer = loop.writer(of: StreamDescriptor(pipe.writer, kind: .blocking), highWaterMark: 10_000)
            let read = loop.spawn { try await reader.readToEnd() }
            try await writer.write([UInt8](repeating: 1, count: 500_000))
            try await writer.finish()
            #expect(try await read.value.count == 500_000)
        }
    }

    @Test func aTerminalIsReadAndWrittenAndLeftAsItWas() throws {
        let (master, slave) = try SystemPipe.terminal()
        try EventLoop.run { loop in
            let person = (
                reader: try loop.reader(of: master, .shared), writer: try loop.writer(of: master, .shared)
            )
            let program = (reader: try loop.reader(of: slave, .shared), writer: try loop.writer(of: slave, .shared))
            let line = loop.spawn { try await program.reader.line() }
            try await person.writer.write("typed\n")
            #expect(try await line.value == "typed")
            let long = String(repeating: "x", count: 20_000)
            let shown = loop.spawn { try await person.reader.line() }
            try await program.writer.write(long + "\n")
            #expect(try await shown.value == long)
            #expect(!SystemPipe.isNonBlocking(master) && !SystemPipe.isNonBlocking(slave))
            // A terminal whose program has ended is at its end.
            try await program.writer.finish()
            program.reader.close()
            close(slave)
            #expect(try await person.reader.readToEnd() == [])
        }
        close(master)
    }

    @Test func aRegularFileIsReadAndWrittenOnThreads() throws {
        try TemporaryFolder.use { folder in
            let path = folder + "/file"
            try EventLoop.run { loop in
                let writer = try loop.writer(
                    of: SystemPipe.open(path, O_WRONLY | O_CREAT), .exclusive, highWaterMark: 1000)
                for number in 0..<2000 { try await writer.write("line \(number)\n") }
                try await writer.finish()
                let reader = try loop.reader(of: SystemPipe.open(path), .exclusive)
                var count = 0
                for try await line in reader.lines {
                    #expect(line == "line \(count)")
                    count += 1
                }
                #expect(count == 2000)
            }
        }
    }

    @Test func aSharedFileGoesOnWhereItStands() throws {
        try TemporaryFolder.use { folder in
            let file = try SystemPipe.open(folder + "/file", O_RDWR | O_CREAT)
            try EventLoop.run { loop in
                let writer = try loop.writer(of: file, .shared)
                try await writer.write("abc")
                try await writer.finish()
            }
            #expect(write(file, "def", 3) == 3)
            #expect(lseek(file, 0, SEEK_CUR) == 6)
            close(file)
        }
    }

    @Test func aReadOfAFileMayBeCancelledAndLosesNothing() throws {
        try TemporaryFolder.use { folder in
            let path = folder + "/file"
            try EventLoop.run { loop in
                let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
                try await loop.writeFile(bytes, to: path)
                let reader = try await loop.openFile(at: path)
                var received: [UInt8] = []
                while true {
                    let read = loop.spawn { try await reader.read(upTo: 10_000) }
                    await loop.yield()
                    read.cancel()
                    guard case .success(let piece) = await read.result else { continue }
                    if piece.isEmpty { break }
                    received += piece
                }
                #expect(received == bytes)
            }
        }
    }

    @Test func devicesThatAreAlwaysReadyWork() throws {
        try EventLoop.run { loop in
            #expect(try await loop.reader(of: SystemPipe.open("/dev/null"), .exclusive).readToEnd() == [])
            let writer = try loop.writer(of: SystemPipe.open("/dev/null", O_WRONLY), .exclusive)
            try await writer.write([UInt8](repeating: 1, count: 1 << 20))
            try await writer.finish()
        }
    }

    @Test func nobodyToReadIsAnErrorAndNoSignal() throws {
        try EventLoop.run { loop in
            let pipe = try SystemPipe()
            let writer = try loop.writer(of: pipe.writer, .exclusive, highWaterMark: 10)
            // Nobody reads yet, so this waits; then there is nobody.
            let waiting = loop.spawn { try await writer.write([UInt8](repeating: 1, count: 1 << 20)) }
            for _ in 0..<5 { await loop.yield() }
            close(pipe.reader)
            await #expect(throws: StreamError.brokenPipe) { try await waiting.value }
            await #expect(throws: StreamError.brokenPipe) { try await writer.write([1]) }
            await #expect(throws: StreamError.brokenPipe) { try await writer.flush() }
            await #expect(throws: StreamError.brokenPipe) { try await writer.finish() }
        }
    }

    @Test func whatIsNotOpenIsRefused() throws {
        try EventLoop.run { loop in
            let closed = StreamError.refused(call: "fstat", code: EBADF)
            #expect(throws: closed) { try loop.reader(of: 1_000_000, .shared) }
            #expect(throws: closed) { try loop.writer(of: -1, .exclusive) }
        }
    }

    @Test func aFolderCannotBeRead() throws {
        try EventLoop.run { loop in
            let reader = try loop.reader(of: SystemPipe.open("/"), .exclusive)
            await #expect(throws: StreamError.refused(call: "read", code: EISDIR)) { try await reader.read(upTo: 1) }
        }
    }

    @Test func virtualTimeRefusesPipes() throws {
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            let pipe = try SystemPipe()
            let reader = try loop.reader(of: pipe.reader, .exclusive)
            await #expect(throws: EventLoopError.noDescriptorsInVirtualTime(loop: "loop")) {
                try await reader.read(upTo: 1)
            }
            close(pipe.writer)
        }
    }
}
