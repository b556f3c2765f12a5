import Analysis
import ExecutorFutures
import LanguageServerProtocol
import TestSupport
import Testing

@testable import LanguageServer

/// The other side of a session: sends messages and keeps what comes back, on the server's loop.
actor TestClient {
    nonisolated let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

    private let writer: StreamWriter
    private let reader: StreamReader
    /// For tests that look at what it keeps.
    nonisolated let session: LanguageServer
    private let server: Task<Int32, Never>
    private var reading: Task<Void, Never>?
    private var lastID = 0
    /// Answers by id, in the order in which they came.
    private(set) var answers: [RequestID?: [Result<JSONValue, ResponseError>]] = [:]
    /// Requests and notifications of the server, in order.
    private(set) var heard: [(method: String, parameters: JSONValue)] = []
    private var change = AsyncEvent()
    private var answersRequests = false

    static let root = "/work"

    /// Starts a server over pipes in memory.
    /// - Parameter files: below `root`.
    init(
        on loop: EventLoop, files: [String: String] = [:], executor: (any FutureExecutor)? = nil,
        fileSystem: (any FileSystem)? = nil,
        isAlive: @escaping @Sendable (Int32) -> Bool = { _ in true },
        giveMemoryBack: (@Sendable () -> Void)? = nil
    ) {
        self.loop = loop
        var disk = MemoryFileSystem()
        // A folder is there when something is in it.
        disk.files["\(Self.root)/README.md"] = []
        for (name, text) in files { disk.files["\(Self.root)/\(name)"] = Array(text.utf8) }
        let configuration = LanguageServer.Configuration(
            version: "test", executor: executor ?? InlineExecutor(), poolWidth: 2, fileSystem: fileSystem ?? disk,
            giveMemoryBack: giveMemoryBack, isAlive: isAlive)
        let toServer = loop.memoryPipe()
        let toClient = loop.memoryPipe()
        writer = toServer.writer
        reader = toClient.reader
        let session = LanguageServer(configuration, on: loop)
        self.session = session
        server = Task(executorPreference: loop.taskExecutor) {
            await session.run(reader: toServer.reader, writer: toClient.writer)
        }
    }

    /// From now on the server's requests are agreed to.
    func answerRequests() { answersRequests = true }

    private func listen() {
        guard reading == nil else { return }
        reading = Task(executorPreference: loop.taskExecutor) { await self.read() }
    }

    private func read() async {
        var frames = FrameReader()
        while let bytes = try? await reader.read(upTo: 1 << 16), !bytes.isEmpty {
            frames.append(bytes)
            while let body = try? frames.next() { take(IncomingMessage(body)) }
        }
        signal()
    }

    private func take(_ message: IncomingMessage) {
        switch message {
        case .response(let id, let result): answers[id, default: []].append(result)
        case .notification(let method, let parameters): heard.append((method, parameters))
        case .request(let id, let method, let parameters):
            heard.append((method, parameters))
            guard answersRequests else { break }
            let result: JSONValue = method == "workspace/applyEdit" ? ["applied": true] : nil
            let answer = framed(JSONWriter.write(["jsonrpc": "2.0", "id": id.json, "result": result]))
            let writer = writer
            Task(executorPreference: loop.taskExecutor) { try? await writer.write(answer) }
        case .invalid(_, let error): Issue.record("the server sent what is no message: \(error)")
        }
        signal()
    }

    private func signal() {
        let event = change
        change = AsyncEvent()
        event.set()
    }

    // MARK: Sending

    func write(_ bytes: [UInt8]) async throws {
        listen()
        try await writer.write(bytes)
    }

    func send(_ json: JSONValue) async throws { try await write(framed(JSONWriter.write(json))) }

    func notify(_ method: String, _ parameters: JSONValue) async throws {
        try await send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
    }

    /// - Returns: the id of the request, which is not awaited.
    func begin(_ method: String, _ parameters: JSONValue) async throws -> RequestID {
        lastID += 1
        try await send([
            "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": parameters,
        ])
        return .number(lastID)
    }

    func answer(to id: RequestID?) async throws -> Result<JSONValue, ResponseError> {
        listen()
        while true {
            if let answer = answers[id]?.first { return answer }
            try await change.wait()
        }
    }

    func request(_ method: String, _ parameters: JSONValue) async throws -> JSONValue {
        try await answer(to: begin(method, parameters)).get()
    }

    /// Ends the input and waits for the server.
    func end() async throws -> Int32 {
        listen()
        try await writer.finish()
        return await server.value
    }

    func status() async -> Int32 { await server.value }

    // MARK: A whole session

    func initialize(pull: Bool = false, _ capabilities: JSONValue = [:]) async throws -> JSONValue {
        var members: [String: JSONValue] = [:]
        if case .object(let given) = capabilities { members = given }
        var document: [String: JSONValue] = [:]
        if case .object(let given)? = members["textDocument"] { document = given }
        if pull { document["diagnostic"] = [:] }
        members["textDocument"] = .object(document)
        let answer = try await request(
            "initialize",
            [
                "processId": nil, "rootUri": .string(DocumentURI(path: Self.root).text),
                "capabilities": .object(members),
            ])
        try await notify("initialized", [:])
        return answer
    }

    nonisolated func uri(_ name: String) -> JSONValue { .string(DocumentURI(path: "\(Self.root)/\(name)").text) }

    func open(_ name: String, _ text: String, version: Int = 1) async throws {
        try await notify(
            "textDocument/didOpen",
            [
                "textDocument": [
                    "uri": uri(name), "languageId": "swift", "version": .integer(version), "text": .string(text),
                ]
            ])
    }

    func replace(_ name: String, with text: String, version: Int) async throws {
        try await change(name, [["text": .string(text)]], version: version)
    }

    func change(_ name: String, _ changes: [JSONValue], version: Int) async throws {
        try await notify(
            "textDocument/didChange",
            [
                "textDocument": ["uri": uri(name), "version": .integer(version)], "contentChanges": .array(changes),
            ])
    }

    func close(_ name: String) async throws {
        try await notify("textDocument/didClose", ["textDocument": ["uri": uri(name)]])
    }

    /// Rules and lines of a pulled document, as `sleep-in-async 3`.
    func pull(_ name: String) async throws -> [String] {
        let answer = try await request("textDocument/diagnostic", ["textDocument": ["uri": uri(name)]])
        return (answer["items"]?.array ?? []).map(Self.brief)
    }

    /// What was pushed last for a document; waits for the first push.
    func pushed(_ name: String) async throws -> [String] {
        listen()
        while true {
            let last = heard.last {
                $0.method == "textDocument/publishDiagnostics" && $0.parameters["uri"] == uri(name)
            }
            if let last { return (last.parameters["diagnostics"]?.array ?? []).map(Self.brief) }
            try await change.wait()
        }
    }

    /// Waits until a condition on what was heard holds.
    func hear(until isDone: @Sendable ([(method: String, parameters: JSONValue)]) -> Bool) async throws {
        listen()
        while !isDone(heard) { try await change.wait() }
    }

    static func brief(_ diagnostic: JSONValue) -> String {
        "\(diagnostic["code"]?.string ?? "?") \(diagnostic["range"]?["start"]?["line"]?.integer ?? -1)"
    }
}
