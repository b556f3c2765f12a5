/// Why a job of a ``ProcessPoolExecutor`` has no output although it did not throw. It is the error of the job's future.
///
/// The cases that end with "the pool is broken" leave a pool that takes no more jobs: another worker would fail in the
/// same way, so every job that has not begun fails with the same error. After all others the worker is replaced.
public enum ProcessPoolError: Error, CustomStringConvertible {
    /// The worker that ran the job ended before it had replied: a crash, `exit`, or somebody's `kill`.
    case workerDied(executor: String, status: ProcessExit)
    /// The job took longer than it may; its worker was killed, with everything that it had started.
    case timedOut(executor: String, limit: Duration)
    /// The worker's socket carried something else than a reply; the worker was killed.
    case workerWroteRubbish(executor: String, problem: String)
    /// The worker's program does not list the type of the job.
    case unknownJob(executor: String, job: String)
    /// The worker could not read the job, or nobody could read its output.
    case notCodable(executor: String, job: String, problem: String)
    /// The encoded job or output is larger than the pool allows. With `map` it is the whole chunk that counts.
    case messageTooLarge(executor: String, bytes: Int, limit: Int)
    /// The system started no worker. `code` is its error number; the pool is broken unless that means that processes,
    /// memory or descriptors have run out.
    case cannotStartWorker(executor: String, program: String, code: Int32)
    /// The worker's program started and did not report for work; the pool is broken.
    case workerDidNotReport(executor: String, program: String, problem: String)
    /// The job that prepares each worker failed with `error`; the pool is broken.
    case workerSetUpFailed(executor: String, error: any Error)

    public var description: String {
        switch self {
        case .workerDied(let executor, let status):
            "the worker of '\(executor)' that ran this job ended with \(status) before it had replied: "
                + "look at its output; the job may run again if doing so twice does no harm"
        case .timedOut(let executor, let limit):
            "this job ran on '\(executor)' for more than \(limit), so its worker was killed: "
                + "raise `timeLimit` or make the job smaller"
        case .workerWroteRubbish(let executor, let problem):
            "a worker of '\(executor)' wrote something else than a reply to its socket (\(problem)) and was killed: "
                + "no job may write to descriptor 3"
        case .unknownJob(let executor, let job):
            "the workers of '\(executor)' do not know the job '\(job)': list its type in `serveIfWorker(jobs:)`, "
                + "and give it a `jobName` if it is private or local to a function"
        case .notCodable(let executor, let job, let problem):
            "the job '\(job)' or its output got lost on the way between '\(executor)' and its worker: \(problem)"
        case .messageTooLarge(let executor, let bytes, let limit):
            "a job or an output of \(bytes) bytes is over the limit of '\(executor)', which is \(limit): "
                + "pass large data in a file, lower `chunkSize`, or raise `maximumMessageSize`"
        case .cannotStartWorker(let executor, let program, let code):
            "no worker of '\(executor)' could be started from '\(program)': \(SystemError.text(of: code))"
        case .workerDidNotReport(let executor, let program, let problem):
            "'\(program)' does not serve '\(executor)': \(problem); call `ProcessPoolExecutor.serveIfWorker(jobs:)` "
                + "first in its `main`"
        case .workerSetUpFailed(let executor, let error):
            "a worker of '\(executor)' could not be set up, so the executor runs no more jobs: \(error)"
        }
    }
}
