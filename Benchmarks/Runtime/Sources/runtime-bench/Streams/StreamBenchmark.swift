import ArgumentParser
import ExecutorFutures

/// `runtime-bench streams`: a client and a server that talk over TCP, both on one loop.
struct StreamBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "streams", abstract: "Byte streams over TCP: echoes and throughput.")

    @OptionGroup var options: BenchmarkOptions

    @Option(help: "How many echoes are measured in each round.")
    var echoes = 5_000

    @Option(help: "How many megabytes are sent in each round.")
    var megabytes = 256

    func run() async throws {
        let loop = try EventLoop.onOwnThread(name: "streams")
        var table = Table()
        try await table.add(
            [
                Contest(
                    name: "echo of 64 bytes over TCP", unit: .microseconds, aspects: [.p50, .p99],
                    ours: { try await Self.talk(on: loop, server: Self.echo) { try await sendEchoes(on: $0) } },
                    others: options.pythonLoops("echoes", [echoes])),
                Contest(
                    name: "sent over TCP in blocks of 64 KiB", unit: .megabytesPerSecond,
                    ours: { try await Self.talk(on: loop, server: Self.readAll) { try await sendMuch(on: $0) } },
                    others: options.pythonLoops("throughput", [megabytes])),
            ], rounds: options.rounds)
        await loop.shutdown()
        table.print(options)
    }

    // MARK: Clients

    private func sendEchoes(on connection: SocketConnection) async throws -> Latencies {
        let message = [UInt8](repeating: 7, count: 64)
        return try await latencies(echoes) { _ in
            try await connection.writer.write(message)
            _ = try await connection.reader.read(exactly: message.count)
        }
    }

    private func sendMuch(on connection: SocketConnection) async throws -> Latencies {
        let block = [UInt8](repeating: 7, count: 64 << 10)
        let start = ContinuousClock.now
        for _ in 0..<megabytes * 16 { try await connection.writer.write(block) }
        try await connection.writer.finish()
        let count = try await connection.reader.line()
        guard count == "\(megabytes << 20)" else {
            throw ValidationError("\(count ?? "nothing") arrived of \(megabytes << 20) bytes")
        }
        return Latencies([(ContinuousClock.now - start) / .seconds(1) / Double(megabytes)])
    }

    // MARK: Servers

    @Sendable private static func echo(_ connection: SocketConnection) async throws {
        while true {
            let bytes = try await connection.reader.read(upTo: 64 << 10)
            if bytes.isEmpty { return }
            try await connection.writer.write(bytes)
        }
    }

    @Sendable private static func readAll(_ connection: SocketConnection) async throws {
        var count = 0
        while case let bytes = try await connection.reader.read(upTo: 64 << 10), !bytes.isEmpty { count += bytes.count }
        try await connection.writer.write("\(count)\n")
        try await connection.writer.finish()
    }

    private static func talk(
        on loop: EventLoop, server: @escaping @Sendable (SocketConnection) async throws -> Void,
        client: @escaping @Sendable (SocketConnection) async throws -> Latencies
    ) async throws -> Latencies {
        try await loop.submit {
            let listener = try await loop.listen(on: .tcp(host: "127.0.0.1", port: 0))
            async let serving: Void = listener.serve(server)
            let connection = try await loop.connect(to: listener.address)
            let latencies = try await client(connection)
            connection.close()
            listener.close()
            try await serving
            return latencies
        }.value
    }
}
