/// Values that are called, or looked into, like functions: `store[key]`, `retry { … }` of a type with `callAsFunction`.
extension Resolver {
    /// The accessor of the workspace that a subscript runs.
    func resolveSubscript(_ reference: CallReference) -> CallResolution {
        let call = index.call(reference)
        let receiver = type(of: call.callee, in: Scope(file: reference.file, body: call.body))
        let kind: FunctionDeclaration.Kind = call.isWrite ? .subscriptSetter : .subscriptGetter
        for members in subscripts(of: receiver, from: reference.file) {
            // Requirements have no code, and which of the conforming types is meant is not looked for.
            let accessors = members.filter { index.function($0).kind == kind && index.function($0).body != nil }
            let fitting = select(accessors, for: reference)
            guard !fitting.isEmpty else { continue }
            return resolution(to: fitting, .certain, substitution(for: receiver.metatypeInstance), reference)
        }
        return .unknown
    }

    /// What a subscript of the workspace yields, where its arguments leave no choice.
    func subscriptResult(on receiver: ResolvedType, _ arguments: Int, in scope: Scope) -> ResolvedType {
        for members in subscripts(of: receiver, from: scope.file) {
            let getters = members.filter {
                let declaration = index.function($0)
                return declaration.kind == .subscriptGetter && declaration.parameters.count == arguments
            }
            guard getters.count == 1, let getter = getters.first, let result = index.function(getter).result else {
                continue
            }
            let owner = TypeScope(file: getter.file, type: index.function(getter).parent, function: getter.id)
            return resolve(result, in: owner, substitution(for: receiver.metatypeInstance))
        }
        return .unknown
    }

    /// The subscripts' accessors of a value or a type, nearest type first.
    private func subscripts(of receiver: ResolvedType, from file: Int) -> [[FunctionReference]] {
        var isStatic = false
        if case .metatype = receiver { isStatic = true }
        return nominals(in: receiver.metatypeInstance).flatMap { id in
            members(named: "subscript", of: id, from: file).map { _, members in
                members.compactMap { member in
                    guard case .function(let function) = member, index.function(function).isStatic == isStatic else {
                        return nil
                    }
                    return function
                }
            }
        }
    }

    /// A call of a value whose type declares `callAsFunction`.
    func calledValue(_ found: CallResolution, _ reference: CallReference) -> CallResolution {
        switch found.target {
        case .property, .parameter, .unknown: break
        default: return found
        }
        let call = index.call(reference)
        guard !call.isSubscript, index.members(named: "callAsFunction") != nil else { return found }
        let value = type(of: call.callee, in: Scope(file: reference.file, body: call.body))
        for id in nominals(in: value) {
            let levels = members(named: "callAsFunction", of: id, from: reference.file)
            if let method = resolveMembers(levels, receiver: value, reference, isStatic: false) { return method }
        }
        return found
    }
}
