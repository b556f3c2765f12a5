/// Why a thread did not get the result it wanted to wait for; see ``Future/wait()``.
public enum FutureWaitError: Error, Hashable, CustomStringConvertible {
    /// The caller runs inside a Swift task, whose thread must not be held: it belongs to the cooperative pool or to the
    /// main actor.
    case calledOnTask
    /// The caller runs on the thread of an event loop, and everything else on that loop would wait too.
    /// - name: the loop's name.
    case calledOnEventLoop(name: String)
    /// The caller is a job of the very executor it would wait for.
    /// - executor: the executor's name.
    case calledOnOwnWorker(executor: String)
    /// The future was not done in time. Its work goes on.
    case timedOut(after: Duration)

    public var description: String {
        switch self {
        case .calledOnTask:
            "waiting here would hold the thread of a Swift task: write `try await` and the async form instead "
                + "(`future.value`, `executor.map`, `executor.shutdown()`)"
        case .calledOnEventLoop(let name):
            "waiting here would stop the event loop '\(name)' and all that runs on it: write `try await future.value` "
                + "in a task of the loop, or `future.whenComplete` in a callback"
        case .calledOnOwnWorker(let executor):
            "a job of '\(executor)' would wait for '\(executor)', and the thread it holds may be the one it waits for: "
                + "chain the work with `flatMap` or `whenComplete`, or submit it to another executor"
        case .timedOut(let limit):
            "the future was not done after \(limit): wait longer, or call `cancel()` if the result is not needed"
        }
    }
}
