import ProgramModel
import SimulatedExecution
import SourceModel

/// The workspace's own functions: entered where they are called, on the executor that they belong to.
extension ScenarioLowering {
    mutating func enter(
        _ function: FunctionReference, _ reference: CallReference, _ call: Call
    ) -> [Statement] {
        guard let id = program.index.function(function).body else { return closures(of: reference, call) }
        let body = BodyReference(function.file, id)
        let scope = Scope(file: reference.file, body: call.body)
        bind(program.index.body(body).parameters, to: call, in: scope, body)
        let outer = (selfObject, place)
        defer { (selfObject, place) = outer }
        if let receiver = receiver(of: reference, call, function) { selfObject = receiver }
        let target = call.awaits == .none ? place : executor(of: function)
        place = target
        var steps = enter(body)
        // Somebody else may always come in between at an `await`.
        if call.awaits != .none, target == outer.1, !steps.contains(where: { $0.contains(where: \.suspends) }) {
            steps.append(.sleep(Unknown.suspension))
        }
        guard target != outer.1 else { return steps + closures(of: reference, call) }
        let label = program.resolver.symbol(of: function)
        return [.run(on: target, style: .suspending, steps, label: label)] + closures(of: reference, call)
    }

    /// The code of a body, unless it is being lowered already or the way to it is too long.
    mutating func enter(_ body: BodyReference) -> [Statement] {
        guard !path.contains(body), path.count < Self.deepestPath else { return [] }
        path.append(body)
        defer { path.removeLast() }
        return self.body(body)
    }

    /// What `self` is inside a method; `nil` when it stays what it is.
    private func receiver(
        of reference: CallReference, _ call: Call, _ function: FunctionReference
    ) -> NamedObject? {
        let summary = program.files[reference.file].summary
        guard program.index.function(function).parent != nil else { return nil }
        switch summary[call.callee] {
        case .member(let base, _, _):
            return object(base, in: Scope(file: reference.file, body: call.body))
                ?? NamedObject(root: .made(reference))
        case .name where program.index.function(function).kind == .initializer:
            return NamedObject(root: .made(reference))
        default: return nil
        }
    }

    /// Where awaited code runs.
    private mutating func executor(of function: FunctionReference) -> ExecutorModel {
        let declaration = program.index.function(function)
        switch program.contexts.isolation.isolation(of: function) {
        case .globalActor("MainActor"): return .main
        case .globalActor(let name):
            return .serial(resource(NamedObject(root: .global(name)), .actor(on: .cooperativePool)))
        case .actor(let actor):
            // The context's own actor.
            if selfObject.root == .context, selfObject.path.isEmpty { return place }
            if program.contexts.isolation.hasOwnExecutor(actor) { return remedyPool() }
            return .serial(resource(selfObject, .actor(on: .cooperativePool)))
        case .none:
            return declaration.isAsync && declaration.isolation != .nonisolatedNonsending ? home : place
        }
    }

    /// Parameters that are given a shared object stand for it.
    private mutating func bind(_ parameters: [LocalID], to call: Call, in scope: Scope, _ body: BodyReference) {
        guard case .function(let function) = program.index.body(body).kind else { return }
        let declaration = program.index.function(FunctionReference(body.file, function))
        guard let assigned = program.resolver.parameters(of: call, in: declaration) else { return }
        for (argument, parameter) in zip(call.arguments, assigned) where parameters.indices.contains(parameter) {
            let local = LocalReference(body.file, parameters[parameter])
            bindings[local] = object(argument.value, in: scope)
            arguments[local] = Argument(value: argument.value, scope: scope)
        }
    }
}

extension Statement {
    var suspends: Bool {
        switch self {
        case .sleep, .yield, .suspend, .awaitTask, .taskGroup, .run(_, .suspending, _, _), .send, .receive: true
        default: false
        }
    }
}
