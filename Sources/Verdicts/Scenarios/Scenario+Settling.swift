import SimulatedExecution

extension [Statement] {
    /// The same, with waits whose other side is not in sight made waits for time.
    ///
    /// A semaphore that nobody in the scenario signals, and a lock that nobody gives back, would otherwise look like a
    /// deadlock that the lowering invented.
    /// - Parameter flagged: locks that the flagged place takes; others that nobody gives back are left out.
    func settled(_ resources: [Resource], flagged: Set<ResourceID>) -> [Statement] {
        var answered: Set<ResourceID> = []
        for statement in self { statement.collectAnswers(into: &answered) }
        let isLonely = { (id: ResourceID) in !answered.contains(id) && !resources[id.index].kind.isOpen }
        return map { statement in
            statement.mapped { statement in
                switch statement {
                case .wait(let id, let timeout) where isLonely(id):
                    .block(timeout ?? Unknown.wait, what: resources[id.index].name)
                case .acquire(let id, _) where isLonely(id):
                    flagged.contains(id) ? .block(Unknown.wait, what: resources[id.index].name) : .compute(.zero)
                case .suspend(let id, let timeout) where isLonely(id): .sleep(timeout ?? Unknown.suspension)
                default: statement
                }
            }
        }
    }
}

/// How long things take of which the source does not tell.
enum Unknown {
    /// What an await on unknown code takes, and the unit in which blocking times are scaled.
    static let moment = Duration.milliseconds(1)
    static let suspension = Latency.fixed(moment)
    /// A wait that nothing limits and whose other side is not in sight.
    static let wait = Latency.fixed(moment * 100)
}

extension Resource.Kind {
    /// Whether a wait passes without anybody's help.
    fileprivate var isOpen: Bool {
        switch self {
        case .semaphore(let permits): permits > 0
        case .event(let isSet): isSet
        default: false
        }
    }
}

extension Statement {
    /// Resources that the statement, or one inside it, gives something to.
    fileprivate func collectAnswers(into found: inout Set<ResourceID>) {
        switch self {
        case .signal(let id), .broadcast(let id), .release(let id): found.insert(id)
        default: for part in parts { for statement in part { statement.collectAnswers(into: &found) } }
        }
    }
}
