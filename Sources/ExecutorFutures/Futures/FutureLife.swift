import Synchronization

/// The life of one future in one atomic word: how far it has come, and who is told when it ends.
///
/// Most futures have one watcher or none, and it sits in the word itself: a task that awaits costs no allocation and no
/// lock. A second watcher moves both into a ``FutureCrowd``.
@usableFromInline
struct FutureLife: ~Copyable {
    /// The lowest bits hold the phase, the others the watcher in the form of ``FutureWatcher/bits``.
    private let word: Atomic<UInt>
    /// Made when it is needed and kept to the end, so that nobody meets it half released.
    private let crowd = AtomicLazyReference<FutureCrowd>()

    @usableFromInline
    enum Phase: UInt {
        case pending
        /// The work has started: nobody may cancel any more.
        case running
        /// Somebody has the right to end the future and is writing the outcome.
        case ending
        case finished
        case cancelled

        var isEnd: Bool { rawValue >= Phase.finished.rawValue }
    }

    @usableFromInline
    init(_ phase: Phase) { word = Atomic(phase.rawValue) }

    deinit {
        // Only a closure can be left, if nobody ended the future: a task that awaits keeps it alive.
        FutureWatcher.release(word.load(ordering: .acquiring) & FutureWatcher.mask)
    }

    @usableFromInline
    var isOver: Bool { phase.isEnd }

    var phase: Phase { Self.phase(of: word.load(ordering: .acquiring)) }

    private static func phase(of word: UInt) -> Phase {
        // Nothing but this file writes the word, so the fallback is never taken.
        Phase(rawValue: word & ~FutureWatcher.mask) ?? .ending
    }

    // MARK: Moving on

    /// From pending to running; `false` when the future is past that.
    func begin() -> Bool {
        move(to: .running) { $0 == .pending }
    }

    /// Takes the right to end the future. Whoever gets it must write the outcome and then call `end`.
    /// - Parameter evenIfRunning: work that runs may be ended, but not cancelled.
    func claimEnd(evenIfRunning: Bool) -> Bool {
        move(to: .ending) { $0 == .pending || evenIfRunning && $0 == .running }
    }

    private func move(to next: Phase, if isAllowed: (Phase) -> Bool) -> Bool {
        var old = word.load(ordering: .relaxed)
        while isAllowed(Self.phase(of: old)) {
            let (moved, seen) = word.weakCompareExchange(
                expected: old, desired: old & FutureWatcher.mask | next.rawValue, ordering: .acquiringAndReleasing)
            if moved { return true }
            old = seen
        }
        return false
    }

    /// Publishes the outcome. Only for whoever claimed the end, or began work that nobody else can end.
    /// - Returns: the watcher that is to be told.
    func end(_ phase: Phase) -> FutureWatcher? {
        let bits = word.exchange(phase.rawValue, ordering: .acquiringAndReleasing) & FutureWatcher.mask
        if bits == FutureWatcher.crowdMark { return crowd.load().map { .crowd($0) } }
        return FutureWatcher(taking: bits)
    }

    /// Publishes the outcome, and tells whoever watches.
    func settle(_ phase: Phase) {
        end(phase)?.tell()
    }

    // MARK: Watching

    /// Looks for the end for a moment, since suspending and resuming a task takes longer than a tiny job.
    ///
    /// Work that has not begun gets a few hundred nanoseconds to do so, work that runs about two microseconds.
    // unblock:nonblocking - bounded, and shorter than the suspension that it saves
    func isOverSoon() -> Bool {
        var looks = 0
        while looks < Self.maximumLooks {
            switch phase {
            case .pending: looks += 8
            case .running, .ending: looks += 1
            case .finished, .cancelled: return true
            }
        }
        return isOver
    }

    /// Looking helps only where somebody else computes at the same time.
    private static let maximumLooks = onlineCoreCount() > 1 ? 2_000 : 0

    /// Suspends the calling task until the end.
    /// - Parameter isolation: the caller's, which it does not leave.
    func waitForEnd(isolation: isolated (any Actor)?) async {
        // Unsafe is right here: a watcher is told exactly once, and a future that nobody completes is caught where it is
        // made (`Promise` fails it). The checked kind costs an allocation each time.
        await withUnsafeContinuation { continuation in
            if !add(.task(continuation)) { continuation.resume() }
        }
        // The continuation has ordered this, but the thread sanitizer does not see it when the end came before the task
        // had suspended.
        _ = word.load(ordering: .acquiring)
    }

    /// Keeps the watcher until the end; `false` when that has come.
    func add(_ watcher: FutureWatcher) -> Bool {
        let bits = watcher.retained()
        var old = word.load(ordering: .acquiring)
        while !Self.phase(of: old).isEnd {
            guard old & FutureWatcher.mask == 0 else {
                FutureWatcher.release(bits)
                return addToCrowd(watcher)
            }
            let (added, seen) = word.weakCompareExchange(
                expected: old, desired: old | bits, ordering: .acquiringAndReleasing)
            if added { return true }
            old = seen
        }
        FutureWatcher.release(bits)
        return false
    }

    private func addToCrowd(_ watcher: FutureWatcher) -> Bool {
        crowd.storeIfNil(FutureCrowd()).change { members in
            var old = word.load(ordering: .acquiring)
            while !Self.phase(of: old).isEnd {
                if old & FutureWatcher.mask == FutureWatcher.crowdMark {
                    // Whoever ends the future comes for the crowd's lock after that, and so finds this watcher.
                    members.append(watcher)
                    return true
                }
                let marked = old & ~FutureWatcher.mask | FutureWatcher.crowdMark
                let (moved, seen) = word.weakCompareExchange(
                    expected: old, desired: marked, ordering: .acquiringAndReleasing)
                if moved, let first = FutureWatcher(taking: old & FutureWatcher.mask) { members.append(first) }
                old = moved ? marked : seen
            }
            return false
        }
    }

    /// Takes an observer out again; `false` when it was told, or is about to be.
    func remove(_ observer: FutureObserver) -> Bool {
        let bits = FutureWatcher.observer(observer).bits
        var old = word.load(ordering: .acquiring)
        while old & FutureWatcher.mask == bits {
            let (removed, seen) = word.weakCompareExchange(
                expected: old, desired: old & ~FutureWatcher.mask, ordering: .acquiringAndReleasing)
            if removed {
                FutureWatcher.release(bits)
                return true
            }
            old = seen
        }
        guard old & FutureWatcher.mask == FutureWatcher.crowdMark, let crowd = crowd.load() else { return false }
        return crowd.change { members in
            guard let index = members.firstIndex(where: { $0.bits == bits }) else { return false }
            members.remove(at: index)
            return true
        }
    }
}
