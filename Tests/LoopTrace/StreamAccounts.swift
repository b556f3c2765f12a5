@testable import ExecutorFutures

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Uses streams in many ways and says, for each way, how many descriptors and children it left behind.
///
/// A program of its own, because the tests that run beside each other open and close descriptors all the time.
func streamAccounts() throws -> [String] {
    try StreamUse.all.map { use in
        let pool = ThreadPoolExecutor(name: "accounts")
        let before = openDescriptors()
        try EventLoop.run(configuration: .init(defaultExecutor: pool, onEvent: { _ in }), use.body)
        try pool.shutdownAndWait(cancelPending: false)
        let left = openDescriptors().subtracting(before)
        let hasChild = waitpid(-1, nil, WNOHANG) >= 0
        return "\(use.name): \(left.count) descriptors, \(hasChild ? "a child" : "no child")"
    }
}

/// One way to use streams, which must give everything back.
private struct StreamUse {
    let name: String
    let body: @Sendable (EventLoop) async throws -> Void

    static let all = [
        StreamUse(name: "closed pipes") { loop in
            for ownership in [DescriptorOwnership.exclusive, .shared] {
                let (reader, writer) = try pipe(on: loop, ownership)
                try await writer.write("x")
                try await writer.finish()
                _ = try await reader.readToEnd()
                reader.close()
            }
        },
        StreamUse(name: "dropped pipes") { loop in
            let (reader, writer) = try pipe(on: loop, .exclusive)
            try await writer.write("x")
            _ = try await reader.read(upTo: 1)
        },
        StreamUse(name: "pipes with bytes that nobody reads") { loop in
            let (reader, writer) = try pipe(on: loop, .exclusive)
            let write = loop.spawn { try await writer.write([UInt8](repeating: 0, count: 1 << 20)) }
            await loop.yield()
            write.cancel()
            withExtendedLifetime(reader) {}
        },
        StreamUse(name: "reads that never end") { loop in
            for _ in 0..<10 {
                let (reader, writer) = try pipe(on: loop, .exclusive)
                loop.spawn {
                    _ = try await reader.line()
                    withExtendedLifetime(writer) {}
                }
            }
            await loop.yield()
        },
        StreamUse(name: "a hundred connections") { loop in
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            let server = loop.spawn {
                try await listener.serve { try await $0.writer.write(try await $0.reader.line() ?? "") }
            }
            try await withThrowingDiscardingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask {
                        let connection = try await loop.connect(to: listener.address)
                        try await connection.writer.write("x\n")
                        // Half of them leave without waiting for the answer.
                        if number % 2 == 0 { _ = try await connection.reader.readToEnd() }
                    }
                }
            }
            listener.close()
            try await server.value
        },
        StreamUse(name: "connections that nobody accepts, or takes") { loop in
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            for _ in 0..<10 { _ = try await loop.connect(to: listener.address) }
            let address = listener.address
            listener.close()
            for _ in 0..<10 { _ = try? await loop.connect(to: address) }
            _ = try? await loop.connect(to: .unix(path: "/nobody/listens"))
        },
        StreamUse(name: "a server that is cancelled") { loop in
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            let server = loop.spawn { try await listener.serve { _ = try await $0.reader.line() } }
            let connections = try await withThrowingTaskGroup(of: SocketConnection.self) { group in
                for _ in 0..<10 { group.addTask { try await loop.connect(to: listener.address) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            server.cancel()
            _ = await server.result
            for connection in connections { _ = try? await connection.reader.readToEnd() }
        },
        StreamUse(name: "files") { loop in
            _ = try await loop.readFile(at: CommandLine.arguments[0])
            let reader = try await loop.openFile(at: CommandLine.arguments[0])
            let read = loop.spawn { try await reader.read(upTo: 1) }
            await loop.yield()
            read.cancel()
            _ = try? await loop.openFile(at: "/no/such/file")
            try? await loop.writeFile([1], to: "/no/such/folder/file")
        },
        StreamUse(name: "programs that end") { loop in
            for input in [[], [UInt8](repeating: 1, count: 1 << 20)] {
                var command = Command("cat")
                command.errors = .stream
                _ = try await loop.output(of: command, input: input)
            }
            _ = try? await loop.output(of: Command("/no/such/program"))
            _ = try? await loop.output(of: Command("yes"), limit: 10)
        },
        StreamUse(name: "programs that are stopped") { loop in
            for policy in [StopPolicy.kill, .terminate(killAfter: .seconds(10))] {
                for _ in 0..<5 {
                    let task = loop.spawn { try await loop.output(of: Command("sleep", "1000"), stopping: policy) }
                    await loop.yield()
                    task.cancel()
                    _ = await task.result
                }
            }
        },
        StreamUse(name: "programs that the loop's end stops") { loop in
            for _ in 0..<5 {
                loop.spawn { try await loop.withProcess(Command("sleep", "1000")) { _ = try await $0.exit() } }
            }
            _ = try await loop.output(of: Command("true"))
        },
    ]
}

private func pipe(
    on loop: EventLoop, _ ownership: DescriptorOwnership
) throws -> (reader: StreamReader, writer: StreamWriter) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError(call: "pipe", code: errno) }
    defer { if ownership == .shared { for end in ends { close(end) } } }
    return (try loop.reader(of: ends[0], ownership), try loop.writer(of: ends[1], ownership))
}

private func openDescriptors() -> Set<Int32> {
    Set((0..<4096).filter { fcntl($0, F_GETFD) >= 0 })
}
