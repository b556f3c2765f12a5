/// Where a stream socket listens or connects to.
public enum SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// A socket of this machine with a name in the file system; at most 103 bytes on Apple's systems, 107 on Linux.
    /// A client has no name, so its path is empty.
    case unix(path: String)
    /// A host by name or number, and a port. Listening on port 0 lets the system choose one.
    case tcp(host: String, port: UInt16)

    public var description: String {
        switch self {
        case .unix(let path): path.isEmpty ? "a nameless socket" : path
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }
}
