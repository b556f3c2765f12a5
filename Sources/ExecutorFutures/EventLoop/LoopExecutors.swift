/// A loop as the preferred executor of tasks; see ``EventLoop/taskExecutor``.
///
/// It and ``EventLoopSerialExecutor`` are two objects over one queue: a loop that were both at once could not tell the
/// two kinds of job apart, and a yield would cost three jobs instead of two.
public final class EventLoopTaskExecutor: TaskExecutor {
    let core: LoopEngine

    init(core: LoopEngine) { self.core = core }

    /// Queues the job; it never runs inside this call.
    public func enqueue(_ job: consuming ExecutorJob) {
        core.enqueueJob(.taskJob(UnownedJob(job)))
    }
}

/// A loop as the executor of actors; see ``EventLoop/serialExecutor``.
public final class EventLoopSerialExecutor: SerialExecutor {
    let core: LoopEngine

    init(core: LoopEngine) { self.core = core }

    /// Queues the job; it never runs inside this call.
    public func enqueue(_ job: consuming ExecutorJob) {
        core.enqueueJob(.actorJob(UnownedJob(job)))
    }

    /// Whether the calling thread runs the loop, in a task, a job of an actor or a plain callback.
    public func isIsolatingCurrentContext() -> Bool? {
        core.isCurrent
    }

    /// Ends the process unless the calling thread runs the loop.
    public func checkIsolated() {
        precondition(core.isCurrent, "expected to be on the event loop '\(core.name)'")
    }
}

/// What a loop's jobs are told they run on.
struct LoopExecutors {
    let task: UnownedTaskExecutor
    let serial: UnownedSerialExecutor
}
