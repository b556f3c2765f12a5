/// Tasks on the loop, and work that they hand to threads outside.
extension EventLoop {
    /// Starts a task on the loop, from any thread.
    ///
    /// The task and its children run on the loop's thread, one piece at a time, in the order in which they became
    /// ready; the priority is handed on to what they call and does not change that order. `Task.detached`, a plain
    /// `Task {}` in nonisolated code, the main actor and actors with executors of their own leave the loop, and come
    /// back.
    /// - Parameters:
    ///   - name: for messages; the place of the call is kept as well.
    ///   - body: must not block.
    /// - Returns: the task. On a loop that has ended it fails with ``EventLoopError/shutDown(loop:)``.
    @discardableResult
    public func spawn<Success: Sendable>(
        name: String? = nil, priority: TaskPriority? = nil, fileID: StaticString = #fileID, line: Int = #line,
        _ body: sending @escaping () async throws -> Success
    ) -> Task<Success, any Error> {
        guard let ticket = core.beginTask(name: name, fileID: fileID, line: line) else {
            let error = EventLoopError.shutDown(loop: self.name)
            return Task { throw error }
        }
        let tasks = core.tasks
        let task = Task(name: name, executorPreference: taskExecutor, priority: priority) {
            defer { tasks.end(ticket) }
            return try await body()
        }
        tasks.set(task, of: ticket)
        return task
    }

    /// Starts a task on the loop, from any thread, and hands out a future for its result.
    ///
    /// For code outside the loop, synchronous code included, which may ``Future/wait()`` for it.
    /// Cancelling the future cancels the task; the future is then done at once, while the task winds up.
    public func submit<Value: Sendable>(
        name: String? = nil, priority: TaskPriority? = nil, fileID: StaticString = #fileID, line: Int = #line,
        _ body: sending @escaping () async throws -> Value
    ) -> Future<Value> {
        let promise = Promise<Value>()
        let task = spawn(name: name, priority: priority, fileID: fileID, line: line) {
            do { promise.fulfill(try await body()) } catch { promise.fail(error) }
        }
        // Also when the loop has ended, or when the task has; then it changes nothing.
        promise.future.whenComplete { _ in task.cancel() }
        if isShutDown { promise.fail(EventLoopError.shutDown(loop: self.name)) }
        return promise.future
    }

    /// Lets everything that is ready now run before the calling task goes on.
    ///
    /// On another executor than this loop it is `Task.yield()`. It does not look at cancellation.
    public nonisolated(nonsending) func yield() async {
        guard core.isCurrent else { return await Task.yield() }
        await core.yield()
    }

    /// Runs blocking `work` on `executor` and suspends until it is done; `run_in_executor` in asyncio.
    ///
    /// The loop runs other things meanwhile, and in virtual time it waits for the work without letting time pass.
    /// Cancellation works as in ``Future``: before the work starts it never runs and `CancellationError` is thrown,
    /// after that the task waits for the work.
    public nonisolated(nonsending) func run<Value: Sendable>(
        in executor: any FutureExecutor, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        core.beginOutsideWork()
        let future = await executor.submitWhenRoom(work)
        return try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                future.whenComplete { result in
                    self.core.endOutsideWork { continuation.resume(with: result) }
                }
            }
        } onCancel: {
            future.cancel()
        }
    }

    /// Runs blocking `work` on a thread of the loop's default executor; otherwise as ``run(in:_:)``.
    public nonisolated(nonsending) func toThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await run(in: defaultExecutor, work)
    }
}
