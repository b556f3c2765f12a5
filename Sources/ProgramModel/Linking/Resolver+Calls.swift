import SourceModel

/// What calls reach: the entry, locals and names; members, initializers and results have files of their own.
extension Resolver {
    /// What a call reaches and the type of its value. Remembered; a call inside itself is `unknown`.
    package func resolve(_ call: CallReference) -> CallResolution {
        switch resolutions[call] {
        case .known(let known): return known
        case .pending: return .unknown
        case nil: break
        }
        guard depth < Self.maximumDepth else { return .unknown }
        depth += 1
        defer { depth -= 1 }
        resolutions.set(call, to: .pending)
        var found = settled(calledValue(compute(call), call), call)
        // Only the parameters of closures ask what it says, and most calls have none.
        if !takesClosure(call) { found.substitution = [:] }
        resolutions.set(call, to: .known(found))
        return found
    }

    private func takesClosure(_ reference: CallReference) -> Bool {
        let summary = index.files[reference.file].summary
        return summary.calls[reference.id.index].arguments.contains { argument in
            if case .closure = summary[argument.value] { true } else { false }
        }
    }

    private func compute(_ reference: CallReference) -> CallResolution {
        let call = index.call(reference)
        let scope = Scope(file: reference.file, body: call.body)
        let summary = index.files[reference.file].summary
        if call.isSubscript { return resolveSubscript(reference) }
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

    func functionResult(_ type: ResolvedType) -> ResolvedType {
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
        if let type = lookUpType(name, arguments, in: typeScope(scope)) { return resolveInitializer(of: type, call) }
        if let functions = globalFunctions(name, call) { return resolution(to: functions, .certain, [:]) }
        if let property = globalProperty(name, from: scope.file) {
            return CallResolution(
                target: .property(property), confidence: .likely, result: functionResult(type(of: property)))
        }
        if name.looksLikeType, !catalogue.isGlobalName(name) {
            let reference = TypeReference.named([TypeComponent(name, arguments: arguments)])
            return resolveInitializer(of: resolve(reference, in: typeScope(scope)), call)
        }
        let labels = index.call(call).labels
        let result =
            catalogue.resultType(ofFunction: name, labels: labels).map { libraryTypeReference($0, modules: [], [:]) }
            ?? unwrapped(name, call)
        if result == nil, !catalogue.isGlobalName(name), mayBeInherited(name, scope) {
            return .member(name, of: .unknown)
        }
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: nil, kind: .freeFunction)), confidence: .certain,
            result: result ?? .unknown)
    }

    /// A method that a type of the workspace inherits from a library, called without `self.`.
    private func inheritedLibraryMethod(
        _ name: String, of type: NominalID, _ call: CallReference
    ) -> CallResolution? {
        let entries = catalogue.effects(named: name)
        if entries.isEmpty { return libraryMethodWithClosure(name, of: type, call) }
        let labels = index.call(call).labels
        for owner in withSupertypes(type) where !index[owner].isDeclared {
            let known = entries.contains {
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

    /// A method of a library that takes a closure, called without `self.`: `compactMap { … }` in an extension of
    /// `Array`, `present(sheet, animated: true) { … }` in a view controller.
    private func libraryMethodWithClosure(
        _ name: String, of type: NominalID, _ call: CallReference
    ) -> CallResolution? {
        let owners = catalogue.closures(named: name).compactMap(\.declaration.typeName)
        guard !owners.isEmpty else { return nil }
        let supertypes = withSupertypes(type).filter { !index[$0].isDeclared }.map { index[$0].qualifiedName }
        let isSequence = !index[type].isDeclared && isCollection(type) && owners.contains(where: Self.isSequence)
        guard isSequence || owners.contains(where: supertypes.contains) else { return nil }
        let receiver = ResolvedType.nominal(type, arguments: [])
        let labels = index.call(call).labels
        return CallResolution(
            target: .external(ExternalCallee(name: name, receiver: receiver, kind: .method)), confidence: .likely,
            result: libraryMember(name, labels: labels, of: type, substitution(for: receiver)) ?? .unknown)
    }

    private static func isSequence(_ name: String) -> Bool { ["Sequence", "Collection", "Array"].contains(name) }

    /// Whether a type has what the catalogue says of sequences.
    func isCollection(_ id: NominalID) -> Bool {
        ["Array", "Set", "Dictionary", "ArraySlice", "Range", "ClosedRange", "String", "Substring", "Data"]
            .contains(index[id].qualifiedName)
    }

    /// The type of `XCTUnwrap(value)`: that of the value, which no table can say.
    private func unwrapped(_ name: String, _ reference: CallReference) -> ResolvedType? {
        let call = index.call(reference)
        guard name == "XCTUnwrap", let value = call.arguments.first?.value else { return nil }
        return type(of: value, in: Scope(file: reference.file, body: call.body)).unwrappedOnce
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
}
