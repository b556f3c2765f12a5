#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One end of the socket between a pool and a worker; sends and receives whole messages by blocking its caller.
///
/// One thread at a time may use it.
final class FrameSocket: @unchecked Sendable {
    // Unchecked because of `buffer`; whoever has the socket's owner to itself has the socket to itself, too.
    private let descriptor: OwnedDescriptor
    private let secret: UInt64
    /// The longest payload, in bytes.
    let limit: Int
    /// What was received and not consumed: `buffer[start..<end]`.
    private var buffer = [UInt8](repeating: 0, count: 16 << 10)
    private var start = 0
    private var end = 0

    /// Why a message did not arrive.
    enum Problem: Error {
        /// The other end is closed, which the end of its process does, too.
        case closed
        case timedOut
        case malformed(MalformedBytes)
    }

    /// - Parameters:
    ///   - secret: a random number, the same at both ends.
    ///   - limit: the longest payload that is taken, in bytes; at most 4 GiB.
    init(_ descriptor: consuming OwnedDescriptor, secret: UInt64, limit: Int) {
        self.descriptor = descriptor
        self.secret = secret
        self.limit = limit
    }

    /// - Parameters:
    ///   - frame: not longer than `limit`.
    ///   - deadline: when to give up; `nil` for never.
    func send(_ frame: consuming Frame, number: UInt32, deadline: ContinuousClock.Instant?) throws(Problem) {
        let bytes = frame.sealed(number: number, secret: secret)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                sendSome(descriptor.number, UnsafeRawBufferPointer(rebasing: $0[sent...]))
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try waitUntilReady(for: Int16(POLLOUT), deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
    }

    /// - Throws: `malformed` as well if what arrives is a message with another number.
    func receive(number: UInt32, deadline: ContinuousClock.Instant?) throws(Problem) -> [UInt8] {
        let header = try read(Frame.headerSize, deadline)
        let size: Int
        do {
            size = try Frame.payloadSize(header: header[...], number: number, secret: secret)
        } catch {
            throw .malformed(error)
        }
        guard size <= limit else { throw .malformed(MalformedBytes("a message has \(size) bytes")) }
        return try read(size, deadline)
    }

    /// Whether nothing has arrived, not even the news that the other end is closed.
    var isQuiet: Bool {
        var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return start == end && poll(&request, 1, 0) == 0
    }

    /// Tells the other end that nothing will follow.
    func finishSending() {
        shutdown(descriptor.number, Int32(SHUT_WR))
    }

    private func read(_ count: Int, _ deadline: ContinuousClock.Instant?) throws(Problem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            if start < end {
                let part = min(end - start, count - filled)
                bytes.replaceSubrange(filled..<filled + part, with: buffer[start..<start + part])
                start += part
                filled += part
            } else if count - filled >= buffer.count {
                filled += try receiveSome(into: &bytes, from: filled, deadline)
            } else {
                start = 0
                end = 0
                end = try receiveSome(into: &buffer, from: 0, deadline)
            }
        }
        return bytes
    }

    private func receiveSome(
        into bytes: inout [UInt8], from offset: Int, _ deadline: ContinuousClock.Instant?
    ) throws(Problem) -> Int {
        if deadline != nil { try waitUntilReady(for: Int16(POLLIN), deadline) }
        while true {
            let count = bytes.withUnsafeMutableBytes { buffer in
                recv(descriptor.number, buffer.baseAddress?.advanced(by: offset), buffer.count - offset, 0)
            }
            if count > 0 { return count }
            // Zero is the orderly end; of the errors only an interruption leaves the socket usable.
            guard count < 0, errno == EINTR else { throw .closed }
        }
    }

    private func waitUntilReady(for events: Int16, _ deadline: ContinuousClock.Instant?) throws(Problem) {
        while true {
            var request = pollfd(fd: descriptor.number, events: events, revents: 0)
            let left = deadline.map { ContinuousClock.now.duration(to: $0) }
            if poll(&request, 1, left.map(Self.milliseconds) ?? -1) > 0 { return }
            if let deadline, ContinuousClock.now >= deadline { throw .timedOut }
        }
    }

    /// Rounded up, so that no time is spent on asking again and again for a part of a millisecond.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        guard seconds >= 0 else { return 0 }
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// Never waits, and never raises `SIGPIPE`, which would end this process because another one has ended.
private func sendSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
        // `SO_NOSIGPIPE` was set when the socket was made.
        send(descriptor, bytes.baseAddress, bytes.count, MSG_DONTWAIT)
    #else
        send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
    #endif
}
