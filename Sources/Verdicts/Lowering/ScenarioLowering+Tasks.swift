import ProgramModel
import SimulatedExecution
import SourceModel

/// Swift's words of concurrency: tasks, groups, continuations, executor preferences.
extension ScenarioLowering {
    /// What a call of one of these words does, or of Dispatch's; `nil` for everything else.
    mutating func wellKnown(_ reference: CallReference, _ call: Call) -> [Statement]? {
        switch call.baseName(in: program.files[reference.file].summary) {
        case "Task", "detached", "immediate", "immediateDetached": task(reference, call)
        case "addTask", "addTaskUnlessCancelled", "addImmediateTask", "addImmediateTaskUnlessCancelled":
            child(reference, call)
        case "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup", "withThrowingDiscardingTaskGroup":
            taskGroup(reference, call)
        case "withTaskExecutorPreference": preference(reference, call)
        case "withCheckedContinuation", "withCheckedThrowingContinuation", "withUnsafeContinuation",
            "withUnsafeThrowingContinuation":
            continuation(reference, call)
        case "resume": resume(reference, call)
        case "async", "asyncAfter": dispatchAsync(reference, call)
        case "sync": dispatchSync(reference, call)
        case "enter", "leave", "notify": dispatchGroup(reference, call)
        default: nil
        }
    }

    // MARK: Tasks

    private mutating func task(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last else { return nil }
        var executor = preferred(reference, call)
        if case .context(_, let own) = program.contexts.closures.placement(of: closure) {
            executor = executor ?? own.model
        }
        guard let executor else { return nil }
        return [start(closure, on: executor, as: handle(of: reference))]
    }

    private mutating func child(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, !groups.isEmpty else { return nil }
        let handle = newHandle()
        groups[groups.count - 1].append(handle)
        return [start(closure, on: preferred(reference, call) ?? home, as: handle)]
    }

    private mutating func taskGroup(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last else { return nil }
        groups.append([])
        let steps = enter(closure)
        let children = groups.removeLast()
        return steps + children.map { .awaitTask($0) }
    }

    // MARK: Executor preferences

    /// Everything but isolated code runs on the executor; code of the main actor stays there.
    private mutating func preference(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last, let first = call.arguments.first else {
            return nil
        }
        let executor = preferred(first.value, in: Scope(file: reference.file, body: call.body)) ?? home
        let outer = (home, place)
        home = executor
        defer { (home, place) = outer }
        guard outer.1 != .main else { return enter(closure) }
        place = executor
        return [.run(on: executor, style: .suspending, enter(closure), label: "with executor preference")]
    }

    private mutating func preferred(_ reference: CallReference, _ call: Call) -> ExecutorModel? {
        guard let argument = call.arguments.first(where: { $0.label == "executorPreference" }) else { return nil }
        return preferred(argument.value, in: Scope(file: reference.file, body: call.body))
    }

    /// `nil` for the default executor.
    private mutating func preferred(_ expression: ExpressionID, in scope: Scope) -> ExecutorModel? {
        switch program.files[scope.file].summary[expression] {
        case .nilLiteral, .name("globalConcurrentExecutor", _), .implicitMember("globalConcurrentExecutor"): nil
        default: executor(expression, in: scope) ?? remedyPool()
        }
    }

    // MARK: Continuations

    private mutating func continuation(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let closure = closureArguments(of: reference, call).last,
            let parameter = program.index.body(closure).parameters.first
        else { return nil }
        let local = LocalReference(closure.file, parameter)
        let object = NamedObject(root: .local(local))
        let event = resource(object, .event(isSet: false))
        continuations[object] = event
        let steps = enter(closure)
        // Whoever else may resume it is not in sight: a stored closure, a delegate.
        let uses = tables.continuationUses(of: local)
        guard !uses.isPassedOn, uses.resumes.allSatisfy(resumed.contains) else {
            return steps + [.sleep(Unknown.suspension)]
        }
        return [.reset(event)] + steps + [.suspend(on: event)]
    }

    private mutating func resume(_ reference: CallReference, _ call: Call) -> [Statement]? {
        guard let object = receiver(of: reference, call), let event = continuations[object] else { return nil }
        resumed.insert(reference)
        return [.signal(event)]
    }
}
