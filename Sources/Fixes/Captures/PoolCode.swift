import ProgramModel
import RuleCatalogue
import SourceModel

/// Tells closures that run on the pool and belong to no actor, wherever they are handed to.
///
/// What such a closure holds that is not `Sendable` belongs to its task, or was shared between threads before; and
/// nothing leaves an actor when a function that it calls becomes asynchronous.
struct PoolCode {
    let program: Program
    /// Asynchronous functions run where their callers do, unless they say otherwise.
    let isNonsendingByDefault: Bool

    /// - Parameter region: a body that runs in place inside of no other.
    func contains(_ region: BodyReference) -> Bool {
        guard case .closure(let form) = program.index.kind(of: region), form.statesNoIsolation,
            case .argument(let id, let position) = form.use,
            case .context(let kind, .cooperativePool) = program.contexts.closures.placement(of: region)
        else { return false }
        let call = CallReference(region.file, id)
        switch kind {
        case .taskGroupClosure, .taskClosure:
            switch program.index.call(call).baseName(in: program.files[region.file].summary) {
            case "addTask", "addTaskUnlessCancelled", "detached", "immediateDetached": return true
            // These belong to the actor of the code around them.
            case "Task", "immediate", "addImmediateTask", "addImmediateTaskUnlessCancelled":
                return isUnbound(around: region)
            default: return false
            }
        case .asyncClosure: return statesNoIsolation(position, call) && isUnbound(around: region)
        default: return false
        }
    }

    /// Whether the code that a closure stands in belongs to no actor.
    private func isUnbound(around region: BodyReference) -> Bool {
        guard let parent = program.index.body(region).parent else { return false }
        let outer = program.contexts.region(of: BodyReference(region.file, parent))
        guard case .function(let id) = program.index.kind(of: outer) else { return contains(outer) }
        let function = FunctionReference(outer.file, id)
        let declaration = program.index.function(function)
        // A local function belongs where the function around it does.
        guard declaration.enclosingBody == nil, program.contexts.isolation.isolation(of: function) == .none,
            !declaration.parameters.contains(where: \.isIsolated)
        else { return false }
        switch declaration.isolation {
        case .concurrent: return true
        case .nonisolatedNonsending: return false
        case .unspecified, .nonisolated, .globalActor: return !(declaration.isAsync && isNonsendingByDefault)
        }
    }

    /// Whether functions of the workspace alone take the closure, as one that may run anywhere.
    private func statesNoIsolation(_ position: Int, _ call: CallReference) -> Bool {
        guard !isNonsendingByDefault, case .functions(let functions) = program.resolver.resolve(call).target else {
            return false
        }
        return functions.allSatisfy { function in
            let declaration = program.index.function(function)
            let site = program.index.call(call)
            guard program.contexts.isolation.isolation(of: function) == .none,
                let parameter = program.resolver.parameter(ofArgument: position, of: site, in: declaration),
                case .function(let shape) = declaration.parameters[parameter].type.withoutOptional
            else { return false }
            return shape.attributes.allSatisfy(Self.freeAttributes.contains)
                && !shape.parameters.contains { mentionsActor($0, of: declaration, in: function.file) }
        }
    }

    /// `isolated` parameters of closures are not told from others, so none may be an actor.
    private func mentionsActor(_ type: TypeReference, of function: FunctionDeclaration, in file: Int) -> Bool {
        let type = program.resolver.type(type, of: function.parent, in: file)
        return program.resolver.nominals(in: type).contains { id in
            program.index[id].kind == .actor
                || program.resolver.withSupertypes(id).contains { program.index[$0].name == "Actor" }
        }
    }

    private static let freeAttributes: Set<String> = ["escaping", "Sendable", "concurrent"]
}

extension ClosureForm {
    fileprivate var statesNoIsolation: Bool {
        switch isolation {
        case .unspecified, .nonisolated, .concurrent: attributes.allSatisfy { $0 == "Sendable" || $0 == "concurrent" }
        case .nonisolatedNonsending, .globalActor: false
        }
    }
}
