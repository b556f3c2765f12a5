import ProgramModel
import SimulatedExecution
import SourceModel

/// Closures that are passed to calls: run in place, awaited elsewhere, started elsewhere, or kept.
extension ScenarioLowering {
    /// What the closures among a call's arguments do, in their order; the call waits for none of them.
    mutating func closures(of reference: CallReference, _ call: Call) -> [Statement] {
        var statements: [Statement] = []
        for closure in closureArguments(of: reference, call) {
            switch program.contexts.closures.placement(of: closure) {
            case .inline: statements += enter(closure)
            case .context(_, let executor): statements.append(start(closure, on: executor.model, as: nil))
            case .detached:
                statements.append(start(closure, on: owner(of: reference, call), as: handle(of: reference)))
            case .globalQueue: statements.append(start(closure, on: .dispatchGlobal, as: nil))
            case .callable, .unknown: continue
            }
        }
        return statements
    }

    /// A call under `await`: it waits for the closures that it takes, and for a moment if there are none.
    mutating func awaited(_ reference: CallReference, _ call: Call) -> [Statement] {
        var statements: [Statement] = []
        for closure in closureArguments(of: reference, call) {
            switch program.contexts.closures.placement(of: closure) {
            case .inline: statements += enter(closure)
            case .context(_, let executor): statements.append(run(closure, on: executor.model))
            case .detached: statements.append(run(closure, on: owner(of: reference, call)))
            case .globalQueue: statements.append(start(closure, on: .dispatchGlobal, as: nil))
            case .callable, .unknown: continue
            }
        }
        if !statements.contains(where: { $0.contains(where: \.suspends) }) {
            statements.append(.sleep(Unknown.suspension))
        }
        return statements
    }

    /// `await task.value`, `await property`.
    mutating func awaited(_ reference: ReadReference) -> [Statement] {
        let read = program.index.read(reference)
        let summary = program.files[reference.file].summary
        guard case .member(let base, let name, _) = summary[read.expression], name == "value" || name == "result" else {
            // Of several things under one `await` a property is the last to be the asynchronous one.
            return read.awaits == .sole ? [.sleep(Unknown.suspension)] : []
        }
        if case .call(let id) = summary[base], let handle = tasks[CallReference(reference.file, id)] {
            return [.awaitTask(handle)]
        }
        if let object = object(base, in: Scope(file: reference.file, body: read.body)), let handle = handles[object] {
            return [.awaitTask(handle)]
        }
        return [.sleep(Unknown.suspension)]
    }

    // MARK: Places

    mutating func start(_ closure: BodyReference, on executor: ExecutorModel, as handle: TaskHandle?) -> Statement {
        .start(
            handle, on: executor, elsewhere(closure, executor),
            label: "task of \(program.resolver.symbol(around: closure).name)")
    }

    private mutating func run(_ closure: BodyReference, on executor: ExecutorModel) -> Statement {
        .run(
            on: executor, style: .suspending, elsewhere(closure, executor),
            label: program.resolver.symbol(around: closure).name)
    }

    /// The code of a closure that runs on another executor.
    private mutating func elsewhere(_ closure: BodyReference, _ executor: ExecutorModel) -> [Statement] {
        let outer = (place, groups, heldLock)
        place = executor
        groups = []
        heldLock = nil
        defer { (place, groups, heldLock) = outer }
        return enter(closure)
    }

    func closureArguments(of reference: CallReference, _ call: Call) -> [BodyReference] {
        let summary = program.files[reference.file].summary
        return call.arguments.compactMap { argument in
            guard case .closure(let body) = summary[argument.value] else { return nil }
            return BodyReference(reference.file, body)
        }
    }

    /// The handle of the task that a call starts.
    mutating func handle(of reference: CallReference) -> TaskHandle {
        let handle = newHandle()
        if let local = tables.binding(of: reference) { handles[NamedObject(root: .local(local))] = handle }
        tasks[reference] = handle
        return handle
    }

    /// The threads of the executor that a call is made on: as many as the source says, or one for each job.
    private mutating func owner(of reference: CallReference, _ call: Call) -> ExecutorModel {
        let scope = Scope(file: reference.file, body: call.body)
        guard case .member(let base, _, _) = program.files[reference.file].summary[call.callee],
            let executor = executor(base, in: scope)
        else { return .ownThread }
        return executor
    }

    /// An executor whose number of threads is written where it is made.
    mutating func executor(_ expression: ExpressionID, in scope: Scope) -> ExecutorModel? {
        guard let object = object(expression, in: scope), let maker = maker(of: expression, in: scope),
            let threads = integer(["maximumThreads", "numberOfThreads"], of: maker)
        else { return nil }
        return threadPool(object, threads: threads)
    }
}

extension ContextExecutor {
    var model: ExecutorModel {
        switch self {
        case .cooperativePool, .unknown: .cooperativePool
        case .mainThread: .main
        case .eventLoop: .eventLoop(0)
        }
    }
}
