/// A submitted closure and the future for its result, in one object.
@usableFromInline
final class FutureJob<Value: Sendable>: Future<Value>, PoolJob, @unchecked Sendable {
    // Unchecked because of these. Beginning and cancelling a future exclude each other, and only the one who brought it
    // about touches `work`. `place` belongs to `PoolState`. `admission` is set before the job is offered, and resumed by
    // the one whose call under the pool's lock ended the waiting.

    @exclusivity(unchecked) @usableFromInline var work: (@Sendable () throws -> Value)?
    @usableFromInline let pool: WorkerPool
    @usableFromInline package let priority: JobPriority
    @exclusivity(unchecked) @usableFromInline package var place: JobPlace
    @exclusivity(unchecked) @usableFromInline var admission: UnsafeContinuation<Void, Never>?

    @inlinable
    init(priority: JobPriority, pool: WorkerPool, work: @escaping @Sendable () throws -> Value) {
        self.work = work
        self.pool = pool
        self.priority = priority
        place = .outside
        super.init()
    }

    override var worker: ThreadOwner? { pool.owner }

    @usableFromInline
    override func isOverSoon() -> Bool {
        life.isOverSoon() || pool.awaiting.wouldLook() && pool.awaiting.look { life.isOver }
    }

    override func wasCancelled() {
        work = nil
        if pool.countCancelled(self) { wasAdmitted() }
    }

    @usableFromInline
    package func run(on pool: WorkerPool) {
        takeResult()
        pool.countCompleted()
        // It has begun, so nobody else may end it.
        life.settle(.finished)
    }

    /// Releases the work before anybody hears of its result: what it captured may matter to those who waited.
    private func takeResult() {
        guard let work else { return }
        self.work = nil
        do { try success.store(work) } catch { failure = error }
    }

    @usableFromInline
    package func abandon(_ error: ExecutorError?) {
        guard let error else { return _ = cancel() }
        guard begin() else { return }
        work = nil
        if pool.countCancelled(self) { wasAdmitted() }
        settle(.finished(.failure(error)))
    }

    // MARK: Waiting for room

    /// Calls `offer`, and suspends if it returns `true`, until the job has room or is given up.
    nonisolated(nonsending) func waitForRoom(offer: () -> Bool) async {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                admission = continuation
                if !offer() { wasAdmitted() }
            }
        } onCancel: {
            cancel()
        }
    }

    @usableFromInline
    package func wasAdmitted() {
        let admission = admission
        self.admission = nil
        admission?.resume()
    }
}
