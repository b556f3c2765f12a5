extension ThreadPoolExecutor {
    public nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable {
        guard !elements.isEmpty else { return [] }
        let map = OrderedMap(
            Array(elements), chunkSize: chunkSize, maximumInFlight: maximumInFlight ?? maximumThreads,
            priority: priority, threads: threads, transform: transform)
        map.start(offerOfTasks)
        return try await withTaskCancellationHandler {
            try await map.future.resultIgnoringCancellation().get()
        } onCancel: {
            map.stop(CancellationError())
        }
    }

    /// `map` for synchronous code, such as a command-line tool's: holds the calling thread until all is done.
    ///
    /// It waits for room as an awaiting task would, if the queue has a limit.
    /// - Throws: ``FutureWaitError``, before anything is submitted, on a Swift task and on a thread of this pool;
    ///   otherwise what ``map(_:chunkSize:maximumInFlight:priority:_:)`` throws.
    @available(*, noasync, message: "it would hold the thread of this task: write `try await executor.map(…)`")
    public func mapAndWait<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int = 1, maximumInFlight: Int? = nil, priority: JobPriority = .normal,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) throws -> [Output] where Elements.Element: Sendable {
        if isOnTask { throw FutureWaitError.calledOnTask }
        if threads.identity.isCurrent { throw FutureWaitError.calledOnOwnWorker(executor: name) }
        guard !elements.isEmpty else { return [] }
        let map = OrderedMap(
            Array(elements), chunkSize: chunkSize, maximumInFlight: maximumInFlight ?? maximumThreads,
            priority: priority, threads: threads, transform: transform)
        map.start(offerOfTasks)
        return try map.future.wait()
    }
}
