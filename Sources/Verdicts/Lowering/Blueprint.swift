import SimulatedExecution

/// What one caller of a context does, ready to be done by any number of callers at the same time.
///
/// Lowered once; scenarios for pools of several widths are made of it.
struct Blueprint: Sendable {
    var name: String
    var executor: ExecutorModel
    var steps: [Statement]
    /// A ``ResourceID`` of the steps is a position here.
    var resources: [Resource]
    /// Who shares each resource with whom.
    var sharing: [Sharing]
    var threadPools: [ThreadPoolModel]

    enum Sharing: Sendable {
        case everybody
        /// Two callers have it in common: an actor's instance, so that its turns matter and the pool fills all the
        /// same.
        case pairs
        case nobody

        func owner(of caller: Int) -> Int {
            switch self {
            case .everybody: 0
            case .pairs: caller / 2
            case .nobody: caller
            }
        }
    }

    func scenario(callers: Int) -> Scenario {
        var scenario = Scenario(name)
        for pool in threadPools { _ = scenario.add(pool) }
        guard sharing.contains(where: { $0.owner(of: callers) > 0 }) else {
            for resource in resources { _ = scenario.add(resource.kind, named: resource.name) }
            scenario.start(name, copies: callers, on: executor) { steps }
            return scenario
        }
        var ids: [Owned: ResourceID] = [:]
        for caller in 0..<callers {
            let own = resources.indices.map { position in
                let key = Owned(resource: position, owner: sharing[position].owner(of: caller))
                if let known = ids[key] { return known }
                let id = scenario.add(resources[position].kind, named: resources[position].name)
                ids[key] = id
                return id
            }
            let rename = { (id: ResourceID) in own[id.index] }
            let steps = steps.map { $0.mapped { $0.renamed(rename) } }
            scenario.start(name, on: executor.renamed(rename)) { steps }
        }
        return scenario
    }

    /// The same, with locks made semaphores that tasks suspend on.
    func withAsyncLocks(_ locks: Set<ResourceID>) -> Blueprint {
        var blueprint = self
        for lock in locks { blueprint.resources[lock.index].kind = .semaphore(permits: 1) }
        blueprint.steps = steps.map { statement in
            statement.mapped { statement in
                switch statement {
                case .acquire(let id, _) where locks.contains(id): .suspend(on: id)
                case .release(let id) where locks.contains(id): .signal(id)
                default: statement
                }
            }
        }
        return blueprint
    }

    private struct Owned: Hashable {
        var resource: Int
        var owner: Int
    }
}
