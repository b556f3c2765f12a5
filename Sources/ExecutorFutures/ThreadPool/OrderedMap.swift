/// One call of `map`: hands out chunks in order, collects results, and knows when to stop.
///
/// Lanes are what it has in the pool's queue; see ``MapLane``. A map costs one small object per lane and one visit to
/// the queue per chunk, and nothing per element.
final class OrderedMap<Element: Sendable, Output: Sendable>: MapLaneOwner {
    private let elements: [Element]
    private let chunkSize: Int
    private let transform: @Sendable (Element) throws -> Output
    private let threads: PoolThreads
    private let lanes = LockedValue<[MapLane]>([])
    private let progress: LockedValue<Progress>
    /// Begun from the start, so that nobody cancels it while calls of `transform` run.
    let future: Future<[Output]>

    private struct Progress {
        /// The first element that nobody has taken.
        var next = 0
        var lanesAlive: Int
        var outputs: [Output?]
        /// The failing element that comes first. Elements are taken in order and every chunk that was taken runs to its
        /// own first failure, so this is the same however the threads raced.
        var failure: (index: Int, error: any Error)?
        var reasonToStop: (any Error)?

        func hasMore(than count: Int) -> Bool { next < count && failure == nil && reasonToStop == nil }
    }

    /// - Parameter maximumInFlight: how many chunks may be queued or running at a time, at least 1.
    init(
        _ elements: [Element], chunkSize: Int, maximumInFlight: Int, priority: JobPriority, threads: PoolThreads,
        transform: @escaping @Sendable (Element) throws -> Output
    ) {
        self.elements = elements
        self.chunkSize = max(chunkSize, 1)
        self.transform = transform
        self.threads = threads
        let chunks = (elements.count - 1) / self.chunkSize + 1
        let width = min(max(maximumInFlight, 1), chunks)
        progress = LockedValue(Progress(lanesAlive: width, outputs: Array(repeating: nil, count: elements.count)))
        future = Future(worker: threads.identity)
        _ = future.begin()
        let lanes = (0..<width).map { _ in MapLane(owner: self, priority: priority) }
        self.lanes.withLock { $0 = lanes }
    }

    /// Queues the lanes.
    /// - Parameter offer: of the first one, which decides whether the map is accepted; the others belong to it.
    func start(_ offer: PoolState<PoolJob>.Offer) {
        var offer = offer
        for lane in lanes.withLock({ $0 }) {
            queue(lane, offer)
            offer = .continuation
        }
    }

    /// Takes no further element. The map ends when the chunks that run have ended.
    func stop(_ reason: any Error) {
        progress.withLock { $0.reasonToStop = $0.reasonToStop ?? reason }
        giveUpWaitingLanes(reason)
    }

    // MARK: Lanes

    func runNextChunk() {
        guard let chunk = takeChunk() else { return }
        var outputs: [Output] = []
        outputs.reserveCapacity(chunk.count)
        var failure: (index: Int, error: any Error)?
        for index in chunk {
            do {
                outputs.append(try transform(elements[index]))
            } catch {
                failure = (index, error)
                break
            }
        }
        progress.withLock { progress in
            for (offset, output) in outputs.enumerated() { progress.outputs[chunk.lowerBound + offset] = output }
            if let failure, failure.index < progress.failure?.index ?? .max { progress.failure = failure }
        }
    }

    private func takeChunk() -> Range<Int>? {
        progress.withLock { progress in
            guard progress.hasMore(than: elements.count) else { return nil }
            let start = progress.next
            progress.next = min(start + chunkSize, elements.count)
            return start..<progress.next
        }
    }

    func laneRan(_ lane: MapLane) {
        guard progress.withLock({ $0.hasMore(than: elements.count) }) else {
            lane.end()
            return laneEnded()
        }
        lane.rewind()
        queue(lane, .continuation)
    }

    func laneWasLost(_ lane: MapLane, _ reason: any Error) {
        // There may be elements left that no other lane takes, so the map cannot be completed.
        progress.withLock { $0.reasonToStop = $0.reasonToStop ?? reason }
        if threads.countCancelled(lane) { lane.wasAdmitted() }
        laneEnded()
    }

    private func queue(_ lane: MapLane, _ offer: PoolState<PoolJob>.Offer) {
        if case .refused(let error) = threads.add(lane, offer) {
            // A map that was accepted and is not allowed to go on was cancelled.
            let reason: any Error = offer == .continuation ? CancellationError() : error
            lane.giveUp(reason)
            giveUpWaitingLanes(reason)
        }
        // Whoever stopped the map may have looked at this lane a moment before it was queued.
        if let reason = progress.withLock({ $0.reasonToStop ?? $0.failure?.error }) { lane.giveUp(reason) }
    }

    /// Ends the lanes that no thread has taken; those that run end by themselves.
    private func giveUpWaitingLanes(_ reason: any Error) {
        for lane in takeLanes() { lane.giveUp(reason) }
    }

    /// The lanes refer to this object and it to them, until it lets go here.
    private func takeLanes() -> [MapLane] {
        lanes.withLock { lanes in
            defer { lanes = [] }
            return lanes
        }
    }

    private func laneEnded() {
        let (isOver, mustStop) = progress.withLock { progress in
            progress.lanesAlive -= 1
            return (progress.lanesAlive == 0, progress.failure?.error)
        }
        if let mustStop { giveUpWaitingLanes(mustStop) }
        if isOver { complete() }
    }

    private func complete() {
        _ = takeLanes()
        let result = progress.withLock { progress -> Result<[Output], any Error> in
            if let failure = progress.failure { return .failure(failure.error) }
            if let reason = progress.reasonToStop { return .failure(reason) }
            return .success(progress.outputs.compactMap { $0 })
        }
        future.end(.finished(result))
    }
}
