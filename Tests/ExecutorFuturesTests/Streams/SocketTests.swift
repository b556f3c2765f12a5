import Testing

@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Connections of both kinds, on this machine alone.
@Suite struct SocketTests {
    enum Kind: CaseIterable, Sendable {
        case unix
        case tcp

        func address(in folder: String) -> SocketAddress {
            self == .unix ? .unix(path: folder + "/socket") : .tcp(host: "127.0.0.1", port: 0)
        }
    }

    @Test(arguments: Kind.allCases)
    func aServerEchoesToAHundredClients(_ kind: Kind) throws {
        try withLoop { loop, folder in
            let listener = try await loop.listen(on: kind.address(in: folder))
            let server = loop.spawn {
                try await listener.serve { connection in
                    while let frame = try await connection.reader.frame() {
                        try await connection.writer.write(frame: frame)
                    }
                }
            }
            let total = try await withThrowingTaskGroup(of: Int.self) { group in
                for client in 0..<100 {
                    group.addTask {
                        let connection = try await loop.connect(to: listener.address)
                        defer { connection.close() }
                        var sum = 0
                        for round in 0..<10 {
                            let frame = [UInt8](repeating: UInt8(client), count: client * 50 + round)
                            try await connection.writer.write(frame: frame)
                            guard try await connection.reader.frame() == frame else { return -1_000_000 }
                            sum += 1
                        }
                        try await connection.writer.finish()
                        return try await connection.reader.frame() == nil ? sum : -1_000_000
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(total == 1000)
            listener.close()
            try await server.value
        }
    }

    @Test(arguments: Kind.allCases)
    func oneDirectionMayEndBeforeTheOther(_ kind: Kind) throws {
        try withLoop { loop, folder in
            let listener = try await loop.listen(on: kind.address(in: folder))
            let server = loop.spawn {
                let connection = try #require(try await listener.accept())
                let question = try await connection.reader.readToEnd()
                try await connection.writer.write("\(question.count) bytes")
                try await connection.writer.finish()
            }
            let connection = try await loop.connect(to: listener.address)
            try await connection.writer.write([UInt8](repeating: 1, count: 1 << 20))
            try await connection.writer.finish()
            #expect(String(decoding: try await connection.reader.readToEnd(), as: UTF8.self) == "1048576 bytes")
            try await server.value
        }
    }

    @Test(arguments: Kind.allCases)
    func aPeerThatHasGoneIsAnError(_ kind: Kind) throws {
        try withLoop { loop, folder in
            let listener = try await loop.listen(on: kind.address(in: folder))
            let connection = try await loop.connect(to: listener.address)
            try #require(try await listener.accept()).close()
            #expect(try await connection.reader.line() == nil)
            // The system only learns by sending that there is nobody.
            let error = await #expect(throws: StreamError.self) {
                while true { try await connection.writer.write([1]) }
            }
            #expect(error == .brokenPipe || error == .connectionReset)
        }
    }

    @Test func aListenerIsASequenceThatEndsWhenItIsClosed() throws {
        try withLoop { loop, folder in
            let listener = try await loop.listen(on: Kind.unix.address(in: folder))
            let names = loop.spawn {
                var names: [String?] = []
                for try await connection in listener { names.append(try await connection.reader.line()) }
                return names
            }
            for name in ["a", "b"] {
                let connection = try await loop.connect(to: listener.address)
                try await connection.writer.write(name)
                try await connection.writer.finish()
                // The listener is done with it.
                #expect(try await connection.reader.line() == nil)
            }
            listener.close()
            #expect(try await names.value == ["a", "b"])
        }
    }

    @Test func aCancelledAcceptTakesNoConnection() throws {
        try withLoop { loop, folder in
            let listener = try await loop.listen(on: Kind.unix.address(in: folder))
            let accept = loop.spawn { try await listener.accept() }
            for _ in 0..<5 { await loop.yield() }
            accept.cancel()
            await #expect(throws: CancellationError.self) { try await accept.value }
            let connection = try await loop.connect(to: listener.address)
            try await connection.writer.write("x")
            connection.close()
            #expect(try await listener.accept()?.reader.line() == "x")
        }
    }

    @Test func anErrorOfAHandlerIsToldAndEndsItsConnectionAlone() throws {
        let told = Locked<[String]>([])
        let configuration = EventLoop.Configuration(onEvent: { event in told.change { $0.append("\(event)") } })
        try EventLoop.run(configuration: configuration) { loop in
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            let server = loop.spawn {
                try await listener.serve { connection in
                    if try await connection.reader.line() == "fail" { throw Failure(number: 7) }
                    try await connection.writer.write("fine")
                }
            }
            for (question, answer) in [("fail\n", ""), ("x\n", "fine")] {
                let connection = try await loop.connect(to: listener.address)
                try await connection.writer.write(question)
                #expect(String(decoding: try await connection.reader.readToEnd(), as: UTF8.self) == answer)
            }
            listener.close()
            try await server.value
        }
        #expect(told.value.count == 1)
        #expect(told.value.first?.contains("Failure(number: 7)") == true)
    }

    @Test func whatCannotBeConnectedToSaysWhy() throws {
        try withLoop { loop, folder in
            let nowhere = folder + "/nobody"
            await #expect(throws: StreamError.refused(call: "connecting to \(nowhere)", code: ENOENT)) {
                try await loop.connect(to: .unix(path: nowhere))
            }
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            let address = listener.address
            await #expect(throws: StreamError.refused(call: "listening on \(address)", code: EADDRINUSE)) {
                try await loop.listen(on: address)
            }
            let long = folder + "/" + String(repeating: "x", count: 200)
            await #expect(throws: StreamError.invalidAddress(long)) { try await loop.connect(to: .unix(path: long)) }
            await #expect(throws: StreamError.invalidAddress("")) { try await loop.listen(on: .unix(path: "")) }
        }
    }

    @Test func aUnixSocketLeavesNoNameAndReplacesAnAbandonedOne() throws {
        try withLoop { loop, folder in
            let address = Kind.unix.address(in: folder)
            let first = try await loop.listen(on: address)
            await #expect(throws: StreamError.refused(call: "listening on \(address)", code: EADDRINUSE)) {
                try await loop.listen(on: address)
            }
            first.close()
            #expect(TemporaryFolder.contents(of: folder) == [])
            // What a process leaves behind that is killed.
            try abandonSocket(at: folder + "/socket")
            let second = try await loop.listen(on: address)
            #expect(try await loop.connect(to: address).peer == address)
            second.close()
            #expect(TemporaryFolder.contents(of: folder) == [])
        }
    }

    private func abandonSocket(at path: String) throws {
        let socket = try ListeningSocket(.unix(path: path), backlog: 1)
        withExtendedLifetime(socket) {}
    }

    private func withLoop(_ body: @escaping @Sendable (EventLoop, _ folder: String) async throws -> Void) throws {
        try TemporaryFolder.use { folder in
            try EventLoop.run { loop in try await body(loop, folder) }
        }
    }
}
