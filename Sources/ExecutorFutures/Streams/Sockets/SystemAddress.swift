#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An address in the form of the system calls.
struct SystemAddress: Sendable {
    private let bytes: [UInt8]

    private init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = [UInt8](bytes)
    }

    /// Lets a system call write an address: the peer's, or a socket's own.
    /// - Returns: what `body` returns, and the address unless that is negative.
    static func read(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> (result: Int32, address: SystemAddress?) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { storage in
            let result = storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
            let size = min(Int(length), MemoryLayout<sockaddr_storage>.size)
            return (result, result < 0 ? nil : SystemAddress(UnsafeRawBufferPointer(start: storage, count: size)))
        }
    }

    /// - Returns: what `body` returns.
    func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        // In memory of the right alignment, which an array of bytes need not have.
        var storage = sockaddr_storage()
        withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(bytes.count)) }
        }
    }

    var family: Int32 { with { address, _ in Int32(address.pointee.sa_family) } }

    // MARK: From and to the public form

    /// The addresses that `address` stands for, the best first. Blocks while a name server is asked.
    /// - Parameter isPassive: whether to listen; an empty host then means all of this machine's addresses.
    static func resolve(_ address: SocketAddress, isPassive: Bool) throws(StreamError) -> [SystemAddress] {
        switch address {
        case .unix(let path): [try unix(path)]
        case .tcp(let host, let port): try lookUp(host, port, isPassive: isPassive)
        }
    }

    private static func unix(_ path: String) throws(StreamError) -> SystemAddress {
        var address = sockaddr_un()
        let text = path.utf8
        let isFitting = withUnsafeMutableBytes(of: &address.sun_path) { room in
            // The last byte stays zero.
            guard !text.isEmpty, text.count < room.count, !text.contains(0) else { return false }
            room.copyBytes(from: text)
            return true
        }
        guard isFitting else { throw .invalidAddress(path) }
        address.sun_family = sa_family_t(AF_UNIX)
        return withUnsafeBytes(of: &address) { SystemAddress($0) }
    }

    private static func lookUp(
        _ host: String, _ port: UInt16, isPassive: Bool
    ) throws(StreamError) -> [SystemAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = streamSocketKind
        hints.ai_flags = isPassive ? AI_PASSIVE | AI_NUMERICSERV : AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host.isEmpty ? nil : host, String(port), &hints, &list)
        guard code == 0 else {
            throw .unknownHost(host, reason: gai_strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
        defer { freeaddrinfo(list) }
        var addresses: [SystemAddress] = []
        var next = list
        while let entry = next?.pointee {
            addresses.append(SystemAddress(UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen))))
            next = entry.ai_next
        }
        return addresses
    }

    /// With numbers in place of names, so that nobody is asked.
    var socketAddress: SocketAddress {
        guard family != AF_UNIX else { return .unix(path: unixPath) }
        var host = [CChar](repeating: 0, count: 64)
        var port = [CChar](repeating: 0, count: 16)
        _ = with { address, length in
            getnameinfo(
                address, length, &host, socklen_t(host.count), &port, socklen_t(port.count),
                NI_NUMERICHOST | NI_NUMERICSERV)
        }
        return .tcp(host: Self.text(host), port: UInt16(Self.text(port)) ?? 0)
    }

    private var unixPath: String {
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        return String(decoding: bytes.dropFirst(offset).prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

#if canImport(Glibc)
    let streamSocketKind = Int32(SOCK_STREAM.rawValue)
#else
    let streamSocketKind = SOCK_STREAM
#endif
