/// A submitted closure and the future for its result.
final class FutureJob<Value: Sendable>: PoolJob, CancellableWork, @unchecked Sendable {
    let future: Future<Value>
    private let threads: PoolThreads
    // Unchecked because of these two. Beginning and cancelling a future exclude each other, and only the one who
    // brought it about touches `work`. `admission` is set before the job is offered, and resumed by the one whose call
    // under the pool's lock ended the waiting.
    private var work: (@Sendable () throws -> Value)?
    private var admission: UnsafeContinuation<Void, Never>?

    init(priority: JobPriority, threads: PoolThreads, work: @escaping @Sendable () throws -> Value) {
        future = Future(worker: threads.identity)
        self.threads = threads
        self.work = work
        super.init(priority: priority)
        future.setSource(.job(self))
    }

    override func begin() -> Bool {
        future.begin()
    }

    override func run(on threads: PoolThreads) {
        let result = takeResult()
        threads.finish(self)
        future.end(.finished(result))
    }

    /// Releases the work before anybody hears of its result: what it captured may matter to those who waited.
    private func takeResult() -> Result<Value, any Error> {
        guard let work = work.take() else { return .failure(CancellationError()) }
        return Result { try work() }
    }

    override func abandon(_ error: ExecutorError?) {
        guard let error else { return _ = future.cancel() }
        guard future.begin() else { return }
        leaveThePool()
        future.end(.finished(.failure(error)))
    }

    func futureWasCancelled() {
        leaveThePool()
    }

    /// Fails a job that the pool did not take.
    func refuse(with error: ExecutorError) {
        guard future.begin() else { return }
        work = nil
        future.end(.finished(.failure(error)))
    }

    private func leaveThePool() {
        work = nil
        if threads.countCancelled(self) { wasAdmitted() }
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
            future.cancel()
        }
    }

    override func wasAdmitted() {
        admission.take()?.resume()
    }
}
