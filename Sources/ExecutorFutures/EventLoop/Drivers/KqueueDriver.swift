#if canImport(Darwin)
    import Darwin

    /// Real time on Apple's systems: the monotonic clock, `kqueue`, and a user event that wakes it.
    final class KqueueDriver: LoopDriver {
        private let queue: Int32
        // Unchecked because only the loop's thread waits.
        private nonisolated(unsafe) let events: UnsafeMutablePointer<kevent>
        private static let capacity = 256

        let isVirtual = false

        init(name: String) throws(EventLoopError) {
            queue = kqueue()
            guard queue >= 0 else { throw .noDescriptors(loop: name, code: errno) }
            _ = fcntl(queue, F_SETFD, FD_CLOEXEC)
            events = .allocate(capacity: Self.capacity)
            guard change(0, EVFILT_USER, EV_ADD | EV_CLEAR) == 0 else {
                let code = errno
                close()
                throw .noDescriptors(loop: name, code: code)
            }
        }

        var now: EventLoop.Instant { .monotonic }

        func wait(
            until deadline: EventLoop.Instant?, workIsOutside: Bool, ready: (Int32, DescriptorInterest) -> Void
        ) -> Bool {
            var limit = timespec()
            if let deadline, deadline != .past {
                let left = max(0, deadline.nanoseconds - now.nanoseconds)
                limit = timespec(tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
            }
            // A signal may end the wait early, which is allowed.
            let count =
                deadline == nil
                ? kevent(queue, nil, 0, events, Int32(Self.capacity), nil)
                : kevent(queue, nil, 0, events, Int32(Self.capacity), &limit)
            for index in 0..<max(Int(count), 0) {
                switch Int32(events[index].filter) {
                case EVFILT_READ: ready(Int32(events[index].ident), .readable)
                case EVFILT_WRITE: ready(Int32(events[index].ident), .writable)
                default: break
                }
            }
            return true
        }

        func wake() {
            _ = change(0, EVFILT_USER, 0, UInt32(NOTE_TRIGGER))
        }

        func watch(
            _ descriptor: Int32, for interest: DescriptorInterest, previous: DescriptorInterest
        ) throws(EventLoopError) {
            for (side, filter) in [(DescriptorInterest.readable, EVFILT_READ), (.writable, EVFILT_WRITE)] {
                let isWanted = interest.contains(side)
                guard isWanted || previous.contains(side) else { continue }
                guard change(UInt(bitPattern: Int(descriptor)), filter, isWanted ? EV_ADD : EV_DELETE) != 0 else {
                    continue
                }
                switch errno {
                // Closed behind the loop's back: the kernel has forgotten it, which is what was asked for.
                case ENOENT where !isWanted: continue
                case EINVAL, EPERM: throw .notPollable(descriptor)
                case ENOMEM: throw .noDescriptors(loop: "kqueue", code: errno)
                default: throw .badDescriptor(descriptor, code: errno)
                }
            }
        }

        func close() {
            Darwin.close(queue)
            events.deallocate()
        }

        private func change(_ ident: UInt, _ filter: Int32, _ flags: Int32, _ notes: UInt32 = 0) -> Int32 {
            var event = Darwin.kevent(
                ident: ident, filter: Int16(filter), flags: UInt16(flags), fflags: notes, data: 0, udata: nil)
            return kevent(queue, &event, 1, nil, 0, nil)
        }
    }
#endif
