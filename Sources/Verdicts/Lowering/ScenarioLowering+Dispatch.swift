import ProgramModel
import SimulatedExecution
import SourceModel

/// Dispatch: queues, and the groups that count their jobs.
extension ScenarioLowering {
    mutating func dispatchAsync(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, let queue = queue(of: reference, call) else {
            return nil
        }
        let scope = Scope(file: reference.file, body: call.body)
        let group = call.arguments.first { $0.label == "group" }.flatMap { object($0.value, in: scope) }
            .map { resource($0, .group) }
        let started = start(closure, on: queue, as: nil)
        guard let group, case .start(let handle, let place, let steps, let label) = started else { return [started] }
        return [.enter(group), .start(handle, on: place, steps + [.signal(group)], label: label)]
    }

    /// Where the call is flagged, the queue has something else to do first: that is what the finding warns of.
    mutating func dispatchSync(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, let queue = queue(of: reference, call) else {
            return nil
        }
        let outer = place
        // A queue's job runs on the thread of its caller; only the main queue has a thread of its own.
        if queue == .main { place = .main }
        defer { place = outer }
        var steps = enter(closure)
        if isInsideFlagged, queue != .dispatchGlobal, queue != outer {
            steps.insert(.block(Unknown.wait, what: "jobs that the queue has already"), at: 0)
        }
        return [.run(on: queue, style: isInsideFlagged ? .blocking : .suspending, steps, label: "sync")]
    }

    /// The queue that a call is made on; `nil` when it is no queue of Dispatch's.
    private mutating func queue(of reference: CallReference, _ call: Call) -> ExecutorModel? {
        let summary = program.files[reference.file].summary
        guard case .member(let base, _, _) = summary[call.callee] else { return nil }
        let scope = Scope(file: reference.file, body: call.body)
        guard isNominal("DispatchQueue", base, in: scope) else { return nil }
        let origin = origin(of: base, in: scope)
        let source = program.files[origin.file].summary
        var isConcurrent = false
        switch source[origin.id] {
        case .member(_, "main", _), .implicitMember("main"): return .main
        case .call(let id):
            let maker = source.calls[id.index]
            if maker.baseName(in: source) == "global" { return .dispatchGlobal }
            isConcurrent = maker.arguments.contains { $0.label == "attributes" }
        default: break
        }
        let object = object(base, in: scope) ?? NamedObject(root: .made(reference))
        return .serial(resource(object, .dispatchQueue(isConcurrent: isConcurrent)))
    }

    mutating func dispatchGroup(_ reference: CallReference, _ call: Call) -> [Statement]? {
        let summary = program.files[reference.file].summary
        guard case .member(let base, let name, _) = summary[call.callee],
            isNominal("DispatchGroup", base, in: Scope(file: reference.file, body: call.body)),
            let object = receiver(of: reference, call)
        else { return nil }
        let group = resource(object, .group)
        switch name {
        case "enter": return [.enter(group)]
        case "leave": return [.signal(group)]
        default:
            guard let closure = closureArguments(of: reference, call).last,
                case .start(let handle, let place, let steps, let label) = start(
                    closure, on: .dispatchGlobal, as: nil)
            else { return [] }
            return [.start(handle, on: place, [.suspend(on: group)] + steps, label: label)]
        }
    }

    private func isNominal(_ name: String, _ expression: ExpressionID, in scope: Scope) -> Bool {
        guard case .nominal(let id, _) = program.resolver.type(of: expression, in: scope).unwrapped else {
            return false
        }
        return program.index[id].qualifiedName == name
    }
}
