/// What closures are handed, found from the functions that they are passed to.
extension Resolver {
    /// The type of a parameter that a closure writes without one.
    func closureParameterType(_ closure: BodyReference, _ position: Int) -> ResolvedType {
        guard case .closure(let form) = index.body(closure).kind,
            case .argument(let callID, let argument) = form.use
        else { return .unknown }
        let call = CallReference(closure.file, callID)
        let resolution = resolve(call)
        if case .functions(let functions) = resolution.target, let function = functions.first {
            let found = workspaceClosureParameter(call, argument, position, of: function, resolution)
            let isTheSame = functions.dropFirst().allSatisfy {
                workspaceClosureParameter(call, argument, position, of: $0, resolution) == found
            }
            return isTheSame ? found : .unknown
        }
        guard case .external(let callee) = resolution.target else { return .unknown }
        guard let receiver = callee.receiver else { return freeFunctionParameter(callee.name, call, position) }
        return libraryClosureParameter(callee.name, receiver, position, resolution)
    }

    private func workspaceClosureParameter(
        _ call: CallReference, _ argument: Int, _ position: Int, of function: FunctionReference,
        _ resolution: CallResolution
    ) -> ResolvedType {
        let declaration = index.function(function)
        guard let parameter = parameter(ofArgument: argument, of: index.call(call), in: declaration),
            case .function(let shape) = declaration.parameters[parameter].type.withoutOptional,
            shape.parameters.indices.contains(position)
        else { return .unknown }
        let scope = TypeScope(file: function.file, type: declaration.parent, function: function.id)
        return resolve(shape.parameters[position], in: scope, resolution.substitution)
    }

    /// `withTaskGroup(of: Int.self) { group in … }`
    private func freeFunctionParameter(_ name: String, _ reference: CallReference, _ position: Int) -> ResolvedType {
        guard position == 0, let type = Self.lentTypes[name] else { return .unknown }
        let call = index.call(reference)
        var arguments: [ResolvedType] = []
        if let first = call.arguments.first, first.label == "of",
            case .metatype(let child) = self.type(of: first.value, in: Scope(file: reference.file, body: call.body))
        {
            arguments = [child]
        }
        return .nominal(libraryType(type, modules: ["_Concurrency"]), arguments: arguments)
    }

    /// What functions of the standard library hand to the closure that they run.
    private static let lentTypes = [
        "withTaskGroup": "TaskGroup", "withThrowingTaskGroup": "ThrowingTaskGroup",
        "withDiscardingTaskGroup": "DiscardingTaskGroup",
        "withThrowingDiscardingTaskGroup": "ThrowingDiscardingTaskGroup",
        "withCheckedContinuation": "CheckedContinuation", "withCheckedThrowingContinuation": "CheckedContinuation",
        "withUnsafeContinuation": "UnsafeContinuation", "withUnsafeThrowingContinuation": "UnsafeContinuation",
    ]

    /// A dictionary's elements may be taken apart: `{ key, value in … }`.
    private func collectionElement(_ receiver: ResolvedType, _ position: Int) -> ResolvedType {
        let element = sequenceElement(receiver)
        guard position > 0 else { return element }
        guard case .tuple(let parts) = element, parts.indices.contains(position) else { return .unknown }
        return parts[position].type
    }

    /// Functions of the standard library whose closures take the receiver's elements or its wrapped value.
    private func libraryClosureParameter(
        _ name: String, _ receiver: ResolvedType, _ position: Int, _ resolution: CallResolution
    ) -> ResolvedType {
        if case .optional(let wrapped) = receiver { return position == 0 ? wrapped : .unknown }
        guard case .nominal(let id, let arguments) = receiver else { return .unknown }
        switch index[id].qualifiedName {
        case "EventLoopFuture", "Result", "Mutex", "OSAllocatedUnfairLock", "NIOLockedValueBox", "ManagedCriticalState":
            return position == 0 ? arguments.first ?? .unknown : .unknown
        default: break
        }
        switch name {
        case "forEach", "map", "compactMap", "flatMap", "filter", "first", "last", "contains", "allSatisfy",
            "firstIndex", "lastIndex", "removeAll", "drop", "prefix", "partition", "count", "enumerateObjects":
            return collectionElement(receiver, position)
        case "sorted", "sort", "min", "max": return sequenceElement(receiver)
        case "reduce": return position == 1 ? sequenceElement(receiver) : .unknown
        default: return .unknown
        }
    }
}
