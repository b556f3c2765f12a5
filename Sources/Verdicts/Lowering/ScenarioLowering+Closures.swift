import ProgramModel
import SimulatedExecution
import SourceModel

/// Closures that are passed to calls: run in place, started elsewhere, or kept.
extension ScenarioLowering {
    /// What the closures among a call's arguments do, in their order.
    mutating func closures(of reference: CallReference, _ call: Call) -> [Statement] {
        var statements: [Statement] = []
        for closure in closureArguments(of: reference, call) {
            switch program.contexts.closures.placement(of: closure) {
            case .inline: statements += enter(closure)
            case .context(_, let executor):
                statements.append(start(closure, on: executor.model, as: nil))
            case .detached: statements.append(start(closure, on: .ownThread, as: nil))
            case .globalQueue: statements.append(start(closure, on: .dispatchGlobal, as: nil))
            case .callable, .unknown: continue
            }
        }
        return statements
    }

    func closureArguments(of reference: CallReference, _ call: Call) -> [BodyReference] {
        let summary = program.files[reference.file].summary
        return call.arguments.compactMap { argument in
            guard case .closure(let body) = summary[argument.value] else { return nil }
            return BodyReference(reference.file, body)
        }
    }

    mutating func start(_ closure: BodyReference, on executor: ExecutorModel, as handle: TaskHandle?) -> Statement {
        // Who has started a task does not stay on its path.
        let outer = (path, groups)
        groups = []
        let steps = enter(closure)
        (path, groups) = outer
        return .start(
            handle, on: executor, steps,
            label: "task of \(program.resolver.symbol(around: closure).name) #\(caller + 1)")
    }

    // MARK: Calls that the words of Scenario have a name for

    /// Tasks, groups, continuations and Dispatch's queues; `nil` for everything else.
    mutating func knownCall(_ reference: CallReference, _ call: Call) -> [Statement]? {
        let summary = program.files[reference.file].summary
        switch call.baseName(in: summary) {
        case "Task", "detached", "immediate": return task(reference, call)
        case "addTask", "addTaskUnlessCancelled", "addImmediateTask": return child(reference, call)
        case "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup", "withThrowingDiscardingTaskGroup":
            return taskGroup(reference, call)
        case "withCheckedContinuation", "withCheckedThrowingContinuation", "withUnsafeContinuation",
            "withUnsafeThrowingContinuation":
            return continuation(reference, call)
        case "resume": return resume(reference, call)
        case "async", "asyncAfter": return dispatchAsync(reference, call)
        case "sync": return dispatchSync(reference, call)
        case "enter", "leave", "notify": return group(reference, call)
        default: return nil
        }
    }

    private mutating func task(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last,
            case .context(_, let executor) = program.contexts.closures.placement(of: closure)
        else { return nil }
        let handle = newHandle()
        if let object = binding(of: reference) { handles[object] = handle }
        tasks[reference] = handle
        return [start(closure, on: executor.model, as: handle)]
    }

    /// The local that a call's value is given to: `let task = Task { … }`.
    private func binding(of reference: CallReference) -> SharedObject? {
        let summary = program.files[reference.file].summary
        for (position, local) in summary.locals.enumerated() {
            guard case .binding(let value?) = local.origin, case .call(reference.id) = summary[value] else { continue }
            return .local(LocalReference(reference.file, LocalID(position)), caller: caller)
        }
        return nil
    }

    private mutating func child(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, !groups.isEmpty else { return nil }
        let handle = newHandle()
        groups[groups.count - 1].append(handle)
        let open = groups
        let statement = start(closure, on: .cooperativePool, as: handle)
        groups = open
        return [statement]
    }

    private mutating func taskGroup(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last else { return nil }
        groups.append([])
        let steps = enter(closure)
        let children = groups.removeLast()
        return steps + children.map { .awaitTask($0) }
    }

    private mutating func continuation(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last,
            let parameter = program.index.body(closure).parameters.first
        else { return nil }
        let object = SharedObject.local(LocalReference(closure.file, parameter), caller: caller)
        let event = resource(object, .event(isSet: false))
        continuations[object] = event
        return [.reset(event)] + enter(closure) + [.suspend(on: event)]
    }

    private mutating func resume(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let object = receiver(of: reference, call), let event = continuations[object] else { return nil }
        return [.signal(event)]
    }

    // MARK: Dispatch

    private mutating func dispatchAsync(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, let queue = queue(of: reference, call) else {
            return nil
        }
        var statements: [Statement] = []
        let group = call.arguments.first { $0.label == "group" }.flatMap { argument in
            program.sharedObject(
                argument.value, in: Scope(file: reference.file, body: call.body), bindings, caller: caller)
        }.map { resource($0, .group) }
        if let group { statements.append(.enter(group)) }
        var started = start(closure, on: queue, as: nil)
        if let group, case .start(let handle, let place, let steps, let label) = started {
            started = .start(handle, on: place, steps + [.signal(group)], label: label)
        }
        return statements + [started]
    }

    private mutating func dispatchSync(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, let queue = queue(of: reference, call) else {
            return nil
        }
        return [.run(on: queue, style: .blocking, enter(closure), label: "sync")]
    }

    /// The queue that a call is made on; `nil` when it is no queue of Dispatch's.
    private mutating func queue(of reference: CallReference, _ call: Call) -> ExecutorModel? {
        let summary = program.files[reference.file].summary
        guard case .member(let base, _, _) = summary[call.callee] else { return nil }
        let scope = Scope(file: reference.file, body: call.body)
        guard case .nominal(let id, _) = program.resolver.type(of: base, in: scope).unwrapped,
            program.index[id].qualifiedName.hasPrefix("DispatchQueue")
        else { return nil }
        switch summary[base] {
        case .call(let inner) where summary.calls[inner.index].baseName(in: summary) == "global":
            return .dispatchGlobal
        case .member(_, "main", _): return .main
        default:
            guard let object = program.sharedObject(base, in: scope, bindings, caller: caller) else {
                return .dispatchGlobal
            }
            return .serial(resource(object, .dispatchQueue(isConcurrent: isConcurrent(object))))
        }
    }

    /// Whether a queue is made with `attributes: .concurrent` where it is declared.
    private func isConcurrent(_ object: SharedObject) -> Bool {
        guard case .local(let local, _) = object, case .binding(let value?) = program.index.local(local).origin,
            case .call(let id) = program.files[local.file].summary[value]
        else { return false }
        return program.files[local.file].summary.calls[id.index].arguments.contains { $0.label == "attributes" }
    }

    private mutating func group(_ reference: CallReference, _ call: Call) -> [Statement]? {
        let summary = program.files[reference.file].summary
        guard case .member(let base, let name, _) = summary[call.callee],
            case .nominal(let id, _) = program.resolver.type(
                of: base, in: Scope(file: reference.file, body: call.body)
            ).unwrapped, program.index[id].qualifiedName == "DispatchGroup",
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

    // MARK: Awaits

    /// A call under `await` of which nothing more is known suspends for a moment.
    mutating func awaitedCall(_ reference: CallReference, _ call: Call) -> [Statement] {
        closures(of: reference, call) + [.sleep(.fixed(Self.moment))]
    }

    /// `await task.value`, `await property`.
    mutating func awaited(_ reference: ReadReference) -> [Statement] {
        let read = program.index.read(reference)
        let summary = program.files[reference.file].summary
        guard case .member(let base, let name, _) = summary[read.expression], name == "value" || name == "result" else {
            return [.sleep(.fixed(Self.moment))]
        }
        if case .call(let id) = summary[base], let handle = tasks[CallReference(reference.file, id)] {
            return [.awaitTask(handle)]
        }
        let scope = Scope(file: reference.file, body: read.body)
        if let object = program.sharedObject(base, in: scope, bindings, caller: caller), let handle = handles[object] {
            return [.awaitTask(handle)]
        }
        return [.sleep(.fixed(Self.moment))]
    }
}

extension ContextExecutor {
    fileprivate var model: ExecutorModel {
        switch self {
        case .cooperativePool, .unknown: .cooperativePool
        case .mainThread: .main
        case .eventLoop: .eventLoop(0)
        }
    }
}
