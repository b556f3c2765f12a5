import ExecutorFutures
import Foundation
import Testing

@testable import unblock

/// Complete writes and reads, whatever the descriptor does.
@Suite struct DescriptorTests {
    /// A pipe that holds far less than what is written, and that says "try again" instead of waiting.
    @Test func aWriteIsCompletedThroughANonBlockingPipe() async throws {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting.fileDescriptor
        _ = fcntl(writer, F_SETFL, fcntl(writer, F_GETFL) | O_NONBLOCK)
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
        async let written: Void = Threads.offload {
            try Descriptors.write(bytes, to: writer)
            try pipe.fileHandleForWriting.close()
        }
        // A second thread: the one of `Threads` is busy writing.
        let pool = ThreadPoolExecutor(name: "reader", maximumThreads: 1)
        let reader = pipe.fileHandleForReading.fileDescriptor
        let read = try await pool.run { try Descriptors.readToEnd(reader, limit: bytes.count) }
        try await written
        #expect(read == bytes)
    }

    @Test func inputBeyondTheLimitIsRefused() throws {
        let folder = try TemporaryFolder(["large": String(repeating: "x", count: 1000)])
        defer { folder.remove() }
        let descriptor = open(folder.path(of: "large"), O_RDONLY)
        defer { close(descriptor) }
        #expect(throws: Descriptors.Failure(number: EFBIG)) { try Descriptors.readToEnd(descriptor, limit: 999) }
    }

    @Test func aClosedDescriptorIsAnError() {
        #expect(throws: Descriptors.Failure.self) { try Descriptors.write([1], to: -1) }
    }
}
