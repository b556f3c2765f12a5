/// How people call the tasks, threads and resources of one trace.
struct TraceNames {
    private let scenario: Scenario
    private let tasks: [Int: String]

    init(_ trace: Trace) {
        scenario = trace.scenario
        var tasks: [Int: String] = [:]
        for event in trace.events {
            if case .created(let name, _) = event.kind { tasks[event.task] = name.printable }
        }
        self.tasks = tasks
    }

    /// As the scenario calls it, without its number: copies share a name.
    func name(ofTask task: Int) -> String { tasks[task] ?? "task \(task)" }

    /// ``task 3 `waiter` ``
    func task(_ task: Int) -> String { tasks[task].map { "task \(task) `\($0)`" } ?? "task \(task)" }

    func thread(_ thread: ThreadID) -> String {
        switch thread.group {
        case .cooperativePool: "pool thread \(thread.number)"
        case .main: "main thread"
        case .dispatch: "Dispatch thread \(thread.number)"
        case .own: "own thread \(thread.number)"
        case .eventLoop(let loop): "event loop \(loop)"
        case .threadPool(let pool): "\(name(of: pool)) \(thread.number)"
        }
    }

    /// ``semaphore `gate` ``
    func resource(_ id: ResourceID) -> String {
        guard scenario.resources.indices.contains(id.index) else { return "resource \(id.index)" }
        let resource = scenario.resources[id.index]
        return "\(resource.kind.noun) `\(resource.name.printable)`"
    }

    /// What follows "waits for".
    func wait(_ reason: WaitReason) -> String {
        switch reason {
        case .time(let what?): "`\(what.printable)`"
        case .time(nil): "time to pass"
        case .resource(let id): resource(id)
        case .task(let task): "the end of \(self.task(task))"
        case .executor(let executor): place(executor)
        }
    }

    /// Where a job goes that is submitted to this executor.
    private func place(_ executor: ExecutorModel) -> String {
        switch executor {
        case .cooperativePool: "a pool thread"
        case .main: "the main thread"
        case .eventLoop(let loop): "event loop \(loop)"
        case .serial(let id): resource(id)
        case .dispatchGlobal: "a Dispatch thread"
        case .threadPool(let pool): "a thread of `\(name(of: pool))`"
        case .ownThread: "a thread of its own"
        }
    }

    private func name(of pool: ThreadPoolID) -> String {
        let pools = scenario.threadPools
        return pools.indices.contains(pool.index) ? pools[pool.index].name.printable : "executor \(pool.index)"
    }
}

extension Resource.Kind {
    fileprivate var noun: String {
        switch self {
        case .lock: "lock"
        case .readWriteLock: "read-write lock"
        case .semaphore: "semaphore"
        case .group: "group"
        case .event: "event"
        case .condition: "condition"
        case .cell: "state"
        case .channel: "channel"
        case .actor: "actor"
        case .dispatchQueue: "queue"
        }
    }
}
