/// What people call the tasks, threads and resources of one run.
struct TraceNames {
    private let scenario: Scenario
    private let machine: MachineModel
    private let tasks: [Int: String]
    /// Names that more than one task has.
    private let shared: Set<String>

    init(_ scenario: Scenario, _ machine: MachineModel, tasks: [(number: Int, name: String)]) {
        self.scenario = scenario
        self.machine = machine
        self.tasks = Dictionary(tasks.map { ($0.number, $0.name.printable) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        shared = Set(self.tasks.values.filter { !seen.insert($0).inserted })
    }

    init(_ trace: Trace) {
        let tasks = trace.events.compactMap { event -> (Int, String)? in
            if case .created(let name, _) = event.kind { (event.task, name) } else { nil }
        }
        self.init(trace.scenario, trace.machine, tasks: tasks)
    }

    /// As the scenario calls it.
    func name(ofTask task: Int) -> String { tasks[task] ?? "task \(task)" }

    /// `` `waiter 2` ``, or ``task 3 `waiter` `` when the name alone does not tell which.
    func task(_ task: Int) -> String {
        guard let name = tasks[task] else { return "task \(task)" }
        return shared.contains(name) ? "task \(task) `\(name)`" : "`\(name)`"
    }

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
        guard let kind = kind(of: id) else { return "resource \(id.index)" }
        return "\(kind.noun) `\(scenario.resources[id.index].name.printable)`"
    }

    /// `nil` for a resource that the scenario does not have.
    func kind(of id: ResourceID) -> Resource.Kind? {
        scenario.resources.indices.contains(id.index) ? scenario.resources[id.index].kind : nil
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

    /// What a job needs that is submitted to this executor.
    private func place(_ executor: ExecutorModel) -> String {
        switch executor {
        case .cooperativePool:
            machine.poolWidth == 1
                ? "the only thread of the cooperative pool"
                : "one of the \(machine.poolWidth) threads of the cooperative pool"
        case .main: "the main thread"
        case .eventLoop(let loop): "event loop \(loop)"
        case .serial(let id): "its turn on \(resource(id))"
        case .dispatchGlobal: "a thread of Dispatch"
        case .threadPool(let pool): "a thread of pool `\(name(of: pool))`"
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
        case .cell: "value"
        case .channel: "channel"
        case .actor: "actor"
        case .dispatchQueue: "queue"
        }
    }
}
