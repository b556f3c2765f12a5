import SimulatedExecution

/// The same scenario with other blocking times, which a source does not tell.
extension Scenario {
    /// The same, with everything that blocks for a time blocking for this one.
    func blocking(for time: Duration) -> Scenario {
        timed { _ in .fixed(time) }
    }

    /// The same, with blocking calls as slow as one in a hundred is.
    func atTheirSlowest() -> Scenario {
        timed { latency in
            if case .distributed(_, let p99) = latency { .fixed(p99) } else { latency }
        }
    }

    /// Whether anything blocks or computes for a time.
    var takesTime: Bool {
        roots.contains { root in
            root.steps.contains { statement in
                statement.contains { $0.takesTime }
            }
        }
    }

    private func timed(_ change: (Latency) -> Latency) -> Scenario {
        mapped { statement in
            switch statement {
            case .block(let latency, let what): .block(change(latency), what: what)
            case .compute(let latency) where latency != .zero: .compute(change(latency))
            default: statement
            }
        }
    }

    /// The same with each statement changed, innermost first.
    private func mapped(_ transform: (Statement) -> Statement) -> Scenario {
        var scenario = Scenario(name)
        for resource in resources { _ = scenario.add(resource.kind, named: resource.name) }
        for pool in threadPools { _ = scenario.add(pool) }
        for root in roots {
            let steps = root.steps.map { $0.mapped(transform) }
            scenario.start(root.name, copies: root.copies, on: root.executor, at: root.time) { steps }
        }
        return scenario
    }
}

extension Statement {
    fileprivate var takesTime: Bool {
        switch self {
        case .block(let time, _), .compute(let time): time != .zero
        default: false
        }
    }
}
