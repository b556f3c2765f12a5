/// Calls that make a value: `Type(…)`, `.init(…)`.
extension Resolver {
    func resolveInitializer(of instance: ResolvedType, _ call: CallReference) -> CallResolution {
        guard case .nominal(let id, _) = instance else {
            return CallResolution(target: .unknown, confidence: .possible, result: instance)
        }
        let levels = members(named: "init", of: id, from: call.file)
        for (owner, members) in levels {
            let functions = members.compactMap { member -> FunctionReference? in
                if case .function(let function) = member { return function }
                return nil
            }
            // Structs do not inherit initializers; protocols' extensions and superclasses lend theirs.
            let fitting = select(functions.filter { index.function($0).body != nil }, for: call)
                .filter { isMeant($0, owner, call) }
            guard !fitting.isEmpty, !areForOtherTypes(fitting, owner, call) else { continue }
            var found = resolution(to: fitting, fitting.count == 1 ? .certain : .likely, [:], call)
            found.result = index.function(fitting[0]).isFailable ? .optional(instance) : instance
            return found
        }
        if index[id].isDeclared, !libraryInitializer(of: id, call) {
            return CallResolution(target: .implicitInitializer(id), confidence: .certain, result: instance)
        }
        var result = grouped(instance, id, call)
        if let found = libraryMember("init", labels: index.call(call).labels, of: id, substitution(for: instance)),
            case .optional = found
        {
            result = .optional(instance)
        }
        return CallResolution(
            target: .external(ExternalCallee(name: "init", receiver: instance, kind: .initializer)),
            confidence: .certain, result: result)
    }

    /// `Dictionary(grouping: values, by:)`
    private func grouped(_ instance: ResolvedType, _ id: NominalID, _ reference: CallReference) -> ResolvedType {
        let call = index.call(reference)
        guard index[id].qualifiedName == "Dictionary", let first = call.arguments.first, first.label == "grouping"
        else { return instance }
        let values = type(of: first.value, in: Scope(file: reference.file, body: call.body))
        let group = ResolvedType.nominal(index.external("Array"), arguments: [sequenceElement(values)])
        return .nominal(id, arguments: [.unknown, group])
    }

    /// Whether a declared type inherits, or is described with, an initializer of a library that fits.
    private func libraryInitializer(of id: NominalID, _ call: CallReference) -> Bool {
        let labels = index.call(call).labels
        return withSupertypes(id).contains { owner in
            let nominal = index[owner]
            guard catalogueDescribes(nominal) else { return false }
            return catalogue.effects(named: nominal.name).contains {
                $0.typeName == nominal.qualifiedName && $0.matches(labels)
            }
        }
    }
}
