extension Resolver {
    /// The type of a name that a local scope declares.
    package func type(ofLocal reference: LocalReference) -> ResolvedType {
        switch localTypes[reference] {
        case .known(let known): return known
        case .pending: return .unknown
        case nil: break
        }
        localTypes.set(reference, to: .pending)
        let found = computeType(of: index.local(reference), file: reference.file)
        localTypes.set(reference, to: .known(found))
        return found
    }

    private func computeType(of local: Local, file: Int) -> ResolvedType {
        let scope = Scope(file: file, body: local.body)
        if let written = local.type, written != .unknown {
            let stated = resolve(written, in: TypeScope(file: file, body: local.body))
            guard !local.isMutable, case .binding(let value?) = local.origin else { return stated }
            return concrete(stated, value, in: scope)
        }
        switch local.origin {
        case .binding(let value): return value.map { type(of: $0, in: scope) } ?? .unknown
        case .unwrapped(let value): return type(of: value, in: scope).unwrappedOnce
        case .capture(let value): return type(of: value, in: scope)
        case .element(let sequence): return sequenceElement(type(of: sequence, in: scope).unwrapped)
        case .tupleElement(let value, let position, let label):
            guard case .tuple(let elements) = type(of: value, in: scope).unwrapped else { return .unknown }
            if let label, let named = elements.first(where: { $0.label == label }) { return named.type }
            return elements.indices.contains(position) ? elements[position].type : .unknown
        case .payload(let name, let position, let label, let subject):
            return payloadType(name, position, label, of: type(of: subject, in: scope).unwrapped)
        case .closureParameter(let body, let position):
            return closureParameterType(BodyReference(file, body), position)
        case .caughtError: return .nominal(index.external("Error"), arguments: [])
        case .parameter, .accessorValue, .castPattern, .function, .unknown: return .unknown
        }
    }

    /// The element of a sequence; a dictionary's is a pair.
    func sequenceElement(_ type: ResolvedType) -> ResolvedType {
        guard case .nominal(let id, let arguments) = type else { return .unknown }
        if index[id].qualifiedName == "Dictionary", arguments.count == 2 {
            return .tuple([
                TupleElementType(label: "key", type: arguments[0]),
                TupleElementType(label: "value", type: arguments[1]),
            ])
        }
        if index[id].qualifiedName == "Range" { return library("Int") }
        if index[id].qualifiedName == "EnumeratedSequence", let base = arguments.first {
            return .tuple([
                TupleElementType(label: "offset", type: library("Int")),
                TupleElementType(label: "element", type: sequenceElement(base)),
            ])
        }
        return elementType(of: type)
    }

    private func payloadType(_ name: String, _ position: Int, _ label: String?, of subject: ResolvedType)
        -> ResolvedType
    {
        if name == "some", position == 0 { return subject }
        guard case .nominal(let id, _) = subject else { return .unknown }
        for case .enumCase(let file, let number) in index.members(named: name, of: id) {
            let declaration = index.files[file].summary.enumCases[number]
            let element =
                label.flatMap { label in declaration.payload.first { $0.label == label } }
                ?? (declaration.payload.indices.contains(position) ? declaration.payload[position] : nil)
            guard let element else { continue }
            return resolve(
                element.type, in: TypeScope(file: file, type: declaration.parent), substitution(for: subject))
        }
        return .unknown
    }

    /// The type that the callee gives a parameter of a closure passed to it.
    private func closureParameterType(_ closure: BodyReference, _ position: Int) -> ResolvedType {
        guard case .closure(let form) = index.body(closure).kind,
            case .argument(let callID, let argument) = form.use
        else { return .unknown }
        let call = CallReference(closure.file, callID)
        let resolution = resolve(call)
        if case .functions(let functions) = resolution.target, let function = functions.first {
            return workspaceClosureParameter(call, argument, position, of: function, resolution)
        }
        guard case .external(let callee) = resolution.target, let receiver = callee.receiver else { return .unknown }
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

extension TypeReference {
    /// Without optionals around it: `(() -> Void)?` is `() -> Void`.
    var withoutOptional: TypeReference {
        var type = self
        while case .optional(let inner) = type { type = inner }
        if case .tuple(let elements) = type, elements.count == 1, let only = elements.first {
            return only.type.withoutOptional
        }
        return type
    }
}
