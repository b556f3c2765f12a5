extension Resolver {
    /// A function as a reader would name it: `Config.load(from:)`, `Config.init(path:)`, `Config.url`.
    package func symbol(of function: FunctionReference) -> String {
        let declaration = index.function(function)
        let prefix = index.owner(of: function).map { index[$0].qualifiedName + "." } ?? ""
        switch declaration.kind {
        case .getter, .setter, .observer: return prefix + declaration.name
        case .deinitializer: return prefix + "deinit"
        case .subscriptGetter, .subscriptSetter: return prefix + "subscript"
        case .function, .initializer:
            let labels = declaration.parameters.map { ($0.label ?? "_") + ":" }.joined()
            return prefix + declaration.name + "(" + labels + ")"
        }
    }

    /// The nearest named declaration around a body, or the file's top level.
    package func symbol(around body: BodyReference) -> (name: String, offset: Int) {
        var current: BodyID? = body.id
        var steps = 0
        while let id = current, steps < 300 {
            steps += 1
            let candidate = index.body(BodyReference(body.file, id))
            switch candidate.kind {
            case .function(let function):
                let reference = FunctionReference(body.file, function)
                return (symbol(of: reference), index.function(reference).nameRange.start)
            case .propertyInitializer(let property):
                let declaration = index.property(PropertyReference(body.file, property))
                let owner = index.nominal(of: declaration.parent, in: body.file)
                let prefix = owner.map { index[$0].qualifiedName + "." } ?? ""
                return (prefix + declaration.name, declaration.nameRange.start)
            case .topLevel, .closure, .asyncLet, .defaultArgument: current = candidate.parent
            }
        }
        return ("top-level code", 0)
    }

    package func body(of site: Site) -> BodyReference {
        switch site {
        case .call(let call): index.body(of: call)
        case .read(let read): BodyReference(read.file, index.read(read).body)
        case .loop(let loop): loop.body
        }
    }

    /// The parameter that a body is the default value of.
    func parameter(withDefault body: BodyReference, of function: FunctionReference) -> Int? {
        let bodies = index.files[body.file].summary.bodies
        var place = 0
        for candidate in bodies[..<body.id.index] {
            if case .defaultArgument(function.id) = candidate.kind { place += 1 }
        }
        let parameters = index.function(function).parameters
        let defaulted = parameters.indices.filter { parameters[$0].hasDefault }
        return defaulted.indices.contains(place) ? defaulted[place] : nil
    }

    /// The property that an initializer stores one of its arguments in.
    func storedProperty(ofArgument argument: Int, in reference: CallReference) -> PropertyReference? {
        let call = index.call(reference)
        guard call.arguments.indices.contains(argument) else { return nil }
        switch resolve(reference).target {
        case .implicitInitializer(let id):
            let stored = index[id].properties
                .filter { index.property($0).getter == nil && !index.property($0).isStatic }
                .sorted { ($0.file, $0.id.index) < ($1.file, $1.id.index) }
            if let label = call.arguments[argument].label {
                return stored.first { index.property($0).name == label }
            }
            // A trailing closure without a label stands for the last property that nothing after it names.
            let later = Set(call.arguments[(argument + 1)...].compactMap(\.label))
            return stored.prefix { !later.contains(index.property($0).name) }.last
        case .functions(let functions):
            guard functions.count == 1, let function = functions.first,
                index.function(function).kind == .initializer, let body = index.function(function).body,
                let position = parameter(ofArgument: argument, of: call, in: index.function(function))
            else { return nil }
            let initializer = index.body(BodyReference(function.file, body))
            guard initializer.parameters.indices.contains(position) else { return nil }
            return stored(
                initializer.parameters[position], by: initializer.steps, Scope(file: function.file, body: body))
        default: return nil
        }
    }

    private func stored(_ local: LocalID, by steps: [Step], _ scope: Scope) -> PropertyReference? {
        let summary = index.files[scope.file].summary
        for step in steps {
            switch step {
            case .assignment(let target, let value):
                if case .local(local) = summary[value] { return property(target, scope) }
            case .scope(let inner), .deferred(let inner):
                if let found = stored(local, by: inner, scope) { return found }
            case .branch(let arms):
                for arm in arms { if let found = stored(local, by: arm, scope) { return found } }
            default: continue
            }
        }
        return nil
    }

    /// The functions that an expression names without calling them.
    func functions(named expression: ExpressionID, in scope: Scope) -> [FunctionReference] {
        switch index.files[scope.file].summary[expression] {
        case .name(let name, _):
            for enclosing in enclosingTypes(of: scope) {
                let found = functions(named: name, of: enclosing, from: scope.file)
                if !found.isEmpty { return found }
            }
            return (index.globalFunctions[name] ?? []).filter {
                index.isVisible(module: index.files[$0.file].module, from: scope.file)
                    && isAccessible(index.function($0).access, declaredIn: $0.file, from: scope.file)
            }
        case .member(let base, let name, _):
            guard let owner = nominals(in: type(of: base, in: scope).unwrapped.metatypeInstance).first else {
                return []
            }
            return functions(named: name, of: owner, from: scope.file)
        case .local(let local):
            guard case .function(let function) = index.local(LocalReference(scope.file, local)).origin else {
                return []
            }
            return [FunctionReference(scope.file, function)]
        default: return []
        }
    }

    private func functions(named name: String, of owner: NominalID, from file: Int) -> [FunctionReference] {
        for (_, members) in members(named: name, of: owner, from: file) {
            let found = members.compactMap { member -> FunctionReference? in
                if case .function(let function) = member { return function }
                return nil
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
