/// One of the chunks that a map has in flight. It goes back to the end of the queue after each chunk, so that other jobs
/// get their turn between the chunks of a long map.
final class MapLane: PoolJob, @unchecked Sendable {
    // Unchecked because of `place`, which belongs to `PoolState`.
    var place = JobPlace.outside
    let priority: JobPriority
    private let state: LockedValue<State>

    private enum State {
        case waiting(OrderedMap)
        case running(OrderedMap)
        /// Holds no map, because a dead entry of the queue may outlive what the map's closure captured.
        case over
    }

    init(map: OrderedMap, priority: JobPriority) {
        state = LockedValue(.waiting(map))
        self.priority = priority
    }

    func begin() -> Bool {
        state.withLock { state in
            guard case .waiting(let map) = state else { return false }
            state = .running(map)
            return true
        }
    }

    func run(on pool: WorkerPool) {
        guard case .running(let map) = state.withLock({ $0 }) else { return }
        map.runNextChunk()
        pool.countCompleted()
        map.laneRan(self)
    }

    /// Nobody waits for a lane to be queued.
    func wasAdmitted() {}

    func abandon(_ error: ExecutorError?) {
        giveUp(error ?? CancellationError())
    }

    /// Makes the lane ready to be queued again.
    func rewind() {
        state.withLock { state in
            if case .running(let map) = state { state = .waiting(map) }
        }
    }

    /// Ends the lane unless it runs. Of several racing calls one tells the map.
    func giveUp(_ reason: any Error) {
        let map = state.withLock { state -> OrderedMap? in
            guard case .waiting(let map) = state else { return nil }
            state = .over
            return map
        }
        map?.laneWasLost(self, reason)
    }

    /// Ends a lane that ran and has nothing left to do.
    func end() {
        let last = state.withLock { state -> State in
            defer { state = .over }
            return state
        }
        // Released after the lock, not under it.
        withExtendedLifetime(last) {}
    }
}
