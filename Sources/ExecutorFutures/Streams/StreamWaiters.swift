/// Tasks that wait until a stream has come so far: until there is something to read, or few enough bytes to write.
///
/// Only the loop's thread may touch it; it is unchecked because the compiler cannot see that.
final class StreamWaiters: @unchecked Sendable {
    private struct Entry {
        let id: UInt64
        let level: Int
        let continuation: UnsafeContinuation<Void, any Error>
    }

    private let core: LoopEngine
    private var entries: [Entry] = []
    private var nextID: UInt64 = 0

    init(core: LoopEngine) { self.core = core }

    /// Suspends until somebody calls ``wake(at:)`` with `level` or less.
    /// - Throws: `CancellationError` as soon as the task is cancelled; the error of ``fail(_:)``.
    nonisolated(nonsending) func wait(for level: Int = 0) async throws {
        let id = nextID
        nextID += 1
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Void, any Error>) in
                // A cancellation that came before this point has found nobody; but a task is marked as cancelled before
                // its handlers run, so it shows here.
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                entries.append(Entry(id: id, level: level, continuation: continuation))
            }
        } onCancel: {
            if core.isCurrent { cancel(id) } else { core.enqueue(.call { self.cancel(id) }) }
        }
    }

    /// Wakes, in the order in which they came, those who wait for `level` or for more.
    func wake(at level: Int = 0) {
        guard !entries.isEmpty else { return }
        let woken = entries.filter { level <= $0.level }
        entries.removeAll { level <= $0.level }
        for entry in woken { entry.continuation.resume() }
    }

    /// Wakes all with an error.
    func fail(_ error: any Error) {
        let woken = entries
        entries = []
        for entry in woken { entry.continuation.resume(throwing: error) }
    }

    private func cancel(_ id: UInt64) {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
        entries.remove(at: index).continuation.resume(throwing: CancellationError())
    }
}
