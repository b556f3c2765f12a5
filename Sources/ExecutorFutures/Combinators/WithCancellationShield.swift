/// Runs `body` to its end even if the calling task is cancelled; `body` does not see that cancellation.
///
/// For what must be finished once it has begun, such as a clean-up that awaits:
/// ```swift
/// do {
///     try await upload(file)
/// } catch {
///     await withCancellationShield { await server.forget(file) }      // runs although the task may be cancelled
///     throw error
/// }
/// ```
/// The caller waits for the end of `body`; nothing goes on behind its back. Where a cancelled task should leave and the
/// work go on, as with Python's `asyncio.shield`, await ``Future/shielded()`` instead. Keep bodies short, or bound them
/// with ``withTimeout(_:tolerance:clock:_:)`` inside: who cancels a task waits for them.
///
/// `body` runs in a task of its own with the priority and the task-local values of the caller, and keeps its isolation.
/// On an ``EventLoop`` it stays there; outside of any actor and loop it runs on the default executor. Swift 6.4 brings
/// `withTaskCancellationShield` (SE-0504), which needs no such task.
/// - Parameter body: may not rely on being cancelled.
/// - Throws: what `body` throws.
public nonisolated(nonsending) func withCancellationShield<Output, Failure: Error>(
    _ body: nonisolated(nonsending) () async throws(Failure) -> Output
) async throws(Failure) -> Output {
    try await runInOwnTask(body).get()
}

private func runInOwnTask<Output, Failure: Error>(
    _ body: nonisolated(nonsending) () async throws(Failure) -> Output, isolation: isolated (any Actor)? = #isolation
) async -> Result<Output, Failure> {
    await withoutActuallyEscaping(body) { body in
        let borrowed = BorrowedBody(body)
        await Task(executorPreference: EventLoop.current?.taskExecutor) { await borrowed.run(isolation: isolation) }
            .value
        return borrowed.result
    }
}
