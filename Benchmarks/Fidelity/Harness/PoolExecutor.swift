import ExecutorFutures

/// A thread pool as the preferred executor of tasks, for the spellings that want one.
final class PoolExecutor: TaskExecutor {
    private let threads = ThreadPoolExecutor(name: "preferred")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        _ = threads.submit { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
