#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file descriptor with one owner; it is closed when the owner lets go of it.
struct OwnedDescriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit {
        // Never tried again: a descriptor is gone even if closing it was interrupted, and its number may be another's.
        close(number)
    }

    /// Keeps programs that are started from now on from inheriting the descriptor.
    borrowing func closeOnExec() {
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }
}

/// Two connected stream sockets, both close-on-exec.
struct SocketPair: ~Copyable {
    let first: OwnedDescriptor
    let second: OwnedDescriptor

    init() throws(SystemError) {
        var numbers: [Int32] = [-1, -1]
        #if canImport(Darwin)
            guard socketpair(AF_UNIX, SOCK_STREAM, 0, &numbers) == 0 else {
                throw SystemError(call: "socketpair", code: errno)
            }
        #else
            // Set by the same call, so that a program which another thread starts right now cannot inherit them.
            let kind = Self.streamKind | Self.closeOnExecKind
            guard socketpair(AF_UNIX, kind, 0, &numbers) == 0 else {
                throw SystemError(call: "socketpair", code: errno)
            }
        #endif
        first = OwnedDescriptor(numbers[0])
        second = OwnedDescriptor(numbers[1])
        #if canImport(Darwin)
            first.closeOnExec()
            second.closeOnExec()
            for number in numbers {
                var on: Int32 = 1
                setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
            }
        #endif
    }

    #if canImport(Glibc)
        private static let streamKind = Int32(SOCK_STREAM.rawValue)
        private static let closeOnExecKind = Int32(SOCK_CLOEXEC.rawValue)
    #elseif canImport(Musl)
        private static let streamKind = SOCK_STREAM
        private static let closeOnExecKind = SOCK_CLOEXEC
    #endif
}
