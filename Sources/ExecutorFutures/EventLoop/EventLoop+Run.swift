/// Running a loop on the calling thread.
extension EventLoop {
    /// Makes a loop, runs `body` as a task on it until that ends, and ends the loop; `asyncio.run`.
    ///
    /// The way into asynchronous code for a synchronous `main`. Holds the calling thread, which becomes the loop's.
    /// When `body` has ended, the tasks that it left behind are cancelled and awaited.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws; an ``EventLoopError`` if the loop cannot be made or run.
    @available(*, noasync, message: "it would hold the thread of this task: make the loop with `onOwnThread`")
    @discardableResult
    public static func run<Value: Sendable>(
        name: String = "loop", configuration: Configuration = Configuration(),
        fileID: StaticString = #fileID, line: Int = #line,
        _ body: sending @escaping (EventLoop) async throws -> Value
    ) throws -> Value {
        let loop = try EventLoop(name: name, configuration: configuration)
        loop.core.inbox.withLock { $0.isBoundToWindUp = true }
        defer { loop.windUp() }
        let result = loop.submit(name: "main", fileID: fileID, line: line) { try await body(loop) }
        return try loop.run(until: result)
    }

    /// Runs the loop on the calling thread until ``stop()`` or ``shutdown()`` is called.
    ///
    /// In virtual time it also returns when nothing can happen any more, since then nobody can call `stop()`.
    /// It may be called again; what is queued stays queued.
    /// - Throws: ``EventLoopError`` if the loop runs or has ended, or the thread runs another one.
    @available(*, noasync, message: "it would hold the thread of this task: make the loop with `onOwnThread`")
    public func run() throws(EventLoopError) {
        while true {
            switch try runUntilEnding() {
            // Left over from a future that was awaited before.
            case .done: continue
            case .stopped, .stuck: return
            case .abandoned: throw .abandoned(loop: name)
            }
        }
    }

    /// Runs the loop on the calling thread until `future` is done.
    ///
    /// It may be called again; what is queued stays queued.
    /// - Returns: the future's value.
    /// - Throws: the future's error; ``EventLoopError/stopped(loop:)`` or ``EventLoopError/shutDown(loop:)`` if that
    ///   came before it was done;
    ///   ``EventLoopError/deadlock(loop:tasks:)`` in virtual time, when nothing can happen any more; what ``run()``
    ///   throws.
    @available(*, noasync, message: "it would hold the thread of this task: make the loop with `onOwnThread`")
    @discardableResult
    public func run<Value: Sendable>(until future: Future<Value>) throws -> Value {
        let registration = future.whenComplete { [core] _ in core.endRun(.done) }
        defer { registration.cancel() }
        while true {
            let ending = try runUntilEnding()
            if let result = future.resultIfDone { return try result.get() }
            switch ending {
            case .done: continue
            case .stopped: throw isShutDown ? EventLoopError.shutDown(loop: name) : .stopped(loop: name)
            case .stuck: throw EventLoopError.deadlock(loop: name, tasks: core.tasks.snapshot.map(\.description))
            case .abandoned: throw EventLoopError.abandoned(loop: name)
            }
        }
    }

    /// Ends the present call of ``run()`` or ``run(until:)``: called on the loop after what runs now, from other
    /// threads after what is queued. A loop that does not run ends its next run so.
    public func stop() {
        core.endRun(.stopped)
    }

    /// One run, followed by the loop's end if somebody asked for it meanwhile.
    private func runUntilEnding() throws(EventLoopError) -> LoopEngine.Ending {
        let ending = try core.occupyThread(for: self) { core.runUntilEnding(as: executors) }
        if core.inbox.withLock({ $0.mustWindUp }) { windUp() }
        return ending
    }
}
