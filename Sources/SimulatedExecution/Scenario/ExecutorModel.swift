/// Where a piece of a scenario runs, which decides what it holds while it blocks.
public enum ExecutorModel: Sendable, Hashable {
    /// Swift's default executor: as many threads as the machine has cores, never more.
    case cooperativePool
    /// The main thread.
    case main
    /// A thread that runs one job at a time: an ``EventLoop``, one of SwiftNIO's.
    case eventLoop(Int)
    /// An actor or a queue of Dispatch, declared as a resource.
    case serial(ResourceID)
    /// `DispatchQueue.global()`: threads from Dispatch's supply.
    case dispatchGlobal
    /// Threads of a ``ThreadPoolExecutor``.
    case threadPool(ThreadPoolID)
    /// A new thread for this job alone.
    case ownThread
}

/// The size and the queue of a ``ThreadPoolExecutor``, which the simulator runs with virtual threads.
public struct ThreadPoolModel: Sendable, Hashable {
    public var name: String
    /// At least 1.
    public var threads: Int
    /// Jobs that may wait for a thread; `nil` for any number. A task that submits to a full queue suspends.
    public var queueLimit: Int?

    public init(name: String, threads: Int, queueLimit: Int? = nil) {
        self.name = name
        self.threads = threads
        self.queueLimit = queueLimit
    }
}

/// The machine that a scenario runs on.
public struct MachineModel: Sendable, Hashable {
    /// Threads of the cooperative pool: one per core.
    public var poolWidth: Int
    /// Where Dispatch's queues get their threads from.
    public var dispatch: DispatchSupply

    /// How many threads Dispatch starts, which differs between platforms.
    public enum DispatchSupply: Sendable, Hashable {
        /// Linux: global and concurrent queues get threads while fewer than one per core run, and one more at each whole
        /// second at which all of them block and jobs wait; threads that were added stay. Jobs of the cooperative pool
        /// use the same threads. Each serial queue that has jobs gets a thread of its own.
        case linux
        /// Apple's systems: up to 64 threads for global and concurrent queues, apart from the cooperative pool, and one
        /// for each serial queue that has jobs.
        case apple
    }

    public init(poolWidth: Int, dispatch: DispatchSupply = .linux) {
        self.poolWidth = poolWidth
        self.dispatch = dispatch
    }
}
