#if os(Linux) || os(Android)
    import CEventLoop
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Android)
        import Android
    #endif

    /// The system's `close`, which a member of that name hides inside the class.
    private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

    /// Real time on Linux: the monotonic clock, `epoll`, and an `eventfd` that wakes it.
    final class EpollDriver: LoopDriver {
        private let epoll: Int32
        private let waker: Int32
        // Unchecked because only the loop's thread waits.
        private nonisolated(unsafe) let events: UnsafeMutablePointer<epoll_event>
        private static let capacity = 256

        let isVirtual = false

        init(name: String) throws(EventLoopError) {
            epoll = event_loop_epoll()
            guard epoll >= 0 else { throw .noDescriptors(loop: name, code: errno) }
            waker = event_loop_waker()
            guard waker >= 0 else {
                let code = errno
                closeDescriptor(epoll)
                throw .noDescriptors(loop: name, code: code)
            }
            events = .allocate(capacity: Self.capacity)
            var event = epoll_event(events: event_loop_read, data: epoll_data_t(fd: waker))
            guard epoll_ctl(epoll, EPOLL_CTL_ADD, waker, &event) == 0 else {
                let code = errno
                close()
                throw .noDescriptors(loop: name, code: code)
            }
        }

        var now: EventLoop.Instant { .monotonic }

        func wait(
            until deadline: EventLoop.Instant?, workIsOutside: Bool, ready: (Int32, DescriptorInterest) -> Void
        ) -> Bool {
            var limit: Int64 = -1
            if let deadline { limit = deadline == .past ? 0 : max(0, deadline.nanoseconds - now.nanoseconds) }
            // A signal may end the wait early, which is allowed.
            let count = event_loop_epoll_wait(epoll, events, Int32(Self.capacity), limit)
            for index in 0..<max(Int(count), 0) {
                let event = events[index]
                if event.data.fd == waker {
                    var value: UInt64 = 0
                    _ = read(waker, &value, 8)
                } else {
                    ready(event.data.fd, Self.interest(event.events))
                }
            }
            return true
        }

        func wake() {
            var one: UInt64 = 1
            _ = write(waker, &one, 8)
        }

        func watch(
            _ descriptor: Int32, for interest: DescriptorInterest, previous: DescriptorInterest
        ) throws(EventLoopError) {
            var event = epoll_event(events: 0, data: epoll_data_t(fd: descriptor))
            if interest.contains(.readable) { event.events |= event_loop_read }
            if interest.contains(.writable) { event.events |= event_loop_write }
            let operation = interest.isEmpty ? EPOLL_CTL_DEL : previous.isEmpty ? EPOLL_CTL_ADD : EPOLL_CTL_MOD
            guard epoll_ctl(epoll, operation, descriptor, &event) != 0 else { return }
            switch errno {
            // Its number was closed and opened again behind the loop's back, so the kernel knows nothing of it.
            case ENOENT where operation == EPOLL_CTL_MOD:
                try watch(descriptor, for: interest, previous: [])
            case EPERM: throw .notPollable(descriptor)
            case ENOSPC, ENOMEM: throw .noDescriptors(loop: "epoll", code: errno)
            default: throw .badDescriptor(descriptor, code: errno)
            }
        }

        func close() {
            closeDescriptor(epoll)
            if waker >= 0 { closeDescriptor(waker) }
            events.deallocate()
        }

        /// Errors and hang-ups wake both sides: the next read or write says what happened.
        private static func interest(_ events: UInt32) -> DescriptorInterest {
            let failed = events & event_loop_failure != 0
            var interest: DescriptorInterest = []
            if failed || events & event_loop_read != 0 { interest.insert(.readable) }
            if failed || events & event_loop_write != 0 { interest.insert(.writable) }
            return interest
        }
    }
#endif
