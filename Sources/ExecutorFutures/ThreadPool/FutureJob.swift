/// A submitted closure and the future for its result, in one object.
final class FutureJob<Value: Sendable>: Future<Value>, PoolJob, @unchecked Sendable {
    // Unchecked because of these. Beginning and cancelling a future exclude each other, and only the one who brought it
    // about touches `work`. `place` belongs to `PoolState`. `admission` is set before the job is offered, and resumed by
    // the one whose call under the pool's lock ended the waiting.
    private var work: (@Sendable () throws -> Value)?
    private let pool: WorkerPool
    let priority: JobPriority
    var place = JobPlace.outside
    private var admission: UnsafeContinuation<Void, Never>?

    init(priority: JobPriority, pool: WorkerPool, work: @escaping @Sendable () throws -> Value) {
        self.work = work
        self.pool = pool
        self.priority = priority
        super.init()
    }

    override var worker: ThreadOwner? { pool.owner }

    override func wasCancelled() {
        work = nil
        if pool.countCancelled(self) { wasAdmitted() }
    }

    func run(on pool: WorkerPool) {
        let result = takeResult()
        pool.countCompleted()
        // It has begun, so nobody else may end it.
        settle(.finished(result))
    }

    /// Releases the work before anybody hears of its result: what it captured may matter to those who waited.
    private func takeResult() -> Result<Value, any Error> {
        guard let work = work.take() else { return .failure(CancellationError()) }
        return Result { try work() }
    }

    func abandon(_ error: ExecutorError?) {
        guard let error else { return _ = cancel() }
        guard begin() else { return }
        work = nil
        if pool.countCancelled(self) { wasAdmitted() }
        settle(.finished(.failure(error)))
    }

    /// Fails a job that the pool did not take.
    func refuse(with error: ExecutorError) {
        guard begin() else { return }
        work = nil
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

    func wasAdmitted() {
        admission.take()?.resume()
    }
}
