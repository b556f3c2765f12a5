/// Many elements, results in order. The inlinable parts are generic; what decides anything is behind `mapIndices`.
extension ThreadPoolExecutor {
    @inlinable
    public nonisolated(nonsending) func map<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) async throws -> [Output] where Elements.Element: Sendable {
        let outputs = MapOutputs(Array(elements), transform: transform)
        try await mapIndices(
            count: outputs.elements.count, chunkSize: chunkSize, maximumInFlight: maximumInFlight, priority: priority
        ) { outputs.fill($0) }
        return outputs.collect()
    }

    /// `map` for synchronous code, such as a command-line tool's: holds the calling thread until all is done.
    ///
    /// It waits for room as an awaiting task would, if the queue has a limit.
    /// - Throws: ``FutureWaitError``, before anything is submitted, on a Swift task and on a thread of this pool;
    ///   otherwise what ``map(_:chunkSize:maximumInFlight:priority:_:)`` throws.
    @available(*, noasync, message: "it would hold the thread of this task: write `try await executor.map(…)`")
    @inlinable
    public func mapAndWait<Elements: Collection, Output: Sendable>(
        _ elements: Elements, chunkSize: Int = 1, maximumInFlight: Int? = nil, priority: JobPriority = .normal,
        _ transform: @escaping @Sendable (Elements.Element) throws -> Output
    ) throws -> [Output] where Elements.Element: Sendable {
        let outputs = MapOutputs(Array(elements), transform: transform)
        try waitForIndices(
            count: outputs.elements.count, chunkSize: chunkSize, maximumInFlight: maximumInFlight, priority: priority
        ) { outputs.fill($0) }
        return outputs.collect()
    }

    @usableFromInline
    nonisolated(nonsending) func mapIndices(
        count: Int, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        fill: @escaping @Sendable (Range<Int>) -> MapFailure?
    ) async throws {
        guard count > 0 else { return }
        let map = OrderedMap(
            count: count, chunkSize: chunkSize, maximumInFlight: maximumInFlight ?? maximumThreads,
            priority: priority, pool: pool, fill: fill)
        map.start(offerOfTasks)
        try await withTaskCancellationHandler {
            try await map.future.resultIgnoringCancellation().get()
        } onCancel: {
            map.stop(CancellationError())
        }
    }

    @usableFromInline
    func waitForIndices(
        count: Int, chunkSize: Int, maximumInFlight: Int?, priority: JobPriority,
        fill: @escaping @Sendable (Range<Int>) -> MapFailure?
    ) throws {
        try ThreadOwner.checkMayWait(for: pool.owner)
        guard count > 0 else { return }
        let map = OrderedMap(
            count: count, chunkSize: chunkSize, maximumInFlight: maximumInFlight ?? maximumThreads,
            priority: priority, pool: pool, fill: fill)
        map.start(offerOfTasks)
        try map.future.waitForResult(atMost: nil).get()
    }
}
