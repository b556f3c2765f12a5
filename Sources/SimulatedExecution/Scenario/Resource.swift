/// Something that tasks of a scenario share: a lock, a semaphore, a flag, an actor.
///
/// Whether a wait for it holds the thread is not a property of the resource but of the statement that waits:
/// ``Statement/wait(_:timeout:)`` holds it, ``Statement/suspend(on:timeout:)`` does not.
public struct Resource: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// One holder at a time. A second `acquire` by its holder succeeds if it is recursive, else it deadlocks.
        case lock(isRecursive: Bool)
        /// Many readers or one writer.
        case readWriteLock
        /// `DispatchSemaphore`, `AsyncSemaphore`: `signal` adds a permit, a wait takes one.
        case semaphore(permits: Int)
        /// `DispatchGroup`: `enter` counts up, `leave` (`signal`) down; a wait ends at zero.
        case group
        /// Stays set: a wait ends once it has been signalled. Also a continuation, a promise, a future.
        case event(isSet: Bool)
        /// A condition variable: a signal wakes one waiter that waits now and is lost otherwise.
        /// A wait gives the lock back while it waits and takes it again before it goes on.
        case condition(lock: ResourceID)
        /// A number that tasks read, write and test; torn check-then-act sequences on it are reported.
        case cell(Int)
        /// A bounded queue of elements without content.
        case channel(capacity: Int)
        /// Runs one job at a time, on the threads of `executor`; re-entrant at every suspension.
        case actor(on: ActorExecutor)
        /// A serial or concurrent queue of Dispatch: its jobs run on threads from Dispatch's own supply.
        case dispatchQueue(isConcurrent: Bool)
    }

    /// Whose threads an actor's jobs run on.
    public enum ActorExecutor: Sendable, Hashable {
        case cooperativePool
        case main
        case eventLoop(Int)
        case threadPool(ThreadPoolID)
    }

    /// For people: as the source spells it.
    public var name: String
    public var kind: Kind
}
