/// One thing that happened in a simulated run.
///
/// Traces are lists of events in the order in which they happened; times never decrease.
public struct TraceEvent: Sendable, Hashable {
    /// Virtual time since the start of the run.
    public var time: Duration
    /// The task, numbered in the order in which tasks came to be.
    public var task: Int
    /// The thread that the task is on; `nil` while it is on none.
    public var thread: ThreadID?
    public var kind: Kind

    public enum Kind: Sendable, Hashable {
        /// A task comes to be. `parent` started it; roots have none.
        case created(name: String, parent: Int?)
        /// It is ready and waits for a thread of the executor.
        case ready
        /// It got the thread.
        case began
        /// It gave the thread back, and waits for `reason` or, when that is `nil`, is done.
        case left(reason: WaitReason?)
        /// It holds its thread and waits for `reason`.
        case blocked(reason: WaitReason)
        /// It no longer waits, and still has its thread.
        case resumed
        case acquired(ResourceID)
        case released(ResourceID)
        case signalled(ResourceID)
        case read(ResourceID, value: Int)
        case wrote(ResourceID, value: Int)
        case cancelled
        case timedOut
        case finished
        /// Something that should not be; the run goes on if it can.
        case observed(Problem)
    }

    public init(time: Duration, task: Int, thread: ThreadID?, kind: Kind) {
        self.time = time
        self.task = task
        self.thread = thread
        self.kind = kind
    }
}

/// What a task waits for.
public enum WaitReason: Sendable, Hashable {
    /// Time to pass; `what` names the call when it blocks.
    case time(what: String?)
    case resource(ResourceID)
    case task(Int)
    /// A thread of an executor, or room in its queue.
    case executor(ExecutorModel)
}

/// A thread of the simulated machine.
public struct ThreadID: Sendable, Hashable {
    public enum Group: Sendable, Hashable {
        case cooperativePool, main, dispatch, own
        case eventLoop(Int)
        case threadPool(ThreadPoolID)
    }

    public var group: Group
    /// Counts from 0 in its group.
    public var number: Int

    public init(group: Group, number: Int) {
        self.group = group
        self.number = number
    }
}
