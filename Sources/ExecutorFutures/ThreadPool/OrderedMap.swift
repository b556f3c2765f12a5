/// One call of `map`: hands out chunks of indices in order, and knows when to stop and when all is done.
///
/// Lanes are what it has in the pool's queue; see ``MapLane``. A map costs one small object per lane and one visit to
/// the queue per chunk.
final class OrderedMap: Sendable {
    private let count: Int
    private let chunkSize: Int
    private let fill: @Sendable (Range<Int>) -> MapFailure?
    private let pool: WorkerPool
    private let lanes = LockedValue<[MapLane]>([])
    private let progress: LockedValue<Progress>
    /// Done when no chunk runs any more. Begun from the start, so that nobody cancels it while one does.
    let future: Future<Void>

    private struct Progress {
        /// The first element that nobody has taken.
        var next = 0
        var lanesAlive: Int
        /// The failing element that comes first. Elements are taken in order and every chunk that was taken runs to its
        /// own first failure, so this is the same however the threads raced.
        var failure: MapFailure?
        var reasonToStop: (any Error)?

        var error: (any Error)? { failure?.error ?? reasonToStop }
    }

    /// - Parameters:
    ///   - count: of elements, at least 1.
    ///   - chunkSize: less than 1 means 1.
    ///   - maximumInFlight: how many chunks may be queued or running at a time; less than 1 means 1.
    ///   - fill: computes one chunk, up to its first failure. Chunks do not overlap and start in order.
    init(
        count: Int, chunkSize: Int, maximumInFlight: Int, priority: JobPriority, pool: WorkerPool,
        fill: @escaping @Sendable (Range<Int>) -> MapFailure?
    ) {
        self.count = count
        self.chunkSize = max(chunkSize, 1)
        self.fill = fill
        self.pool = pool
        let chunks = (count - 1) / self.chunkSize + 1
        let width = min(max(maximumInFlight, 1), chunks)
        progress = LockedValue(Progress(lanesAlive: width))
        future = Future()
        _ = future.begin()
        let lanes = (0..<width).map { _ in MapLane(map: self, priority: priority) }
        self.lanes.withLock { $0 = lanes }
    }

    /// Queues the lanes.
    /// - Parameter offer: of the first one, which decides whether the map is accepted; the others belong to it.
    func start(_ offer: PoolState.Offer) {
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
        guard let chunk = takeChunk(), let failure = fill(chunk) else { return }
        progress.withLock { progress in
            if failure.index < progress.failure?.index ?? .max { progress.failure = failure }
        }
    }

    private func takeChunk() -> Range<Int>? {
        progress.withLock { progress in
            guard progress.next < count, progress.error == nil else { return nil }
            let start = progress.next
            // Compared this way round because the sum might be too large for an `Int`.
            progress.next = count - start > chunkSize ? start + chunkSize : count
            return start..<progress.next
        }
    }

    /// After each chunk, when the pool has counted it.
    func laneRan(_ lane: MapLane) {
        guard progress.withLock({ $0.next < count && $0.error == nil }) else {
            lane.end()
            return laneEnded()
        }
        lane.rewind()
        queue(lane, .continuation)
    }

    /// The lane will never run again.
    func laneWasLost(_ lane: MapLane, _ reason: any Error) {
        // Elements may be left that no other lane takes; then the map cannot be completed.
        progress.withLock { progress in
            if progress.next < count { progress.reasonToStop = progress.reasonToStop ?? reason }
        }
        _ = pool.countCancelled(lane)
        laneEnded()
    }

    private func queue(_ lane: MapLane, _ offer: PoolState.Offer) {
        if case .refused(let error) = pool.add(lane, offer) {
            // A map that was accepted and is not allowed to go on was cancelled.
            let reason: any Error = offer == .continuation ? CancellationError() : error
            lane.giveUp(reason)
            giveUpWaitingLanes(reason)
        }
        // Whoever stopped the map may have looked at this lane a moment before it was queued.
        if let reason = progress.withLock({ $0.error }) { lane.giveUp(reason) }
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
        let (isOver, error) = progress.withLock { progress in
            progress.lanesAlive -= 1
            return (progress.lanesAlive == 0, progress.error)
        }
        if let error { giveUpWaitingLanes(error) }
        guard isOver else { return }
        _ = takeLanes()
        future.end(.finished(error.map { .failure($0) } ?? .success(())))
    }
}
