#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes to and reads from file descriptors, completely.
///
/// Every function may block.
enum Descriptors {
    /// An error number with the operation that had it.
    struct Failure: Error, Equatable {
        let number: Int32

        /// "No space left on device".
        var reason: String { String(cString: strerror(number)) }
        /// Nobody reads any more: the other end of a pipe is closed.
        var isClosedPipe: Bool { number == EPIPE }
    }

    /// Writes all bytes, however many calls that takes.
    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) throws(Failure) {
        let bytes = Array(bytes)
        let failure = bytes.withUnsafeBytes { Self.failure(writing: $0, to: descriptor) }
        if let failure { throw failure }
    }

    /// Writes all bytes, however many calls that takes; `nil` when that went well.
    static func failure(writing bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Failure? {
        var rest = bytes
        while !rest.isEmpty {
            let count = systemWrite(descriptor, rest)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if let failure = failureAfterWaiting(errno, descriptor, Int16(POLLOUT)) {
                return failure
            }
        }
        return nil
    }

    /// Reads until the end of the input.
    ///
    /// - Parameter limit: more bytes than this are an `EFBIG`.
    static func readToEnd(_ descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return result }
            if count > 0 {
                result += buffer[..<count]
                guard result.count <= limit else { throw Failure(number: EFBIG) }
            } else if let failure = failureAfterWaiting(errno, descriptor, Int16(POLLIN)) {
                throw failure
            }
        }
    }

    /// Makes sure that 0, 1 and 2 are open, so that no report file can become one of them.
    ///
    /// A closed standard output becomes one that refuses to be written: losing a report silently would be worse.
    static func occupyStandardOnes() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The width of a terminal in cells; `nil` when it is none, or does not say.
    static func columns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// An interrupted call is to be repeated, and a descriptor that a parent made non-blocking is waited for: `nil`.
    private static func failureAfterWaiting(_ number: Int32, _ descriptor: Int32, _ events: Int16) -> Failure? {
        if number == EINTR { return nil }
        guard number == EAGAIN || number == EWOULDBLOCK else { return Failure(number: number) }
        var request = pollfd(fd: descriptor, events: events, revents: 0)
        _ = poll(&request, 1, -1)
        return nil
    }
}

/// `write(2)` under a name that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
