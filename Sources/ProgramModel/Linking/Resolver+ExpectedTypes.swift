extension Resolver {
    /// The type that the surroundings ask of a call: `let data: Data = .init(contentsOf: url)`.
    func expectedType(of call: CallReference) -> ResolvedType? {
        expectedTypes(in: call.file)[call.id]
    }

    /// Written types of bindings and properties by the call that is their value; made for a file on first use.
    private func expectedTypes(in file: Int) -> [CallID: ResolvedType] {
        if let known = expectedTypesOfFiles[file] { return known }
        var types: [CallID: ResolvedType] = [:]
        let summary = index.files[file].summary
        for local in summary.locals {
            guard let written = local.type, case .binding(let value?) = local.origin,
                let call = summary.callBehind(value)
            else { continue }
            types[call] = resolve(written, in: TypeScope(file: file, body: local.body))
        }
        for property in summary.properties {
            guard let written = property.type, let value = property.initializer, let call = summary.callBehind(value)
            else { continue }
            types[call] = resolve(written, in: TypeScope(file: file, type: property.parent))
        }
        for function in summary.functions {
            guard let result = function.result, let body = function.body,
                case .exit(.return(let value?))? = summary.bodies[body.index].steps.last,
                let call = summary.callBehind(value)
            else { continue }
            types[call] = resolve(result, in: TypeScope(file: file, type: function.parent))
        }
        expectedTypesOfFiles[file] = types
        return types
    }
}

extension FileSummary {
    /// The call that an expression is.
    fileprivate func callBehind(_ id: ExpressionID) -> CallID? {
        switch self[id] {
        case .call(let call): return call
        case .unwrap(let inner), .optionalTry(let inner): return callBehind(inner)
        default: return nil
        }
    }
}
