/// A future for a task, for code that composes futures or waits in synchronous code.
extension Task {
    /// A future for the task's result. The other way round needs nothing: `Task { try await future.value }`.
    ///
    /// A task decides itself what a cancellation means, so cancelling the future cancels the task, returns `false`, and
    /// the future ends when the task has ended. A cancelled task that ends by `CancellationError` gives a cancelled future.
    /// Each call makes a new future, which is observed by a small task on the default executor.
    public var future: Future<Success> {
        let future = TaskFuture(self)
        Task<Void, Never> {
            switch await result {
            case .success(let value): future.settle(.finished(.success(value)))
            case .failure(let error) where isCancelled && error is CancellationError: future.settle(.cancelled)
            case .failure(let error): future.settle(.finished(.failure(error)))
            }
        }
        return future
    }
}

/// A future whose work is a task, which has begun from the start.
private final class TaskFuture<Value: Sendable, Failure: Error>: Future<Value>, @unchecked Sendable {
    // Nothing of its own is unchecked: a task is `Sendable`.
    private let work: Work

    init(_ task: Task<Value, Failure>) {
        work = Work(task)
        super.init()
        _ = begin()
    }

    override var upstream: (any UpstreamFuture)? { work }

    private final class Work: UpstreamFuture {
        private let task: Task<Value, Failure>

        init(_ task: Task<Value, Failure>) { self.task = task }

        func cancel() -> Bool {
            task.cancel()
            return false
        }

        var state: FutureState { .running }
        func withdraw(_ observer: FutureObserver) -> Bool { false }
    }
}
