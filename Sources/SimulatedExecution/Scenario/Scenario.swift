/// A small concurrent program: what tasks do, on which threads, with which locks and latencies.
///
/// It holds no code, only what matters for who waits for whom and for how long, so that thousands of its schedules can
/// be run in virtual time. Equal scenarios have equal runs: a run is a function of the scenario, the machine and the
/// choices of a scheduler.
///
/// ```swift
/// var scenario = Scenario("two tasks wait for a third")
/// let gate = scenario.add(.semaphore(permits: 0), named: "gate")
/// scenario.start("waiter", copies: 2, on: .cooperativePool) { [.wait(gate)] }
/// scenario.start("signaller", on: .cooperativePool) { [.signal(gate), .signal(gate)] }
/// ```
public struct Scenario: Sendable, Hashable {
    /// For people: what the program stands for.
    public var name: String
    /// What tasks share; a ``ResourceID`` is a position here.
    public private(set) var resources: [Resource] = []
    /// Executors beside the platform's own; a ``ThreadPoolID`` is a position here.
    public private(set) var threadPools: [ThreadPoolModel] = []
    /// The tasks that are there from the start.
    public private(set) var roots: [Root] = []

    public init(_ name: String) { self.name = name }

    /// Declares something that tasks share.
    public mutating func add(_ kind: Resource.Kind, named name: String) -> ResourceID {
        resources.append(Resource(name: name, kind: kind))
        return ResourceID(resources.count - 1)
    }

    /// Declares an executor with threads of its own.
    public mutating func add(_ pool: ThreadPoolModel) -> ThreadPoolID {
        threadPools.append(pool)
        return ThreadPoolID(threadPools.count - 1)
    }

    /// Adds tasks that are ready at `time`.
    /// - Parameters:
    ///   - copies: how many tasks do the same; each is numbered in traces.
    ///   - executor: where they run.
    ///   - time: after the start of the run.
    ///   - steps: what each of them does.
    public mutating func start(
        _ name: String, copies: Int = 1, on executor: ExecutorModel, at time: Duration = .zero,
        _ steps: () -> [Statement]
    ) {
        roots.append(Root(name: name, copies: copies, executor: executor, time: time, steps: steps()))
    }

    /// One kind of task that a scenario starts with.
    public struct Root: Sendable, Hashable {
        public var name: String
        public var copies: Int
        public var executor: ExecutorModel
        public var time: Duration
        public var steps: [Statement]
    }
}

/// Position of a resource in its scenario.
public struct ResourceID: Sendable, Hashable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}

/// Position of a thread pool in its scenario.
public struct ThreadPoolID: Sendable, Hashable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}

/// Names a task that was started inside a scenario, so that others can await or cancel it.
///
/// Scopes are those of the task that starts it: each run of the starting statement binds the name anew.
public struct TaskHandle: Sendable, Hashable {
    public let index: Int
    public init(_ index: Int) { self.index = index }
}
