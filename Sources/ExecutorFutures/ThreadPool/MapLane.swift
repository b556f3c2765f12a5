/// One of the chunks that a map has in flight. It goes back to the end of the queue after each chunk, so that other jobs
/// get their turn between the chunks of a long map.
final class MapLane: PoolJob, @unchecked Sendable {
    // Nothing of its own is unchecked: the state has a lock.
    private let state: LockedValue<State>

    private enum State {
        case waiting(any MapLaneOwner)
        case running(any MapLaneOwner)
        /// Holds no owner, because a dead entry of the queue may outlive the map and what its closures captured.
        case over
    }

    init(owner: any MapLaneOwner, priority: JobPriority) {
        state = LockedValue(.waiting(owner))
        super.init(priority: priority)
    }

    override func begin() -> Bool {
        state.withLock { state in
            guard case .waiting(let owner) = state else { return false }
            state = .running(owner)
            return true
        }
    }

    override func run(on threads: PoolThreads) {
        guard case .running(let owner) = state.withLock({ $0 }) else { return }
        owner.runNextChunk()
        threads.finish(self)
        owner.laneRan(self)
    }

    override func abandon(_ error: ExecutorError?) {
        giveUp(error ?? CancellationError())
    }

    /// Makes the lane ready to be queued again.
    func rewind() {
        state.withLock { state in
            if case .running(let owner) = state { state = .waiting(owner) }
        }
    }

    /// Ends the lane unless it runs. Of several racing calls one tells the owner.
    func giveUp(_ reason: any Error) {
        let owner = state.withLock { state -> (any MapLaneOwner)? in
            guard case .waiting(let owner) = state else { return nil }
            state = .over
            return owner
        }
        owner?.laneWasLost(self, reason)
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

/// What a lane works for, without the types of its elements.
protocol MapLaneOwner: AnyObject, Sendable {
    func runNextChunk()
    /// After each chunk, when the pool has counted it.
    func laneRan(_ lane: MapLane)
    /// The lane will never run again.
    func laneWasLost(_ lane: MapLane, _ reason: any Error)
}
