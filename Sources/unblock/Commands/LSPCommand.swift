import Analysis
import ArgumentParser
import ExecutorFutures
import LanguageServer

/// `unblock lsp`: the language server over standard input and output, or over a socket that the editor listens on.
struct LSPCommand: AwaitingCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Serve an editor: findings, fixes and verdicts while you type.",
        discussion: """
            Speaks the Language Server Protocol 3.17. Editors start it; see the folder editors/ of the project.
            Exit status: 0 after 'shutdown' and 'exit', otherwise 1.
            """)

    @Flag(help: "Standard input and output, which is the default.")
    var stdio = false

    @Option(help: ArgumentHelp("Connect to the editor at this port of the machine.", valueName: "port"))
    var socket: UInt16?

    @Option(help: ArgumentHelp("Connect to the editor at this Unix socket.", valueName: "path"), completion: .file())
    var pipe: String?

    @Option(name: .customLong("clientProcessId"), help: .hidden)
    var clientProcess: Int32?

    func validate() throws {
        if [stdio, socket != nil, pipe != nil].count(where: { $0 }) > 1 {
            throw ValidationError("'--stdio', '--socket' and '--pipe' exclude each other: name one.")
        }
    }

    func perform() async throws -> ExitStatus {
        let loop = try EventLoop.onOwnThread(name: "unblock-lsp")
        let pool = ThreadPoolExecutor(name: "unblock", stackSize: Analyzer.stackSize)
        let configuration = LanguageServer.Configuration(
            version: Version.current, executor: pool, parent: clientProcess,
            makeScratchDirectory: { try Environment.makeTemporaryDirectory() },
            giveMemoryBack: { Memory.giveBack() }, isAlive: { Signals.isAlive($0) })
        let session = loop.spawn(name: "session") { [self] in
            let server = LanguageServer(configuration, on: loop)
            let (reader, writer) = try await streams(on: loop)
            return await server.run(reader: reader, writer: writer)
        }
        let status = try await session.value
        await loop.shutdown()
        return ExitStatus(rawValue: status) ?? .fault
    }

    private func streams(on loop: EventLoop) async throws -> (StreamReader, StreamWriter) {
        let address: SocketAddress
        if let socket {
            address = .tcp(host: "127.0.0.1", port: socket)
        } else if let pipe {
            address = .unix(path: pipe)
        } else {
            return (try loop.standardInput(), try loop.standardOutput())
        }
        let connection = try await loop.connect(to: address)
        return (connection.reader, connection.writer)
    }
}
