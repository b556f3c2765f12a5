/// Both directions of a connected socket.
public struct SocketConnection: Sendable {
    /// What the peer sends.
    public let reader: StreamReader
    /// What the peer gets; ``StreamWriter/finish()`` ends this direction alone.
    public let writer: StreamWriter
    /// Who is at the other end, in numbers.
    public let peer: SocketAddress

    init(_ descriptor: StreamDescriptor, peer: SocketAddress, loop: EventLoop) {
        if case .tcp = peer { StreamSocket.sendAtOnce(descriptor.number) }
        reader = loop.reader(of: descriptor)
        writer = loop.writer(of: descriptor)
        self.peer = peer
    }

    /// Closes both directions, from any thread. What was written and waits in memory is still sent.
    public func close() {
        writer.close()
        reader.close()
    }
}
