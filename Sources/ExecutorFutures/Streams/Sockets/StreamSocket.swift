#if canImport(Darwin)
    import Darwin
#else
    import CEventLoop
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Stream sockets that neither block, nor raise signals, nor are inherited.
enum StreamSocket {
    static func make(for address: SystemAddress) throws(StreamError) -> StreamDescriptor {
        #if canImport(Darwin)
            let number = socket(address.family, streamSocketKind, 0)
        #else
            let number = socket(address.family, streamSocketKind | nonBlockingKinds, 0)
        #endif
        guard number >= 0 else { throw StreamError("socket", code: errno) }
        return takeOver(number)
    }

    /// Takes the next connection of a listening socket.
    /// - Returns: the descriptor, which is negative if there is none, and the peer's address.
    static func accept(_ listener: Int32) -> (result: Int32, address: SystemAddress?) {
        SystemAddress.read { address, length in
            #if canImport(Darwin)
                Darwin.accept(listener, address, length)
            #else
                event_loop_accept(listener, address, length)
            #endif
        }
    }

    /// Sets what the system could not be told when the socket was made.
    static func takeOver(_ number: Int32) -> StreamDescriptor {
        #if canImport(Darwin)
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
            _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
            switchOn(SO_NOSIGPIPE, SOL_SOCKET, of: number)
        #endif
        return StreamDescriptor(number, kind: .socket)
    }

    /// Sends small messages at once, as every such library does: what is to be sent together is written together.
    static func sendAtOnce(_ number: Int32) {
        switchOn(TCP_NODELAY, Int32(IPPROTO_TCP), of: number)
    }

    static func switchOn(_ option: Int32, _ level: Int32, of number: Int32) {
        var on: Int32 = 1
        setsockopt(number, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// What has become of a connection that was begun: 0, or the error number.
    static func outcome(of number: Int32) -> Int32 {
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(number, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno
    }
}

#if canImport(Glibc)
    private let nonBlockingKinds = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
#elseif canImport(Musl)
    private let nonBlockingKinds = SOCK_CLOEXEC | SOCK_NONBLOCK
#endif
