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
        for position in summary.bodies.indices {
            collectAssignments(summary.bodies[position].steps, Scope(file: file, body: BodyID(position)), &types)
        }
        expectedTypesOfFiles[file] = types
        return types
    }

    /// `self = .asked()`, `settings = .init(…)`
    private func collectAssignments(_ steps: [Step], _ scope: Scope, _ types: inout [CallID: ResolvedType]) {
        let summary = index.files[scope.file].summary
        for step in steps {
            switch step {
            case .assignment(let target, let value):
                guard let call = summary.callBehind(value), summary.isImplicitMember(call) else { continue }
                let type = type(of: target, in: scope)
                if !type.isUnknown { types[call] = type }
            case .scope(let inner), .deferred(let inner): collectAssignments(inner, scope, &types)
            case .branch(let arms): for arm in arms { collectAssignments(arm, scope, &types) }
            case .loop(let loop): collectAssignments(loop.body, scope, &types)
            case .call, .read, .suspension, .exit: continue
            }
        }
    }
}

extension FileSummary {
    fileprivate func isImplicitMember(_ call: CallID) -> Bool {
        if case .implicitMember = self[calls[call.index].callee] { return true }
        return false
    }

    /// The call that an expression is.
    fileprivate func callBehind(_ id: ExpressionID) -> CallID? {
        switch self[id] {
        case .call(let call): return call
        case .unwrap(let inner), .optionalTry(let inner): return callBehind(inner)
        default: return nil
        }
    }
}
