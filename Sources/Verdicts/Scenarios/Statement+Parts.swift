import SimulatedExecution

/// Ways to walk through statements and to change them.
extension Statement {
    /// The statement lists inside a statement.
    var parts: [[Statement]] {
        switch self {
        case .ifCell(_, _, let then, let otherwise): [then, otherwise]
        case .whileCell(_, _, _, let inner), .run(_, _, let inner, _), .start(_, _, let inner, _),
            .withTimeout(_, let inner), .loop(_, let inner):
            [inner]
        case .taskGroup(let lists), .choose(let lists): lists
        default: []
        }
    }

    /// Whether this statement, or one inside it, passes a test.
    func contains(where test: (Statement) -> Bool) -> Bool {
        test(self) || parts.contains { $0.contains { $0.contains(where: test) } }
    }

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

    /// The same statement about other resources; those inside it stay as they are.
    func renamed(_ new: (ResourceID) -> ResourceID) -> Statement {
        switch self {
        case .acquire(let id, let mode): .acquire(new(id), mode: mode)
        case .release(let id): .release(new(id))
        case .wait(let id, let timeout): .wait(new(id), timeout: timeout)
        case .suspend(let id, let timeout): .suspend(on: new(id), timeout: timeout)
        case .send(let id): .send(new(id))
        case .receive(let id): .receive(new(id))
        case .signal(let id): .signal(new(id))
        case .broadcast(let id): .broadcast(new(id))
        case .enter(let id): .enter(new(id))
        case .reset(let id): .reset(new(id))
        case .read(let id): .read(new(id))
        case .write(let id, let change): .write(new(id), change)
        case .ifCell(let id, let test, let then, let otherwise):
            .ifCell(new(id), test, then: then, otherwise: otherwise)
        case .whileCell(let id, let test, let bound, let list): .whileCell(new(id), test, bound: bound, list)
        case .expect(let id, let test, let message): .expect(new(id), test, message: message)
        case .run(let place, let style, let list, let label):
            .run(on: place.renamed(new), style: style, list, label: label)
        case .start(let handle, let place, let list, let label):
            .start(handle, on: place.renamed(new), list, label: label)
        case .compute, .block, .sleep, .yield, .waitForTask, .awaitTask, .taskGroup, .cancel, .withTimeout, .choose,
            .loop, .exitLoop, .finish:
            self
        }
    }
}

extension ExecutorModel {
    func renamed(_ new: (ResourceID) -> ResourceID) -> ExecutorModel {
        if case .serial(let id) = self { .serial(new(id)) } else { self }
    }
}
