#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A socket that takes connections, as a sequence of them; asyncio's `Server`.
///
/// ```swift
/// let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
/// try await listener.serve { connection in
///     for try await line in connection.reader.lines { try await connection.writer.write(line + "\n") }
/// }
/// ```
/// May be used from any task. It ends when it is closed or dropped, and takes its name out of the file system if it is a
/// Unix socket. Connections live on.
public final class SocketListener: AsyncSequence, Sendable {
    /// Where it listens, in numbers, with the port that the system has chosen.
    public var address: SocketAddress { socket.address }
    private let socket: ListeningSocket
    private let loop: EventLoop
    // Unchecked because only the loop's thread touches them.
    nonisolated(unsafe) private let end: DescriptorEnd
    nonisolated(unsafe) private var isClosed = false
    nonisolated(unsafe) private var turns = StreamTurns()

    init(_ socket: ListeningSocket, loop: EventLoop) {
        self.socket = socket
        self.loop = loop
        end = DescriptorEnd(socket.descriptor, .readable, loop: loop)
    }

    deinit {
        if !isClosed { Self.close(end, socket, on: loop) }
    }

    /// Suspends until somebody connects; `nil` once the listener is closed.
    ///
    /// Where the system has no descriptors left for a connection, that is told through
    /// ``EventLoop/Configuration/onEvent`` and tried again after 100 ms; the peers wait meanwhile.
    /// - Throws: ``StreamError``; `CancellationError`, and then no connection is taken.
    public nonisolated(nonsending) func accept() async throws -> SocketConnection? {
        guard loop.isCurrent else { return try await loop.enter { try await self.accept() } }
        while true {
            try Task.checkCancellation()
            if turns.isOver() { await loop.core.yield() }
            if isClosed { return nil }
            do {
                let known = end.ready.wakeUps
                if let connection = try takeConnection() { return connection }
                try await end.ready.wait(known: known)
            } catch StreamError.refused(_, let code) where code == ECONNABORTED {
                // That peer has gone; the next one waits.
            } catch let error as StreamError where error.isShortage {
                loop.core.report(.uncaughtError(error, loop: loop.name))
                try await loop.sleep(for: .milliseconds(100))
            }
        }
    }

    /// Gives each connection a task of its own and closes it when that has ended, until the listener is closed; then
    /// waits for the tasks.
    ///
    /// An error of a handler ends its connection alone, and is told through ``EventLoop/Configuration/onEvent``.
    /// - Throws: what ``accept()`` throws; the handlers are cancelled and awaited then.
    public nonisolated(nonsending) func serve(
        _ handler: @escaping @Sendable (SocketConnection) async throws -> Void
    ) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while let connection = try await accept() {
                group.addTask { [loop] in
                    defer { connection.close() }
                    do {
                        try await handler(connection)
                    } catch is CancellationError {
                        // Whoever cancelled it knows.
                    } catch {
                        loop.core.report(.uncaughtError(error, loop: loop.name))
                    }
                }
            }
        }
    }

    /// Takes no more connections, from any thread.
    public func close() {
        loop.core.perform {
            guard !self.isClosed else { return }
            self.isClosed = true
            Self.close(self.end, self.socket, on: self.loop)
        }
    }

    private static func close(_ end: DescriptorEnd, _ socket: ListeningSocket, on loop: EventLoop) {
        loop.core.perform {
            end.close()
            end.ready.wake()
        }
        socket.removeName()
    }

    private func takeConnection() throws -> SocketConnection? {
        var peer: SystemAddress?
        let number = try end.attempt("accept") { listener in
            let accepted = StreamSocket.accept(listener.number)
            peer = accepted.address
            return Int(accepted.result)
        }
        guard let number else { return nil }
        return SocketConnection(
            StreamSocket.takeOver(Int32(number)), peer: peer?.socketAddress ?? .unix(path: ""), loop: loop)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(listener: self) }

    /// The connections, one after another. Several tasks may iterate; each connection goes to one of them.
    public struct Iterator: AsyncIteratorProtocol {
        let listener: SocketListener

        public func next() async throws -> SocketConnection? { try await listener.accept() }

        public func next(isolation actor: isolated (any Actor)?) async throws -> SocketConnection? {
            try await listener.accept()
        }
    }
}

extension EventLoop {
    /// Listens for connections; from any task.
    ///
    /// The name is looked up and bound by a thread of ``defaultExecutor``. Of a host with several addresses the first one
    /// that can be bound is taken. A Unix socket whose process has ended is replaced.
    /// - Parameter backlog: how many peers may wait to be accepted; the system has a limit of its own.
    /// - Throws: ``StreamError``, such as ``StreamError/refused(call:code:)`` if somebody listens there.
    public nonisolated(nonsending) func listen(
        on address: SocketAddress, backlog: Int32 = 128
    ) async throws -> SocketListener {
        SocketListener(try await toThread { try ListeningSocket(address, backlog: backlog) }, loop: self)
    }
}

extension StreamError {
    /// Whether the same call may succeed later, because only something has run out.
    fileprivate var isShortage: Bool {
        guard case .refused(let call, let code) = self else { return false }
        return SystemError(call: call, code: code).isShortage
    }
}
