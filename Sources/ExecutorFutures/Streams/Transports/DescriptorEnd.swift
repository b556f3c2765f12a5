#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// One side of a descriptor on a loop, reading or writing: waits until it is ready, one time for each request.
///
/// Only the loop's thread may use it. It must be closed before it is dropped, unless the loop has ended.
final class DescriptorEnd {
    let ready: StreamWaiters
    private let loop: EventLoop
    private let interest: DescriptorInterest
    private var descriptor: StreamDescriptor?
    private var registration: DescriptorRegistration?
    /// Whether a call may succeed. It spares the call that would only say that nothing is there.
    private(set) var mayBeReady = true

    init(_ descriptor: StreamDescriptor, _ interest: DescriptorInterest, loop: EventLoop) {
        self.descriptor = descriptor
        self.interest = interest
        self.loop = loop
        ready = StreamWaiters(core: loop.core)
    }

    /// The descriptor.
    /// - Throws: ``StreamError/closed``.
    var open: StreamDescriptor {
        get throws(StreamError) {
            guard let descriptor else { throw .closed }
            return descriptor
        }
    }

    /// Makes a system call, again if a signal interrupts it.
    /// - Returns: its result; `nil` if it would block, and `ready` will be woken.
    func attempt(_ name: String, _ call: (StreamDescriptor) -> Int) throws -> Int? {
        let descriptor = try open
        while mayBeReady, descriptor.kind != .blocking || wouldNotBlock(descriptor) {
            let result = call(descriptor)
            if result >= 0 { return result }
            if errno == EAGAIN || errno == EWOULDBLOCK { break }
            if errno != EINTR { throw StreamError(name, code: errno) }
        }
        try waitForReadiness()
        return nil
    }

    /// Says that the next call would find nothing, so that it is only made when the kernel says otherwise.
    func isExhausted() { mayBeReady = false }

    /// Lets go of the descriptor; it is closed if the other side has let go of it as well.
    func close() {
        registration.take()?.cancel()
        descriptor = nil
    }

    private func waitForReadiness() throws {
        mayBeReady = false
        if let registration { return try registration.resume() }
        let number = try open.number
        let becameReady = { [weak self] in
            guard let self else { return }
            registration?.pause()
            mayBeReady = true
            ready.wake()
        }
        registration =
            interest == .readable
            ? try loop.onReadable(number, becameReady) : try loop.onWritable(number, becameReady)
    }

    private func wouldNotBlock(_ descriptor: StreamDescriptor) -> Bool {
        let event = Int16(interest == .readable ? POLLIN : POLLOUT)
        var entry = pollfd(fd: descriptor.number, events: event, revents: 0)
        return poll(&entry, 1, 0) != 0
    }
}
