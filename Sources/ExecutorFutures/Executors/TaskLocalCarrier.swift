/// Runs a closure once, on any thread, with the task-local values of the place where the carrier was made.
///
/// Swift copies those values in one case only: when a task is made. So there is a task around the closure, which waits
/// until somebody runs it in place, on a thread of his own. It costs less than a microsecond.
final class TaskLocalCarrier<Value: Sendable>: Sendable {
    private let cargo: Cargo
    private let platform = Platform()

    init(_ work: @escaping @Sendable () throws -> Value) {
        cargo = Cargo(work)
        Task(executorPreference: platform) { [cargo] in cargo.run() }
    }

    deinit {
        // A task that was made has to run, or it stays for ever.
        cargo.work = nil
        platform.run()
    }

    /// To be called once.
    func run() throws -> Value {
        platform.run()
        guard let result = cargo.result else { throw CancellationError() }
        return try result.get()
    }

    /// What the task works on. It knows nothing of the carrier, which can so be released without having run.
    private final class Cargo: @unchecked Sendable {
        // Unchecked because the task runs only while the carrier's `run` or `deinit` does.
        var work: (@Sendable () throws -> Value)?
        var result: Result<Value, any Error>?

        init(_ work: @escaping @Sendable () throws -> Value) { self.work = work }

        func run() {
            guard let work else { return }
            self.work = nil
            result = Result { try work() }
        }
    }
}

/// Keeps the one job of a task until it is run.
private final class Platform: TaskExecutor, @unchecked Sendable {
    // Unchecked because a task hands its job over before its initialiser returns.
    private var job: UnownedJob?

    func enqueue(_ job: consuming ExecutorJob) { self.job = UnownedJob(job) }

    func run() {
        let job = job
        self.job = nil
        job?.runSynchronously(on: asUnownedTaskExecutor())
    }
}
