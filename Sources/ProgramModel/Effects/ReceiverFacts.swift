import RuleCatalogue

extension Resolver {
    /// Checks a condition of the catalogue on a call's receiver, looking through constants.
    func receiver(_ id: ExpressionID, is test: ReceiverTest, in scope: Scope) -> Bool {
        switch test {
        case .mainQueue: return isMember(["main"], of: ["DispatchQueue", "OperationQueue"], id, scope)
        case .standardInput:
            return isMember(["standardInput"], of: ["FileHandle", "FileDescriptor"], id, scope)
        case .standardOutput:
            return isMember(["standardOutput", "standardError"], of: ["FileHandle", "FileDescriptor"], id, scope)
        case .pipe:
            return isMember(["fileHandleForReading"], of: ["Pipe"], id, scope)
        case .embeddedLoop: return comes(from: ["EmbeddedEventLoop", "EmbeddedChannel"], id, scope)
        case .stateQueue: return isStateQueue(id, in: scope)
        case .globalQueue: return isMember(["global"], of: ["DispatchQueue"], id, scope)
        }
    }

    /// Whether an expression is of one of some types, or what a chain of calls and members makes of one.
    private func comes(from types: Set<String>, _ id: ExpressionID, _ scope: Scope, _ budget: Int = 20) -> Bool {
        guard budget > 0 else { return false }
        let owners = nominals(in: type(of: id, in: scope).unwrapped).flatMap { withSupertypes($0) }
        if owners.contains(where: { types.contains(index[$0].qualifiedName) }) { return true }
        let summary = index.files[scope.file].summary
        switch summary[id] {
        case .member(let base, _, _): return comes(from: types, base, scope, budget - 1)
        case .call(let call): return comes(from: types, summary.calls[call.index].callee, scope, budget - 1)
        case .local(let local):
            guard let value = summary.locals[local.index].origin.value else { return false }
            let inner = Scope(file: scope.file, body: summary.locals[local.index].body)
            return comes(from: types, value, inner, budget - 1)
        case .unwrap(let inner), .optionalTry(let inner), .cast(let inner, _, _):
            return comes(from: types, inner, scope, budget - 1)
        default: return false
        }
    }

    /// Whether an expression is, or is a constant that was set to, a member of one of some types.
    func isMember(
        _ names: Set<String>, of types: Set<String>, _ id: ExpressionID, _ scope: Scope, _ budget: Int = 8
    ) -> Bool {
        guard budget > 0 else { return false }
        let summary = index.files[scope.file].summary
        switch summary[id] {
        case .member(let base, let name, _):
            if names.contains(name) {
                let owners = nominals(in: type(of: base, in: scope).unwrapped.metatypeInstance)
                return owners.contains { types.contains(index[$0].qualifiedName) }
            }
            return constant(id, scope).map { isMember(names, of: types, $0.0, $0.1, budget - 1) } ?? false
        case .call(let call):
            let call = summary.calls[call.index]
            guard case .member = summary[call.callee] else { return false }
            return isMember(names, of: types, call.callee, scope, budget - 1)
        case .local(let local):
            switch summary.locals[local.index].origin {
            case .binding(let value?), .unwrapped(let value), .capture(let value):
                let inner = Scope(file: scope.file, body: summary.locals[local.index].body)
                return isMember(names, of: types, value, inner, budget - 1)
            default: return false
            }
        case .name: return constant(id, scope).map { isMember(names, of: types, $0.0, $0.1, budget - 1) } ?? false
        case .unwrap(let inner), .optionalTry(let inner):
            return isMember(names, of: types, inner, scope, budget - 1)
        default: return false
        }
    }

    /// The initial value of the property that an expression names.
    func constant(_ id: ExpressionID, _ scope: Scope) -> (ExpressionID, Scope)? {
        guard let property = property(id, scope) else { return nil }
        let declaration = index.property(property)
        guard let value = declaration.initializer, let body = declaration.initializerBody else { return nil }
        return (value, Scope(file: property.file, body: body))
    }

    /// The property of the workspace that an expression names.
    package func property(_ id: ExpressionID, _ scope: Scope) -> PropertyReference? {
        let summary = index.files[scope.file].summary
        switch summary[id] {
        case .name(let name, _):
            for enclosing in enclosingTypes(of: scope) {
                for (_, members) in members(named: name, of: enclosing, from: scope.file) {
                    for case .property(let property) in members { return property }
                }
            }
            return globalProperty(name, from: scope.file)
        case .member(let base, let name, _):
            let receiver = type(of: base, in: scope).unwrapped.metatypeInstance
            for nominal in nominals(in: receiver) {
                for (_, members) in members(named: name, of: nominal, from: scope.file) {
                    for case .property(let property) in members { return property }
                }
            }
            return nil
        case .unwrap(let inner): return property(inner, scope)
        default: return nil
        }
    }
}

extension Local.Origin {
    /// What a name was made to stand for where it was declared.
    fileprivate var value: ExpressionID? {
        switch self {
        case .binding(let value): value
        case .unwrapped(let value), .capture(let value): value
        default: nil
        }
    }
}
