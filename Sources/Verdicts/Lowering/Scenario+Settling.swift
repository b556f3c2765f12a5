import SimulatedExecution

extension Scenario {
    /// The same, with waits whose other side is not in sight made waits for time.
    ///
    /// A semaphore that nobody in the scenario signals would otherwise look like a deadlock that the lowering invented.
    func settled() -> Scenario {
        var signalled: Set<ResourceID> = []
        for root in roots { root.steps.collectSignals(into: &signalled) }
        var settled = Scenario(name)
        for resource in resources { _ = settled.add(resource.kind, named: resource.name) }
        for pool in threadPools { _ = settled.add(pool) }
        for root in roots {
            let steps = root.steps.map { $0.settled(signalled, self) }
            settled.start(root.name, copies: root.copies, on: root.executor, at: root.time) { steps }
        }
        return settled
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

    fileprivate func settled(_ signalled: Set<ResourceID>, _ scenario: Scenario) -> Statement {
        let inner = { (list: [Statement]) in list.map { $0.settled(signalled, scenario) } }
        let isLonely = { (id: ResourceID) in !signalled.contains(id) && !scenario.isOpen(id) }
        switch self {
        case .wait(let id, let timeout) where isLonely(id):
            return .block(timeout ?? ScenarioLowering.unboundedWait, what: scenario.resources[id.index].name)
        case .suspend(let id, let timeout) where isLonely(id):
            return .sleep(timeout ?? .fixed(ScenarioLowering.moment))
        case .run(let place, let style, let list, let label):
            return .run(on: place, style: style, inner(list), label: label)
        case .start(let handle, let place, let list, let label):
            return .start(handle, on: place, inner(list), label: label)
        case .choose(let lists): return .choose(lists.map(inner))
        case .taskGroup(let lists): return .taskGroup(lists.map(inner))
        case .loop(let times, let list): return .loop(times: times, inner(list))
        case .withTimeout(let time, let list): return .withTimeout(time, inner(list))
        default: return self
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
