import SourceModel

extension Resolver {
    /// What a call reaches and the type of its value. Remembered; a call inside itself is `unknown`.
    package func resolve(_ call: CallReference) -> CallResolution {
        if let known = resolutions[call] { return known }
        guard depth < Self.maximumDepth, callsInProgress.insert(call).inserted else { return .unknown }
        depth += 1
        defer {
            depth -= 1
            callsInProgress.remove(call)
        }
        let found = compute(call)
        resolutions[call] = found
        return found
    }

    private func compute(_ reference: CallReference) -> CallResolution {
        let call = index.call(reference)
        let scope = Scope(file: reference.file, body: call.body)
        let summary = index.files[reference.file].summary
        if call.isSubscript { return .unknown }
        switch summary[call.callee] {
        case .local(let local): return resolveLocal(LocalReference(reference.file, local), reference)
        case .name(let name, let arguments): return resolveName(name, arguments, reference, scope)
        case .member(let base, let name, _): return resolveMember(name, of: base, reference, scope)
        case .implicitMember(let name): return resolveImplicitMember(name, reference)
        case .closure(let body):
            let closure = BodyReference(reference.file, body)
            return CallResolution(target: .closure(closure), confidence: .certain, result: resultType(of: closure))
        case .selfType, .type, .selfMember:
            guard case .metatype(let instance) = type(of: call.callee, in: scope) else { return .unknown }
            return resolveInitializer(of: instance, reference)
        case .selfReference: return .unknown
        case .unwrap(let inner): return resolveUnwrapped(inner, reference, scope)
        default:
            return CallResolution(
                target: .unknown, confidence: .possible, result: functionResult(type(of: call.callee, in: scope)))
        }
    }

    /// `callback?()`
    private func resolveUnwrapped(_ inner: ExpressionID, _ call: CallReference, _ scope: Scope) -> CallResolution {
        let summary = index.files[call.file].summary
        switch summary[inner] {
        case .local(let local): return resolveLocal(LocalReference(call.file, local), call)
        case .name(let name, let arguments): return resolveName(name, arguments, call, scope)
        case .member(let base, let name, _): return resolveMember(name, of: base, call, scope)
        default: return .unknown
        }
    }

    private func functionResult(_ type: ResolvedType) -> ResolvedType {
        if case .function(let shape) = type.unwrapped { return shape.result }
        return .unknown
    }

    // MARK: Locals

    private func resolveLocal(_ local: LocalReference, _ call: CallReference) -> CallResolution {
        let declaration = index.local(local)
        switch declaration.origin {
        case .function(let function):
            return resolution(to: [FunctionReference(local.file, function)], .certain, [:])
        case .parameter, .closureParameter:
            return CallResolution(
                target: .parameter(local), confidence: .certain, result: functionResult(type(ofLocal: local)))
        case .binding(let value?), .unwrapped(let value), .capture(let value):
            let summary = index.files[local.file].summary
            if case .closure(let body) = summary[value] {
                let closure = BodyReference(local.file, body)
                let confidence: Confidence = declaration.isMutable ? .likely : .certain
                return CallResolution(
                    target: .closure(closure), confidence: confidence, result: resultType(of: closure))
            }
            let scope = Scope(file: local.file, body: declaration.body)
            // `let read = loader.read` followed by `read()`.
            switch summary[value] {
            case .local(let other) where other != local.id:
                return resolveLocal(LocalReference(local.file, other), call)
            case .member, .name:
                if case .metatype(let instance) = type(of: value, in: scope) {
                    return resolveInitializer(of: instance, call)
                }
            default: break
            }
            return CallResolution(
                target: .unknown, confidence: .possible, result: functionResult(type(ofLocal: local)))
        default:
            return CallResolution(
                target: .unknown, confidence: .possible, result: functionResult(type(ofLocal: local)))
        }
    }

    // MARK: Names

    private func resolveName(
        _ name: String, _ arguments: [TypeReference], _ call: CallReference, _ scope: Scope
    ) -> CallResolution {
        for enclosing in enclosingTypes(of: scope) {
            let levels = members(named: name, of: enclosing, from: scope.file)
            if let found = resolveMembers(levels, receiver: .nominal(enclosing, arguments: []), call, isStatic: nil) {
                return found
            }
            // A member of that name hides every global, whether it takes these arguments or not; a nested type's
            // initializer is looked up below.
            let hides = levels.contains { $0.members.contains { !$0.isType } }
            if hides { return .unknown }
            if let external = inheritedLibraryMethod(name, of: enclosing, call) { return external }
        }
        if lookUpType(name, in: typeScope(scope)) != nil {
            let reference = TypeReference.named([TypeComponent(name, arguments: arguments)])
            return resolveInitializer(of: resolve(reference, in: typeScope(scope)), call)
        }
        if let functions = globalFunctions(name, call) { return resolution(to: functions, .certain, [:]) }
        if let property = globalProperty(name, from: scope.file) {
            return CallResolution(
                target: .property(property), confidence: .likely, result: functionResult(type(of: property)))
        }
        if name.looksLikeType, !isLibraryFunction(name) {
            let reference = TypeReference.named([TypeComponent(name, arguments: arguments)])
            return resolveInitializer(of: resolve(reference, in: typeScope(scope)), call)
        }
        let labels = index.call(call).labels
        let result = catalogue.resultType(ofFunction: name, labels: labels)
            .map { libraryTypeReference($0, modules: [], [:]) }
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: nil, kind: .freeFunction)), confidence: .certain,
            result: result ?? .unknown)
    }

    /// A method that a type of the workspace inherits from a library, called without `self.`.
    private func inheritedLibraryMethod(
        _ name: String, of type: NominalID, _ call: CallReference
    ) -> CallResolution? {
        let labels = index.call(call).labels
        for owner in withSupertypes(type) where !index[owner].isDeclared {
            let known = catalogue.effects(named: name).contains {
                $0.typeName == index[owner].qualifiedName && $0.matches(labels)
            }
            guard known else { continue }
            let receiver = ResolvedType.nominal(owner, arguments: [])
            return CallResolution(
                target: .external(ExternalCallee(name: name, receiver: receiver, kind: .method)),
                confidence: .likely, result: .unknown)
        }
        return nil
    }

    /// C functions of Apple's libraries are spelled like types: `SecItemCopyMatching`.
    private func isLibraryFunction(_ name: String) -> Bool {
        catalogue.effects(named: name).contains { $0.typeName == nil }
    }

    private func globalFunctions(_ name: String, _ call: CallReference) -> [FunctionReference]? {
        guard let candidates = index.globalFunctions[name] else { return nil }
        let visible = candidates.filter { function in
            let access = index.function(function).access
            guard isAccessible(access, declaredIn: function.file, from: call.file) else { return false }
            return index.isVisible(module: index.files[function.file].module, from: call.file)
        }
        let own = index.files[call.file].module
        let inModule = select(visible.filter { index.files[$0.file].module == own }, for: call)
        if !inModule.isEmpty { return inModule }
        let imported = select(visible, for: call)
        return imported.isEmpty ? nil : imported
    }

    // MARK: Members

    private func resolveMember(
        _ name: String, of base: ExpressionID, _ call: CallReference, _ scope: Scope
    ) -> CallResolution {
        let receiver = type(of: base, in: scope)
        switch receiver {
        case .module(let module): return resolveQualified(name, module: module, call, scope)
        case .metatype(let instance):
            if name == "init" { return resolveInitializer(of: instance, call) }
            return resolveMethod(name, on: instance, isStatic: true, call)
        case .optional(let wrapped):
            let own = resolveMethod(name, on: receiver, isStatic: false, call)
            if case .external = own.target, !own.result.isUnknown { return own }
            if case .functions = own.target { return own }
            if ["map", "flatMap"].contains(name) { return own }
            return resolveMethod(name, on: wrapped, isStatic: false, call)
        case .unknown, .function, .tuple:
            if name == "init", case .superReference = index.files[call.file].summary[base] { return .unknown }
            return CallResolution(
                target: .external(ExternalCallee(name: name, receiver: .unknown, kind: .method)),
                confidence: .possible, result: .unknown)
        default:
            if name == "init" { return resolveInitializer(of: receiver, call) }
            return resolveMethod(name, on: receiver, isStatic: false, call)
        }
    }

    /// `Foundation.sleep(1)`, `Foundation.Data(…)`
    private func resolveQualified(
        _ name: String, module: String, _ call: CallReference, _ scope: Scope
    ) -> CallResolution {
        if name.looksLikeType, !isLibraryFunction(name) {
            return resolveInitializer(of: moduleType(name, module: module, file: scope.file), call)
        }
        let own = (index.globalFunctions[name] ?? []).filter { index.files[$0.file].module == module }
        let fitting = select(own, for: call)
        if !fitting.isEmpty { return resolution(to: fitting, .certain, [:]) }
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: nil, kind: .freeFunction)), confidence: .certain,
            result: .unknown)
    }

    private func resolveMethod(
        _ name: String, on receiver: ResolvedType, isStatic: Bool, _ call: CallReference
    ) -> CallResolution {
        for id in nominals(in: receiver) {
            let levels = members(named: name, of: id, from: call.file)
            if let found = resolveMembers(levels, receiver: receiver, call, isStatic: isStatic) { return found }
        }
        let kind: ExternalCallee.Kind = isStatic ? .staticMethod : .method
        let substitution = substitution(for: receiver)
        var result = ResolvedType.unknown
        let labels = index.call(call).labels
        for id in nominals(in: receiver) {
            if let found = libraryMember(name, labels: labels, of: id, substitution) {
                result = found
                break
            }
        }
        if result.isUnknown { result = transformed(name, receiver, call) }
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: receiver, kind: kind)), confidence: .certain,
            result: result, substitution: substitution)
    }

    /// Result types that depend on a closure: `map` of a sequence, an optional or a future.
    private func transformed(_ name: String, _ receiver: ResolvedType, _ call: CallReference) -> ResolvedType {
        guard ["map", "compactMap", "flatMap", "flatMapThrowing", "withLock", "withLockedValue"].contains(name),
            let closure = index.call(call).arguments.last,
            case .closure(let body) = index.files[call.file].summary[closure.value]
        else { return .unknown }
        let result = resultType(of: BodyReference(call.file, body))
        if name.hasPrefix("withLock") { return result }
        switch receiver {
        case .optional: return .optional(result.unwrapped)
        case .nominal(let id, _) where index[id].qualifiedName == "EventLoopFuture":
            if name == "flatMap" { return result }
            return .nominal(id, arguments: [result])
        case .nominal:
            let element = name == "compactMap" ? result.unwrapped : name == "flatMap" ? elementType(of: result) : result
            return .nominal(index.external("Array"), arguments: [element])
        default: return .unknown
        }
    }

    private func resolveImplicitMember(_ name: String, _ call: CallReference) -> CallResolution {
        if let expected = expectedType(of: call) {
            if name == "init" { return resolveInitializer(of: expected.unwrapped, call) }
            return resolveMethod(name, on: expected.unwrapped, isStatic: true, call)
        }
        let kind: ExternalCallee.Kind = name == "init" ? .initializer : .staticMethod
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: .unknown, kind: kind)), confidence: .possible,
            result: .unknown)
    }

    /// Finds the nearest level whose members take the call.
    private func resolveMembers(
        _ levels: [(owner: NominalID, members: [Member])], receiver: ResolvedType, _ call: CallReference,
        isStatic: Bool?
    ) -> CallResolution? {
        let substitution = substitution(for: receiver)
        for (owner, members) in levels {
            var functions: [FunctionReference] = []
            for member in members {
                switch member {
                case .function(let function):
                    let declaration = index.function(function)
                    guard isStatic.map({ $0 == declaration.isStatic }) ?? true else { continue }
                    functions.append(function)
                case .property(let property):
                    return CallResolution(
                        target: .property(property), confidence: .certain,
                        result: functionResult(type(of: property, substitution)), substitution: substitution)
                case .enumCase:
                    guard isStatic == true else { continue }
                    return CallResolution(target: .enumCase, confidence: .certain, result: receiver)
                case .type(let nested):
                    guard isStatic != false else { continue }
                    return resolveInitializer(of: .nominal(nested, arguments: []), call)
                case .alias:
                    guard isStatic != false, let type = nestedType(index.call(call).baseName(in: index.files[call.file].summary), of: owner, substitution)
                    else { continue }
                    return resolveInitializer(of: type, call)
                }
            }
            let fitting = select(functions, for: call)
            guard !fitting.isEmpty else { continue }
            let targets = implementations(of: fitting, owner: owner, receiver: receiver, call)
            return resolution(to: targets.functions, targets.confidence, substitution, call)
        }
        return nil
    }

    /// The code behind protocol requirements: the conforming types' members.
    private func implementations(
        of functions: [FunctionReference], owner: NominalID, receiver: ResolvedType, _ call: CallReference
    ) -> (functions: [FunctionReference], confidence: Confidence) {
        guard functions.allSatisfy({ index.function($0).body == nil }), index[owner].kind == .protocol else {
            return (functions, functions.count == 1 ? .certain : .likely)
        }
        let name = index.call(call).baseName(in: index.files[call.file].summary)
        var found: [FunctionReference] = []
        for conformer in allSubtypes(of: owner) {
            let own = (index[conformer].members[name] ?? []).compactMap { member -> FunctionReference? in
                guard case .function(let function) = member, index.function(function).body != nil else { return nil }
                // A test's stand-in says nothing about the code that ships.
                if index.files[function.file].isTest, !index.files[call.file].isTest { return nil }
                return function
            }
            found += select(own, for: call)
        }
        guard !found.isEmpty else { return (functions, .certain) }
        return (found, found.count == 1 ? .likely : .possible)
    }

    /// Types that conform to or inherit from a type, directly or not, in the order of declaration.
    package func allSubtypes(of id: NominalID) -> [NominalID] {
        var order = index[id].subtypes
        var seen = Set(order)
        var next = 0
        while next < order.count {
            for subtype in index[order[next]].subtypes where seen.insert(subtype).inserted { order.append(subtype) }
            next += 1
        }
        return order
    }

    // MARK: Initializers

    private func resolveInitializer(of instance: ResolvedType, _ call: CallReference) -> CallResolution {
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
            guard !fitting.isEmpty else { continue }
            var found = resolution(to: fitting, fitting.count == 1 ? .certain : .likely, [:], call)
            found.result = index.function(fitting[0]).isFailable ? .optional(instance) : instance
            _ = owner
            return found
        }
        if index[id].isDeclared, !libraryInitializer(of: id, call) {
            return CallResolution(target: .implicitInitializer(id), confidence: .certain, result: instance)
        }
        var result = instance
        if let found = libraryMember("init", labels: index.call(call).labels, of: id, substitution(for: instance)),
            case .optional = found
        {
            result = .optional(instance)
        }
        return CallResolution(
            target: .external(ExternalCallee(name: "init", receiver: instance, kind: .initializer)),
            confidence: .certain, result: result)
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

    // MARK: Results

    private func resolution(
        to functions: [FunctionReference], _ confidence: Confidence, _ substitution: Substitution,
        _ call: CallReference? = nil
    ) -> CallResolution {
        guard let first = functions.first else { return .unknown }
        let declaration = index.function(first)
        var substitution = substitution
        if let call { bindGenerics(of: declaration, first, call, &substitution) }
        let scope = TypeScope(file: first.file, type: declaration.parent, function: first.id)
        let result = declaration.result.map { resolve($0, in: scope, substitution) } ?? .void
        return CallResolution(
            target: .functions(functions), confidence: functions.count == 1 ? confidence : min(confidence, .likely),
            result: result, substitution: substitution)
    }

    /// Binds a function's generic parameters that are written as the type of a parameter.
    private func bindGenerics(
        of declaration: FunctionDeclaration, _ function: FunctionReference, _ reference: CallReference,
        _ substitution: inout Substitution
    ) {
        guard !declaration.generics.isEmpty else { return }
        let call = index.call(reference)
        guard let assigned = parameters(of: call, in: declaration) else { return }
        let names = Set(declaration.generics.map(\.name))
        let scope = Scope(file: reference.file, body: call.body)
        for (argument, position) in zip(call.arguments, assigned) {
            switch declaration.parameters[position].type.withoutOptional {
            case .named(let components) where components.count == 1 && names.contains(components[0].name):
                let type = type(of: argument.value, in: scope)
                if !type.isUnknown { substitution[components[0].name] = type }
            case .metatype(.named(let components)) where components.count == 1 && names.contains(components[0].name):
                if case .metatype(let instance) = type(of: argument.value, in: scope) {
                    substitution[components[0].name] = instance
                }
            case .function(let shape):
                guard case .named(let components) = shape.result, components.count == 1,
                    names.contains(components[0].name),
                    case .closure(let body) = index.files[reference.file].summary[argument.value]
                else { continue }
                let result = resultType(of: BodyReference(reference.file, body))
                if !result.isUnknown { substitution[components[0].name] = result }
            default: continue
            }
        }
    }

    /// The type that a closure returns: as written, or of its only or last value.
    func resultType(of closure: BodyReference) -> ResolvedType {
        if let known = bodyResults[closure] { return known }
        bodyResults[closure] = .unknown
        let body = index.body(closure)
        let scope = Scope(closure)
        var found = ResolvedType.unknown
        if case .closure(let form) = body.kind, let written = form.result {
            found = resolve(written, in: typeScope(scope))
        } else {
            found = returnedValue(body.steps).map { type(of: $0, in: scope) } ?? .unknown
        }
        bodyResults[closure] = found
        return found
    }

    private func returnedValue(_ steps: [Step]) -> ExpressionID? {
        for step in steps.reversed() {
            switch step {
            case .exit(.return(let value?)): return value
            case .scope(let inner): if let value = returnedValue(inner) { return value }
            case .branch(let arms):
                for arm in arms { if let value = returnedValue(arm) { return value } }
            default: continue
            }
        }
        return nil
    }
}

extension Member {
    var isType: Bool {
        switch self {
        case .type, .alias: true
        case .function, .property, .enumCase: false
        }
    }
}
