import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Waiting for pipes, and what cannot be waited for.
@Suite struct DescriptorTests {
    @Test func aReaderIsCalledAsLongAsThereIsSomethingToRead() throws {
        let pipe = try TestPipe()
        let received = try EventLoop.run { loop in
            let done = Promise<[UInt8]>()
            var bytes: [UInt8] = []
            var registration: DescriptorRegistration?
            registration = try loop.onReadable(pipe.reader) {
                bytes.append(contentsOf: pipe.read(1))
                if bytes.count == 3 {
                    registration?.cancel()
                    done.fulfill(bytes)
                }
            }
            pipe.write([1, 2, 3])
            return try await done.future.value
        }
        #expect(received == [1, 2, 3])
    }

    @Test func aPausedReaderIsCalledAfterItsResumption() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            var calls = 0
            let registration = try loop.onReadable(pipe.reader, startsPaused: true) { calls += 1 }
            pipe.write([1])
            for _ in 0..<200 { await loop.yield() }
            #expect(calls == 0)
            try registration.resume()
            while calls < 3 { await loop.yield() }
            registration.pause()
            let before = calls
            for _ in 0..<200 { await loop.yield() }
            #expect(calls == before)
            try registration.resume()
            while calls == before { await loop.yield() }
            registration.cancel()
        }
    }

    @Test func theEndOfThePeerWakesTheReader() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            let ended = Promise<Bool>()
            var registration: DescriptorRegistration?
            registration = try loop.onReadable(pipe.reader) {
                registration?.cancel()
                ended.fulfill(pipe.read(1).isEmpty)
            }
            pipe.closeWriter()
            #expect(try await ended.future.value)
        }
    }

    @Test func aWriterIsCalledWhenThereIsRoom() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            let filled = pipe.fill()
            var calls = 0
            let registration = try loop.onWritable(pipe.writer) { calls += 1 }
            for _ in 0..<200 { await loop.yield() }
            #expect(calls == 0)
            #expect(pipe.read(filled).count == filled)
            while calls == 0 { await loop.yield() }
            registration.cancel()
        }
    }

    @Test func readerAndWriterOfOneDescriptorAreIndependent() throws {
        var ends: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, streamType, 0, &ends) == 0)
        let (near, far) = (ends[0], ends[1])
        try EventLoop.run { loop in
            var reads = 0
            var writes = 0
            let reader = try loop.onReadable(near) { reads += 1 }
            let writer = try loop.onWritable(near) { writes += 1 }
            while writes < 3 { await loop.yield() }
            #expect(reads == 0)
            writer.cancel()
            _ = write(far, [7], 1)
            while reads < 3 { await loop.yield() }
            reader.cancel()
        }
        close(near)
        close(far)
    }

    @Test func aSecondReaderIsRefused() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            let registration = try loop.onReadable(pipe.reader) {}
            #expect(throws: EventLoopError.alreadyWatched(pipe.reader)) { try loop.onReadable(pipe.reader) {} }
            registration.cancel()
            try loop.onReadable(pipe.reader) {}.cancel()
        }
    }

    @Test func aRegularFileCannotBeWatched() throws {
        let file = open(#filePath, O_RDONLY)
        defer { close(file) }
        try EventLoop.run { loop in
            #expect(throws: EventLoopError.notPollable(file)) { try loop.onReadable(file) {} }
        }
    }

    @Test func aClosedDescriptorCannotBeWatched() throws {
        let closed: Int32 = 1_000_000
        try EventLoop.run { loop in
            #expect(throws: EventLoopError.badDescriptor(closed, code: EBADF)) { try loop.onReadable(closed) {} }
        }
    }

    @Test func aDescriptorThatWasClosedBehindTheLoopsBackCanBeCancelledAndItsNumberUsedAgain() throws {
        try EventLoop.run { loop in
            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            let stale = try loop.onReadable(ends[0]) {}
            // Its number now stands for another pipe, of which the kernel has been told nothing.
            let other = try TestPipe()
            dup2(other.reader, ends[0])
            #expect(throws: EventLoopError.alreadyWatched(ends[0])) { try loop.onReadable(ends[0]) {} }
            stale.cancel()
            other.write([1])
            try await loop.waitUntilReadable(ends[0])
            for end in ends { close(end) }
            await #expect(throws: EventLoopError.badDescriptor(ends[0], code: EBADF)) {
                try await loop.waitUntilReadable(ends[0])
            }
        }
    }

    @Test func aCancelledWaitLeavesNothingBehind() throws {
        let pipe = try TestPipe()
        try EventLoop.run { loop in
            let wait = loop.spawn { try await loop.waitUntilReadable(pipe.reader) }
            await loop.yield()
            wait.cancel()
            await #expect(throws: CancellationError.self) { try await wait.value }
            pipe.write([1])
            try await loop.waitUntilReadable(pipe.reader)
            try await loop.waitUntilWritable(pipe.writer)
        }
    }

    @Test func virtualTimeHasNoDescriptors() throws {
        let pipe = try TestPipe()
        try EventLoop.run(configuration: .init(time: .virtual)) { loop in
            #expect(throws: EventLoopError.noDescriptorsInVirtualTime(loop: "loop")) {
                try loop.onReadable(pipe.reader) {}
            }
        }
    }
}

#if canImport(Darwin)
    private let streamType = SOCK_STREAM
#else
    private let streamType = Int32(SOCK_STREAM.rawValue)
#endif
