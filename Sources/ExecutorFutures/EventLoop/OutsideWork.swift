/// Work on threads outside a loop that the loop's tasks wait for.
///
/// The loop counts it, so that virtual time neither passes nor is thought to be at its end while such work runs.
extension LoopEngine {
    func beginOutsideWork() {
        inbox.withLock { $0.outsideWork += 1 }
    }

    /// Takes the work off the count and calls `body` on the loop, in one step; from any thread.
    ///
    /// If the loop has ended, `body` is called here: whoever waits may live elsewhere.
    func endOutsideWork(_ body: @escaping @Sendable () -> Void) {
        if !send(.call(body), endsOutsideWork: true) { body() }
    }
}
