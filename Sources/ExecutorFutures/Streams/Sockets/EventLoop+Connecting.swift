#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Connecting to others.
extension EventLoop {
    /// Connects to a socket that listens; from any task.
    ///
    /// A host's name is looked up by a thread of ``defaultExecutor``. If it has several addresses they are tried in the
    /// system's order, one after another. There is no time-out but the system's; use `withTimeout`.
    /// - Throws: ``StreamError/unknownHost(_:reason:)``, ``StreamError/invalidAddress(_:)``; the last address's
    ///   ``StreamError/refused(call:code:)``; ``EventLoopError/noDescriptorsInVirtualTime(loop:)``;
    ///   `CancellationError`.
    public nonisolated(nonsending) func connect(to address: SocketAddress) async throws -> SocketConnection {
        let candidates = try await toThread { try SystemAddress.resolve(address, isPassive: false) }
        var failure = StreamError.unknownHost("\(address)", reason: "no address")
        for candidate in candidates {
            do {
                return try await connect(to: candidate, named: address)
            } catch let error as StreamError {
                failure = error
            }
        }
        throw failure
    }

    private nonisolated(nonsending) func connect(
        to address: SystemAddress, named name: SocketAddress
    ) async throws -> SocketConnection {
        let socket = try StreamSocket.make(for: address)
        var code = address.with { systemConnect(socket.number, $0, $1) }
        while code == EAGAIN {
            // The queue of a Unix socket is full, and the system tells nobody when there is room.
            try await sleep(for: .milliseconds(10))
            code = address.with { systemConnect(socket.number, $0, $1) }
        }
        if code == EINPROGRESS || code == EINTR {
            try await waitUntilWritable(socket.number)
            code = StreamSocket.outcome(of: socket.number)
        }
        guard code == 0 else { throw StreamError.refused(call: "connecting to \(name)", code: code) }
        return SocketConnection(socket, peer: address.socketAddress, loop: self)
    }
}

/// - Returns: 0, or the error number.
private func systemConnect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(socket, address, length) == 0 ? 0 : errno
}
