/// A future that gets its result from another one, or from two in turn.
final class DerivedFuture<Value: Sendable>: Future<Value>, @unchecked Sendable {
    // Nothing of its own is unchecked: what it waits for has a lock.
    private let current: LockedValue<(any UpstreamFuture)?>
    private let source: ThreadOwner?

    init<Source>(from first: Future<Source>) {
        current = LockedValue(first)
        source = first.worker
        super.init()
    }

    override var worker: ThreadOwner? { source }
    override var upstream: (any UpstreamFuture)? { current.withLock { $0 } }

    /// Waits for a second future from now on. Half the work is done by then, so the whole runs.
    func move(to second: any UpstreamFuture) {
        _ = begin()
        replaceUpstream(by: second)
    }

    /// Ends the future and lets go of what it waited for.
    func finish(_ outcome: FutureOutcome<Value>) {
        end(outcome)
        replaceUpstream(by: nil)
    }

    private func replaceUpstream(by next: (any UpstreamFuture)?) {
        let last = current.withLock { current in
            defer { current = next }
            return current
        }
        // Released after the lock, not under it.
        withExtendedLifetime(last) {}
    }
}

/// A future with the result of another one, which cancelling it leaves alone.
final class ShieldFuture<Value: Sendable>: Future<Value>, @unchecked Sendable {
    // Nothing of its own is unchecked: the registration has a lock.
    private let registration = LockedValue<FutureRegistration?>(nil)
    private let source: ThreadOwner?

    init(of future: Future<Value>) {
        source = future.worker
        super.init()
        let new = future.observe { [self] in
            end($0)
            letGo()
        }
        registration.withLock { $0 = new }
        // The observer may have come before the registration.
        if isDone { letGo() }
    }

    override var worker: ThreadOwner? { source }

    /// Withdraws its observer, so that leaving early many times collects nothing.
    override func wasCancelled() { letGo()?.cancel() }

    @discardableResult
    private func letGo() -> FutureRegistration? {
        registration.withLock { $0.take() }
    }
}
