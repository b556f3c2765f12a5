/// Tasks that wait until a stream has come so far: until there is something to read, or few enough bytes to write.
///
/// A waiting task may be suspended once more on its way in, for instance because it belongs to an actor, and miss what
/// happens meanwhile. So it says which wake-ups it knows of, and does not wait if there was another one since.
/// Only the loop's thread may touch it; it is unchecked because the compiler cannot see that.
final class StreamWaiters: @unchecked Sendable {
    private let core: LoopEngine
    private var waits: [StreamWait] = []
    /// How often somebody was or would have been woken.
    private(set) var wakeUps = 0

    init(core: LoopEngine) { self.core = core }

    /// Suspends until ``wake(at:)`` is called with `level` or less; it may also return for nothing.
    /// - Parameter known: ``wakeUps`` when the caller last looked.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    nonisolated(nonsending) func wait(for level: Int = 0, known: Int) async throws {
        let wait = StreamWait(level: level)
        try await withTaskCancellationHandler {
            // In Swift 6.3 this closure leaves the actor that the caller belongs to, and with it the loop's thread.
            try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Void, any Error>) in
                let isTaken = core.perform { self.add(wait, continuation, known) }
                if !isTaken { continuation.resume(throwing: EventLoopError.shutDown(loop: core.name)) }
            }
        } onCancel: {
            core.perform { self.cancel(wait) }
        }
    }

    /// Wakes, in the order in which they came, those who wait for `level` or for more.
    func wake(at level: Int = 0) {
        wakeUps &+= 1
        guard !waits.isEmpty else { return }
        let woken = waits.filter { level <= $0.level }
        waits.removeAll { level <= $0.level }
        for wait in woken { wait.continuation.take()?.resume() }
    }

    private func add(_ wait: StreamWait, _ continuation: UnsafeContinuation<Void, any Error>, _ known: Int) {
        // A cancellation may overtake the wait.
        if wait.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if known != wakeUps { return continuation.resume() }
        wait.continuation = continuation
        waits.append(wait)
    }

    private func cancel(_ wait: StreamWait) {
        wait.isCancelled = true
        guard let continuation = wait.continuation.take() else { return }
        waits.removeAll { $0 === wait }
        continuation.resume(throwing: CancellationError())
    }
}

/// One task that waits. Unchecked because only the loop's thread touches it, once it has got there.
private final class StreamWait: @unchecked Sendable {
    let level: Int
    var continuation: UnsafeContinuation<Void, any Error>?
    var isCancelled = false

    init(level: Int) { self.level = level }
}
