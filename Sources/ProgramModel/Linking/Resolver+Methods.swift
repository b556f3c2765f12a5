import SourceModel

/// Calls through a receiver: `value.method()`, `Type.method()`, `Module.function()`, `.member()`.
extension Resolver {
    func resolveMember(
        _ name: String, of base: ExpressionID, _ call: CallReference, _ scope: Scope
    ) -> CallResolution {
        let receiver = type(of: base, in: scope)
        switch receiver {
        case .module(let module): return resolveQualified(name, module: module, call, scope)
        case .metatype(let instance):
            if name == "init" { return resolveInitializer(of: instance, call) }
            // `Handler.Context(…)`: an associated type.
            if case .archetype = instance, name.looksLikeType { return .unknown }
            if case .nominal(let id, _) = instance, let nested = libraryNestedType(name, of: id),
                members(named: name, of: id, from: call.file).isEmpty
            {
                return resolveInitializer(of: nested, call)
            }
            return resolveMethod(name, on: instance, isStatic: true, call)
        case .optional(let wrapped):
            let own = resolveMethod(name, on: receiver, isStatic: false, call)
            if case .external = own.target, !own.result.isUnknown { return own }
            if case .functions = own.target { return own }
            if ["map", "flatMap"].contains(name) { return own }
            return resolveMethod(name, on: wrapped, isStatic: false, call)
        case .unknown, .function, .tuple:
            if name == "init", case .superReference = index.files[call.file].summary[base] { return .unknown }
            return .member(name, of: .unknown)
        default:
            if name == "init" { return resolveInitializer(of: receiver, call) }
            return resolveMethod(name, on: receiver, isStatic: false, call)
        }
    }

    /// `Foundation.sleep(1)`, `Foundation.Data(…)`
    private func resolveQualified(
        _ name: String, module: String, _ call: CallReference, _ scope: Scope
    ) -> CallResolution {
        if name.looksLikeType, !catalogue.isGlobalName(name) {
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
        if isOpaque(receiver) || mayBeAdded(name, to: receiver) { return .member(name, of: .unknown) }
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
        if result.isUnknown || isArrayOfAnything(result) {
            let found = transformed(name, receiver, call)
            if !found.isUnknown { result = found }
        }
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: receiver, kind: kind)), confidence: .certain,
            result: result, substitution: substitution)
    }

    /// Whether nothing that is known of a type parameter can have a member which the workspace does not declare: it stands
    /// for a type that was not found out.
    private func isOpaque(_ receiver: ResolvedType) -> Bool {
        guard case .archetype(_, let constraints) = receiver else { return false }
        return constraints.allSatisfy { constraint in
            withSupertypes(constraint).allSatisfy { index[$0].isDeclared || isMarker($0) }
        }
    }

    /// Whether the workspace adds a member of that name to a library's protocol, and nothing says whether the receiver's
    /// type, which is a library's too, conforms.
    private func mayBeAdded(_ name: String, to receiver: ResolvedType) -> Bool {
        guard case .nominal(let id, _) = receiver, !index[id].isDeclared,
            catalogue.types(named: index[id].qualifiedName).isEmpty, let owners = index.members(named: name)
        else { return false }
        return owners.keys.contains { owner in
            !index[owner].isDeclared
                && catalogue.types(named: index[owner].qualifiedName).allSatisfy {
                    $0.kind == nil || $0.kind == .protocol
                }
        }
    }

    /// The catalogue knows that `map` makes an array, but not of what.
    private func isArrayOfAnything(_ type: ResolvedType) -> Bool {
        guard case .nominal(let id, let arguments) = type, arguments.isEmpty else { return false }
        return index[id].qualifiedName == "Array" && !index[id].isDeclared
    }

    /// Result types that depend on a closure: `map` of a sequence, an optional or a future.
    private func transformed(_ name: String, _ receiver: ResolvedType, _ call: CallReference) -> ResolvedType {
        guard ["map", "compactMap", "flatMap", "flatMapThrowing", "withLock", "withLockedValue"].contains(name),
            let last = index.call(call).arguments.last
        else { return .unknown }
        let result = resultType(ofFunction: last.value, call)
        if result.isUnknown { return .unknown }
        if name.hasPrefix("withLock") { return result }
        switch receiver {
        case .optional: return .optional(result.unwrapped)
        case .nominal(let id, _) where index[id].qualifiedName == "EventLoopFuture":
            if name == "flatMap" { return result }
            return .nominal(id, arguments: [result])
        case .nominal:
            let element = name == "compactMap" ? result.unwrapped : name == "flatMap" ? elementType(of: result) : result
            return element.isUnknown ? .unknown : .nominal(index.external("Array"), arguments: [element])
        default: return .unknown
        }
    }

    /// The type that a closure returns, or that `URL.init` makes.
    private func resultType(ofFunction value: ExpressionID, _ call: CallReference) -> ResolvedType {
        switch index.files[call.file].summary[value] {
        case .closure(let body): return resultType(of: BodyReference(call.file, body))
        case .member(let base, "init", _):
            let type = type(of: base, in: Scope(file: call.file, body: index.call(call).body))
            // It may be one that fails; only these have none for the elements of a sequence.
            guard case .metatype(let instance) = type, case .nominal(let id, _) = instance,
                Self.unfailing.contains(index[id].name)
            else { return .unknown }
            return instance
        default: return .unknown
        }
    }

    private static let unfailing: Set<String> = ["String", "Substring", "Array", "Set", "Data", "FilePath"]

    func resolveImplicitMember(_ name: String, _ call: CallReference) -> CallResolution {
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
    func resolveMembers(
        _ levels: [(owner: NominalID, members: [Member])], receiver: ResolvedType, _ call: CallReference,
        isStatic: Bool?
    ) -> CallResolution? {
        if levels.isEmpty { return nil }
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
                    guard mayBeCalled(property, isStatic, substitution) else { continue }
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
                    guard isStatic != false,
                        let type = nestedType(
                            index.call(call).baseName(in: index.files[call.file].summary), of: owner, substitution)
                    else { continue }
                    return resolveInitializer(of: type, call)
                }
            }
            let fitting = runnable(select(functions, for: call), owner: owner, receiver: receiver)
            guard !fitting.isEmpty, !areForOtherTypes(fitting, owner, call) else { continue }
            let targets = implementations(of: fitting, owner: owner, receiver: receiver, call)
            return resolution(to: targets.functions, targets.confidence, substitution, call)
        }
        return nil
    }

    /// Whether a call can mean the value of a property, and not a function by the same name.
    private func mayBeCalled(_ property: PropertyReference, _ isStatic: Bool?, _ substitution: Substitution) -> Bool {
        let declaration = index.property(property)
        if let isStatic, isStatic != declaration.isStatic, declaration.parent != nil { return false }
        guard case .nominal(let id, _) = type(of: property, substitution), index[id].isDeclared else { return true }
        let supertypes = withSupertypes(id)
        return !supertypes.allSatisfy { index[$0].isDeclared || isMarker($0) }
            || supertypes.contains { !index.members(named: "callAsFunction", of: $0).isEmpty }
    }

    /// What a call can run: a type that has no member of its own meets a requirement with the default; without one, a
    /// library has the code.
    private func runnable(
        _ functions: [FunctionReference], owner: NominalID, receiver: ResolvedType
    ) -> [FunctionReference] {
        guard case .nominal(let id, _) = receiver, index[id].kind != .protocol, index[owner].kind == .protocol else {
            return functions
        }
        return functions.filter { index.function($0).body != nil }
    }

    /// The code behind protocol requirements: the conforming types' members.
    func implementations(
        of functions: [FunctionReference], owner: NominalID, receiver: ResolvedType, _ call: CallReference
    ) -> (functions: [FunctionReference], confidence: Confidence) {
        guard functions.allSatisfy({ index.function($0).body == nil }), index[owner].kind == .protocol else {
            return (functions, functions.count == 1 ? .certain : .likely)
        }
        let name = index.call(call).baseName(in: index.files[call.file].summary)
        var found: [FunctionReference] = []
        for conformer in allSubtypes(of: owner) {
            let own = index.members(named: name, of: conformer).compactMap { member -> FunctionReference? in
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
}

extension Member {
    var isType: Bool {
        switch self {
        case .type, .alias: true
        case .function, .property, .enumCase: false
        }
    }
}
