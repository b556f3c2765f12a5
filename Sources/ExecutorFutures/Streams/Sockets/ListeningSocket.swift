#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A socket that waits for connections, and the name that it has put into the file system.
struct ListeningSocket: Sendable {
    let descriptor: StreamDescriptor
    let address: SocketAddress
    private let file: FileIdentity?

    /// Binds and listens. May block, for a look-up and for the disk.
    init(_ address: SocketAddress, backlog: Int32) throws(StreamError) {
        descriptor = try Self.bindFirst(of: address, backlog: backlog)
        let number = descriptor.number
        self.address = SystemAddress.read { getsockname(number, $0, $1) }.address?.socketAddress ?? address
        if case .unix(let path) = address { file = FileIdentity(path) } else { file = nil }
    }

    private static func bindFirst(of address: SocketAddress, backlog: Int32) throws(StreamError) -> StreamDescriptor {
        var failure = StreamError.unknownHost("\(address)", reason: "no address")
        for candidate in try SystemAddress.resolve(address, isPassive: true) {
            do { return try bind(candidate, named: address, backlog: backlog) } catch { failure = error }
        }
        throw failure
    }

    private static func bind(
        _ address: SystemAddress, named name: SocketAddress, backlog: Int32
    ) throws(StreamError) -> StreamDescriptor {
        let socket = try StreamSocket.make(for: address)
        // A server that is started again must not wait until the connections of the last one are forgotten.
        if case .tcp = name { StreamSocket.switchOn(SO_REUSEADDR, SOL_SOCKET, of: socket.number) }
        var code = address.with { systemBind(socket.number, $0, $1) }
        if code == EADDRINUSE, case .unix(let path) = name, try isAbandoned(address) {
            unlink(path)
            code = address.with { systemBind(socket.number, $0, $1) }
        }
        if code == 0, listen(socket.number, backlog) != 0 { code = errno }
        guard code == 0 else { throw .refused(call: "listening on \(name)", code: code) }
        return socket
    }

    /// Whether the name of a Unix socket was left behind by a process that no longer listens.
    private static func isAbandoned(_ address: SystemAddress) throws(StreamError) -> Bool {
        let probe = try StreamSocket.make(for: address)
        return address.with { connect(probe.number, $0, $1) < 0 && errno == ECONNREFUSED }
    }

    /// Takes the name out of the file system, unless somebody else has put another socket there.
    func removeName() {
        if case .unix(let path) = address, let file, file == FileIdentity(path) { unlink(path) }
    }
}

/// Which file a path names now.
private struct FileIdentity: Equatable, Sendable {
    let device: dev_t
    let number: ino_t

    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}

/// - Returns: 0, or the error number.
private func systemBind(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    bind(socket, address, length) == 0 ? 0 : errno
}
