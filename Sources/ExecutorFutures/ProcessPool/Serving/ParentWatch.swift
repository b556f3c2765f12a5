#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Notices, while a job runs, that the process which wants its output has ended.
///
/// Linux has a signal for it, `PR_SET_PDEATHSIG`, which is of no use here: it is sent when the *thread* ends that has
/// started the worker.
enum ParentWatch {
    /// Holds the calling thread until the parent has ended, even if it was killed.
    /// - Parameter socket: to the parent, which keeps its end open for as long as it lives.
    static func waitForTheEnd(socket: Int32) {
        #if canImport(Darwin)
            // `poll` does not promise here to tell of a closed socket when asked for nothing else.
            let queue = kqueue()
            var change = kevent(
                ident: UInt(getppid()), filter: Int16(EVFILT_PROC), flags: UInt16(EV_ADD), fflags: UInt32(NOTE_EXIT),
                data: 0, udata: nil)
            var event = kevent()
            // An error means that the parent has ended before it could be watched.
            while kevent(queue, &change, 1, &event, 1, nil) < 0, errno == EINTR {}
        #else
            // No event is asked for, so messages do not end the wait; that the other end is closed is told unasked.
            var request = pollfd(fd: socket, events: 0, revents: 0)
            while poll(&request, 1, -1) <= 0 {}
        #endif
    }
}
