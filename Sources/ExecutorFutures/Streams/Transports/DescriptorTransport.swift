#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a pipe, a socket, a terminal or a device when the loop says that something is there.
final class DescriptorSource: ByteSource {
    private let end: DescriptorEnd

    init(_ descriptor: StreamDescriptor, loop: EventLoop) {
        end = DescriptorEnd(descriptor, .readable, loop: loop)
    }

    var ready: StreamWaiters { end.ready }

    func read(into queue: inout ByteQueue, atMost count: Int) throws -> Int? {
        let read = try queue.append(room: count) { room in
            try end.attempt("read") { descriptor in
                if descriptor.kind == .socket { return recv(descriptor.number, room.baseAddress, count, dontWait) }
                let result = systemRead(descriptor.number, room.baseAddress, count)
                // Linux says so when the last user of a terminal's other side has gone.
                if result < 0, errno == EIO, isatty(descriptor.number) == 1 { return 0 }
                return result
            }
        }
        if let read, read > 0, read < count { end.isExhausted() }
        return read
    }

    func close() { end.close() }
}

/// Writes to a pipe, a socket, a terminal or a device when the loop says that there is room.
final class DescriptorSink: ByteSink {
    private let end: DescriptorEnd

    init(_ descriptor: StreamDescriptor, loop: EventLoop) {
        end = DescriptorEnd(descriptor, .writable, loop: loop)
    }

    var ready: StreamWaiters { end.ready }

    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int? {
        try end.attempt("write") { descriptor in
            switch descriptor.kind {
            case .socket: send(descriptor.number, bytes.baseAddress, bytes.count, dontWait | noSignal)
            // The most for which there is room when the system says that there is any.
            case .blocking: systemWrite(descriptor.number, bytes.baseAddress, min(bytes.count, Int(PIPE_BUF)))
            default: systemWrite(descriptor.number, bytes.baseAddress, bytes.count)
            }
        }
    }

    func finish() {
        if let descriptor = try? end.open, descriptor.kind == .socket {
            shutdown(descriptor.number, Int32(SHUT_WR))
        }
        end.close()
    }

    func close() { end.close() }
}

private let dontWait = Int32(MSG_DONTWAIT)
#if canImport(Darwin)
    // `StreamDescriptor` has set an option of the socket instead.
    private let noSignal: Int32 = 0
#else
    private let noSignal = Int32(MSG_NOSIGNAL)
#endif

// The methods above hide the functions of the same name.

func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
