#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One system call at a time on a thread of the loop's executor, for files, which never say that they would block.
///
/// Only the loop's thread may use it; it is unchecked because the compiler cannot see that.
private final class FileCall<Value: Sendable>: @unchecked Sendable {
    let ready: StreamWaiters
    private let loop: EventLoop
    private var isUnderWay = false
    private var result: Result<Value, any Error>?

    init(loop: EventLoop) {
        self.loop = loop
        ready = StreamWaiters(core: loop.core)
    }

    /// The result of the call that was started before; otherwise starts one, and returns `nil`.
    ///
    /// A call that nobody waits for any more keeps its result for the next one, so no byte is lost.
    func next(_ work: () -> @Sendable () throws -> Value) throws -> Value? {
        if let result = result.take() { return try result.get() }
        guard !isUnderWay else { return nil }
        isUnderWay = true
        let core = loop.core
        core.beginOutsideWork()
        loop.defaultExecutor.submit(work()).whenComplete { result in
            core.endOutsideWork {
                // A loop that has ended calls this elsewhere, and nobody waits any more.
                guard core.isCurrent else { return }
                self.isUnderWay = false
                self.result = result
                self.ready.wake()
            }
        }
        return nil
    }
}

/// Reads a regular file.
final class FileSource: ByteSource {
    private var descriptor: StreamDescriptor?
    private let call: FileCall<[UInt8]>

    init(_ descriptor: StreamDescriptor, loop: EventLoop) {
        self.descriptor = descriptor
        call = FileCall(loop: loop)
    }

    var ready: StreamWaiters { call.ready }

    func read(into queue: inout ByteQueue, atMost count: Int) throws -> Int? {
        guard let descriptor else { throw StreamError.closed }
        // A thread's work is dear, so it reads much.
        let bytes = try call.next { { try descriptor.readBlocking(max(count, 64 << 10)) } }
        bytes?.withUnsafeBytes { queue.append($0) }
        return bytes?.count
    }

    func close() { descriptor = nil }
}

/// Writes to a regular file.
final class FileSink: ByteSink {
    private var descriptor: StreamDescriptor?
    private let call: FileCall<Int>

    init(_ descriptor: StreamDescriptor, loop: EventLoop) {
        self.descriptor = descriptor
        call = FileCall(loop: loop)
    }

    var ready: StreamWaiters { call.ready }

    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
        guard let descriptor else { throw StreamError.closed }
        return try call.next {
            let block = [UInt8](bytes.prefix(256 << 10))
            return { try descriptor.writeBlocking(block[...]) }
        }
    }

    func finish() { close() }

    func close() { descriptor = nil }
}

/// For threads that may block.
extension StreamDescriptor {
    /// - Returns: what the system gives, at most `count` bytes; nothing at the end.
    func readBlocking(_ count: Int) throws(StreamError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
            var result: Int
            repeat { result = systemRead(number, buffer.baseAddress, count) } while result < 0 && errno == EINTR
            if result < 0 { code = errno }
            size = max(result, 0)
        }
        guard code == 0 else { throw StreamError("read", code: code) }
        return bytes
    }

    /// - Returns: how many bytes the system took.
    func writeBlocking(_ bytes: ArraySlice<UInt8>) throws(StreamError) -> Int {
        let result = bytes.withUnsafeBytes { bytes in
            var result: Int
            repeat { result = systemWrite(number, bytes.baseAddress, bytes.count) } while result < 0 && errno == EINTR
            return result
        }
        guard result >= 0 else { throw StreamError("write", code: errno) }
        return result
    }
}
