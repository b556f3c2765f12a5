/// Why an executor did not run a job. It is the error of the job's future.
public enum ExecutorError: Error, CustomStringConvertible {
    /// The executor was shut down before the job was submitted.
    case shutDown(executor: String)
    /// The queue was full and the job could not wait for room.
    case queueFull(executor: String, limit: Int)
    /// The system gave the executor not even one thread; `code` is the system's error number.
    case cannotStartThread(executor: String, code: Int32)
    /// The closure that prepares each thread threw `error`.
    case threadSetUpFailed(executor: String, error: any Error)

    public var description: String {
        switch self {
        case .shutDown(let executor):
            "'\(executor)' was shut down and takes no more jobs: submit before the shutdown, or make a new executor"
        case .queueFull(let executor, let limit):
            "the queue of '\(executor)' holds its \(limit) jobs: await `run` or `submitWhenRoom` on an executor that "
                + "suspends, or raise the limit"
        case .cannotStartThread(let executor, let code):
            "the system refused '\(executor)' its first thread (error \(code)): "
                + "lower the process's number of threads or the stack size, or raise the limit (`ulimit -u`)"
        case .threadSetUpFailed(let executor, let error):
            "a thread of '\(executor)' could not be set up, so the executor runs no more jobs: \(error)"
        }
    }
}
