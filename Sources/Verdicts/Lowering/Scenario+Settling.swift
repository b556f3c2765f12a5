import SimulatedExecution

extension Scenario {
    /// The same, with waits whose other side is not in sight made waits for time.
    ///
    /// A semaphore that nobody in the scenario signals would otherwise look like a deadlock that the lowering invented.
    func settled() -> Scenario {
        var signalled: Set<ResourceID> = []
        for root in roots { root.steps.collectSignals(into: &signalled) }
        let isLonely = { (id: ResourceID) in !signalled.contains(id) && !isOpen(id) }
        return mapped { statement in
            switch statement {
            case .wait(let id, let timeout) where isLonely(id):
                .block(timeout ?? ScenarioLowering.unboundedWait, what: resources[id.index].name)
            case .suspend(let id, let timeout) where isLonely(id):
                .sleep(timeout ?? .fixed(ScenarioLowering.moment))
            default: statement
            }
        }
    }

    fileprivate func isOpen(_ id: ResourceID) -> Bool {
        switch resources[id.index].kind {
        case .semaphore(let permits): permits > 0
        case .event(let isSet): isSet
        default: false
        }
    }
}

extension [Statement] {
    fileprivate func collectSignals(into found: inout Set<ResourceID>) {
        for statement in self { statement.collectSignals(into: &found) }
    }
}

extension Statement {
    fileprivate func collectSignals(into found: inout Set<ResourceID>) {
        switch self {
        case .signal(let id), .broadcast(let id), .release(let id): found.insert(id)
        default: for part in parts { part.collectSignals(into: &found) }
        }
    }

    /// The statement lists inside a statement.
    private var parts: [[Statement]] {
        switch self {
        case .ifCell(_, _, let then, let otherwise): [then, otherwise]
        case .whileCell(_, _, _, let inner), .run(_, _, let inner, _), .start(_, _, let inner, _),
            .withTimeout(_, let inner), .loop(_, let inner):
            [inner]
        case .taskGroup(let lists), .choose(let lists): lists
        default: []
        }
    }

    /// The same wait without holding the thread: what an async lock, semaphore or event does.
    var suspending: Statement {
        switch self {
        case .wait(let id, let timeout): .suspend(on: id, timeout: timeout)
        case .block(let time, _): .sleep(time)
        case .waitForTask(let handle): .awaitTask(handle)
        case .run(let place, .blocking, let list, let label):
            .run(on: place, style: .suspending, list, label: label)
        default: self
        }
    }
}

extension Scenario {
    /// The same, with everything that blocks for a time blocking for this one.
    func blocking(for time: Duration) -> Scenario {
        mapped { statement in
            switch statement {
            case .block(_, let what): .block(.fixed(time), what: what)
            case .compute(let latency) where latency != .zero: .compute(.fixed(time))
            default: statement
            }
        }
    }

    /// The same, with blocking calls as slow as one in a hundred is.
    func atTheirSlowest() -> Scenario {
        mapped { statement in
            switch statement {
            case .block(.distributed(_, let p99), let what): .block(.fixed(p99), what: what)
            case .compute(.distributed(_, let p99)): .compute(.fixed(p99))
            default: statement
            }
        }
    }

    /// The same, with locks of this name made semaphores that tasks suspend on.
    func withAsyncLocks(where name: String?) -> Scenario {
        let locks = Set(
            resources.indices.filter { position in
                guard case .lock = resources[position].kind else { return false }
                return resources[position].name == name
            }.map { ResourceID($0) })
        guard !locks.isEmpty else { return self }
        return mapped(resources: { $1.kind = locks.contains($0) ? .semaphore(permits: 1) : $1.kind }) { statement in
            switch statement {
            case .acquire(let id, _) where locks.contains(id): .suspend(on: id)
            case .release(let id) where locks.contains(id): .signal(id)
            default: statement
            }
        }
    }

    /// The same with each statement changed, innermost first.
    func mapped(
        resources change: (ResourceID, inout Resource) -> Void = { _, _ in }, _ transform: (Statement) -> Statement
    ) -> Scenario {
        var scenario = Scenario(name)
        for (position, resource) in resources.enumerated() {
            var changed = resource
            change(ResourceID(position), &changed)
            _ = scenario.add(changed.kind, named: changed.name)
        }
        for pool in threadPools { _ = scenario.add(pool) }
        for root in roots {
            let steps = root.steps.map { $0.mapped(transform) }
            scenario.start(root.name, copies: root.copies, on: root.executor, at: root.time) { steps }
        }
        return scenario
    }
}

extension Statement {
    /// The statement with those inside it changed, and then itself.
    func mapped(_ transform: (Statement) -> Statement) -> Statement {
        func inner(_ list: [Statement]) -> [Statement] { list.map { $0.mapped(transform) } }
        let changed: Statement =
            switch self {
            case .ifCell(let id, let test, let then, let otherwise):
                .ifCell(id, test, then: inner(then), otherwise: inner(otherwise))
            case .whileCell(let id, let test, let bound, let list): .whileCell(id, test, bound: bound, inner(list))
            case .run(let place, let style, let list, let label):
                .run(on: place, style: style, inner(list), label: label)
            case .start(let handle, let place, let list, let label):
                .start(handle, on: place, inner(list), label: label)
            case .choose(let lists): .choose(lists.map { inner($0) })
            case .taskGroup(let lists): .taskGroup(lists.map { inner($0) })
            case .loop(let times, let list): .loop(times: times, inner(list))
            case .withTimeout(let time, let list): .withTimeout(time, inner(list))
            default: self
            }
        return transform(changed)
    }
}
