import Analysis
import ExecutorFutures
import LanguageServerProtocol

/// One session with one client: messages come in, are handled in their order, and every request is answered once.
///
/// It lives on one event loop, which also reads and writes. Whatever parses or simulates runs on the executor, so the
/// loop is never held up by it. What follows an `await` must look again at documents and folders: messages are handled
/// meanwhile.
package actor LanguageServer {
    /// What a server is made with.
    package struct Configuration: Sendable {
        package var version: String
        /// Where files are read, parsed, analysed and simulated; its threads need `Analyzer.stackSize`.
        package var executor: any FutureExecutor
        /// Threads of the cooperative pool in simulations.
        package var poolWidth: Int
        package var fileSystem: any FileSystem
        /// The process that started the server, where it is known before the client names it.
        package var parent: Int32?
        /// Makes a new folder for a page that the editor is asked to show; may block. Without it none is shown.
        package var makeScratchDirectory: (@Sendable () throws -> String)?
        /// Gives memory that is no longer used back to the system; may take a moment.
        package var giveMemoryBack: (@Sendable () -> Void)?
        /// Whether a process is there; asked about the parent every few seconds.
        package var isAlive: @Sendable (Int32) -> Bool

        package init(
            version: String, executor: any FutureExecutor, poolWidth: Int = ThreadPoolExecutor.coreCount,
            fileSystem: any FileSystem = LocalFileSystem(), parent: Int32? = nil,
            makeScratchDirectory: (@Sendable () throws -> String)? = nil,
            giveMemoryBack: (@Sendable () -> Void)? = nil,
            isAlive: @escaping @Sendable (Int32) -> Bool = { _ in true }
        ) {
            self.version = version
            self.executor = executor
            self.poolWidth = poolWidth
            self.fileSystem = fileSystem
            self.parent = parent
            self.makeScratchDirectory = makeScratchDirectory
            self.giveMemoryBack = giveMemoryBack
            self.isAlive = isAlive
        }
    }

    /// Where the session stands; it only goes forward.
    enum Phase {
        case uninitialized
        case running
        case shutDown
        case ended
    }

    package nonisolated let loop: EventLoop
    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.serialExecutor.asUnownedSerialExecutor() }

    let configuration: Configuration
    let outbox: Outbox
    var phase = Phase.uninitialized
    var client = ClientCapabilities()
    var settings = ClientSettings()
    var trace = Trace.off
    /// By absolute path.
    var documents: [String: OpenDocument] = [:]
    var folders: [Folder] = []
    /// The client's requests that are not answered yet.
    var running: [RequestID: Task<Void, any Error>] = [:]
    /// Our requests that are not answered yet.
    var waiting: [RequestID: @Sendable (Result<JSONValue, ResponseError>) -> Void] = [:]
    var lastRequest = 0
    /// Refreshes that the client has not answered yet, and whether there was something new since.
    var refreshing: [String: Bool] = [:]
    /// What was last told about each file that has findings or had some, by absolute path.
    var reports: [String: FileReport] = [:]
    var lastReport = 0
    var lastProgress = 0
    /// Progress that the client shows.
    var shownProgress: Set<JSONValue> = []
    /// Progress that was over before the client had agreed to show it.
    var endedProgress: Set<JSONValue> = []
    /// Set when any folder has new findings; then another event takes its place.
    var changedAnywhere = AsyncEvent(name: "new findings in any folder")
    /// Whether the client has had an answer about the whole workspace.
    var hasReportedWorkspace = false
    /// Ends the session from within: `exit`, a parent that is gone.
    private var exitStatus: Int32?
    private var readingTask: Task<Void, any Error>?
    /// How many tasks have been started and not ended.
    private(set) var taskCount = 0
    private let idle = AsyncEvent(isSet: true, name: "the end of all tasks")
    var watchdog: Task<Void, any Error>?
    /// Gives memory back once nobody types.
    var resting: Task<Void, any Error>?

    /// - Parameter loop: the session's own; must run until `run` has returned.
    package init(_ configuration: Configuration, on loop: EventLoop) {
        self.configuration = configuration
        self.loop = loop
        outbox = Outbox()
    }

    /// Serves until the client says `exit`, its stream ends, or its process is gone.
    ///
    /// - Returns: the exit status of the process: 0 after `shutdown`, otherwise 1.
    package func run(reader: StreamReader, writer: StreamWriter) async -> Int32 {
        let writing = start { await $0.outbox.drain(into: writer) }
        let reading = start { try await $0.read(from: reader) }
        readingTask = reading
        if let parent = configuration.parent { watch(parent: parent) }
        var status: Int32 = 1
        do {
            try await reading.value
            status = phase == .shutDown ? 0 : 1
        } catch is CancellationError {
            status = exitStatus ?? 1
        } catch {
            await outbox.logToStandardError("unblock: error: the client's messages cannot be read: \(error)")
        }
        phase = .ended
        watchdog?.cancel()
        resting?.cancel()
        for task in running.values { task.cancel() }
        for folder in folders { folder.stop() }
        outbox.finish()
        _ = await writing.result
        // Tasks that were cancelled go on once more, and need the loop for it.
        try? await idle.wait()
        return exitStatus ?? status
    }

    /// Ends `run`.
    func end(status: Int32) {
        exitStatus = status
        phase = .ended
        readingTask?.cancel()
    }

    private func read(from reader: StreamReader) async throws {
        var frames = FrameReader()
        while phase != .ended {
            let bytes = try await reader.read(upTo: 64 << 10)
            if bytes.isEmpty { return }
            frames.append(bytes)
            while phase != .ended, let body = try frames.next() {
                handle(IncomingMessage(body))
            }
            // A client that does not read its answers gets no new ones.
            try await outbox.waitForRoom()
        }
    }

    // MARK: Messages

    private func handle(_ message: IncomingMessage) {
        switch message {
        case .request(let id, let method, let parameters): accept(id, method, parameters)
        case .notification(let method, let parameters): handleNotification(method, parameters)
        case .response(let id, let result):
            guard let id, let answer = waiting.removeValue(forKey: id) else { return }
            answer(result)
        case .invalid(let id, let error): send(.response(id, .failure(error)))
        }
    }

    private func accept(_ id: RequestID, _ method: String, _ parameters: JSONValue) {
        guard running[id] == nil else {
            let error = ResponseError(.invalidRequest, "the id of this request is one that is still being answered")
            return send(.response(id, .failure(error)))
        }
        // These two change what may follow, so they are done before the next message is looked at.
        if method == "initialize" || method == "shutdown" || phase != .running {
            return send(.response(id, handleLifecycle(method, parameters)))
        }
        running[id] = start { server in
            let began = server.loop.clock.now
            let result = await server.answer(method, parameters)
            server.running[id] = nil
            server.tell(of: result, to: method, id, after: began.duration(to: server.loop.clock.now))
            server.send(.response(id, result))
        }
    }

    private func answer(_ method: String, _ parameters: JSONValue) async -> Result<JSONValue, ResponseError> {
        do {
            return .success(try await handleRequest(method, parameters))
        } catch let error as ResponseError {
            return .failure(error)
        } catch is CancellationError {
            return .failure(
                phase == .running
                    ? ResponseError(.requestCancelled, "the request was cancelled")
                    : ResponseError(
                        .serverCancelled, "the server shuts down", data: ["retriggerRequest": false]))
        } catch {
            return .failure(ResponseError(.requestFailed, "\(error)"))
        }
    }

    /// Starts a task of this actor that also prefers the loop's executor: in Swift 6.3 a cancellation handler leaves the
    /// actor for a moment, and would go to the cooperative pool.
    func start<Value: Sendable>(
        _ body: @escaping @Sendable (isolated LanguageServer) async throws -> Value
    ) -> Task<Value, any Error> {
        taskCount += 1
        idle.clear()
        return Task(executorPreference: loop.taskExecutor) { try await self.count(body) }
    }

    private func count<Value: Sendable>(
        _ body: @Sendable (isolated LanguageServer) async throws -> Value
    ) async throws -> Value {
        defer {
            taskCount -= 1
            if taskCount == 0 { idle.set() }
        }
        return try await body(self)
    }

    func send(_ message: OutgoingMessage) { outbox.send(message.bytes) }

    func notify(_ method: String, _ parameters: JSONValue) {
        send(.notification(method: method, parameters))
    }

    /// Asks the client something.
    /// - Parameter answer: called on the loop with what it says, if it ever says something.
    func ask(
        _ method: String, _ parameters: JSONValue,
        _ answer: @escaping @Sendable (Result<JSONValue, ResponseError>) -> Void = { _ in }
    ) {
        lastRequest += 1
        let id = RequestID.number(lastRequest)
        waiting[id] = answer
        send(.request(id, method: method, parameters))
    }

    /// Asks the client something and waits for what it says.
    ///
    /// - Throws: the client's error; `CancellationError` when nobody waits for it any more.
    func reply(to method: String, _ parameters: JSONValue) async throws -> JSONValue {
        let promise = Promise<JSONValue>()
        ask(method, parameters) { promise.complete(with: $0.mapError { $0 as any Error }) }
        return try await promise.future.value
    }
}
