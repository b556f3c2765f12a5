/// Something wrong that a run showed.
public enum Problem: Sendable, Hashable {
    /// Nothing can ever run again, and these tasks wait: who waits for what, and who would have to give it.
    case deadlock([Wait])
    /// A signal found nobody that waited, and somebody waits for it for ever.
    case lostWakeUp(ResourceID)
    /// Somebody wrote a cell between the read or test of a task and its write.
    case lostUpdate(ResourceID, task: Int)
    /// Locks that two tasks took in opposite orders, although this run got through.
    case lockOrder(first: ResourceID, second: ResourceID)
    /// A ready task waited longer than the limit while others ran.
    case starvation(task: Int, waited: Duration)
    /// A task of higher priority, or the main thread, waited for a lock whose holder had no thread.
    case priorityInversion(ResourceID)
    /// The run took more steps than it may, without virtual time going on.
    case livelock(steps: Int)
    /// An ``Statement/expect(_:_:message:)`` failed.
    case expectation(message: String)
    /// A lock was released by a task that did not hold it, a group left more often than entered, and the like.
    case misuse(ResourceID, message: String)

    /// One edge of the wait-for graph.
    public struct Wait: Sendable, Hashable {
        public var task: Int
        public var reason: WaitReason
        /// Tasks that could end the wait, if they could run.
        public var holders: [Int]

        public init(task: Int, reason: WaitReason, holders: [Int]) {
            self.task = task
            self.reason = reason
            self.holders = holders
        }
    }
}
