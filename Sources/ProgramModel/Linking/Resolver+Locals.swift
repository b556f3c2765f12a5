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
        if ["Range", "ClosedRange"].contains(index[id].qualifiedName) { return library("Int") }
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
}

extension TypeReference {
    /// Without optionals around it: `(() -> Void)?` is `() -> Void`.
    package var withoutOptional: TypeReference {
        var type = self
        while case .optional(let inner) = type { type = inner }
        if case .tuple(let elements) = type, elements.count == 1, let only = elements.first {
            return only.type.withoutOptional
        }
        return type
    }
}
