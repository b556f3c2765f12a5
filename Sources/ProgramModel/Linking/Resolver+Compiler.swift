import SourceModel

/// Where the compiler has noted what a call means, its note decides; the syntax still says what it returns.
extension Resolver {
    func settled(_ found: CallResolution, _ reference: CallReference) -> CallResolution {
        guard let callees = index.files[reference.file].callees else { return found }
        let call = index.call(reference)
        guard let callee = callees.calls[call.nameRange.start] else { return found }
        let own = functionsByUSR[callee.usr]
        guard isNamed(own.map { index.function($0).name } ?? callee.name, callee, by: call, in: reference.file) else {
            return found
        }
        var settled = found
        settled.isAsync = callee.isAsync
        if let own { return decided(settled, own, reference) }
        guard let name = callee.name, callee.module.map({ !ownModules.contains($0) }) ?? true else { return settled }
        return decided(settled, callee, name)
    }

    /// A note about another text would name other things in this place.
    private func isNamed(_ name: String?, _ callee: CompilerCallee, by call: Call, in file: Int) -> Bool {
        // Initializers are called by the names of types and their aliases.
        if callee.kind == .initializer { return true }
        return name == call.baseName(in: index.files[file].summary)
    }

    /// The callee is a function of the workspace.
    private func decided(
        _ found: CallResolution, _ function: FunctionReference, _ call: CallReference
    ) -> CallResolution {
        var settled = found
        let owner = index.owner(of: function)
        switch found.target {
        case .functions(let functions) where functions.contains(function):
            // Others of the same type are overloads; others of other types may run in its place.
            let others = functions.filter { $0 != function && index.owner(of: $0) != owner }
            guard others.isEmpty, index.function(function).body != nil else { return settled }
            settled.target = .functions([function])
            settled.confidence = .certain
        case .functions where isRequirement(function, owner):
            // The syntax already found who may stand behind the requirement.
            return settled
        case .parameter, .closure: return found
        default:
            guard let owner, isRequirement(function, owner) else {
                settled.target = .functions([function])
                settled.confidence = .certain
                break
            }
            let (functions, confidence) = implementations(
                of: [function], owner: owner, receiver: .nominal(owner, arguments: []), call)
            settled.target = .functions(functions)
            settled.confidence = confidence
        }
        return settled
    }

    private func isRequirement(_ function: FunctionReference, _ owner: NominalID?) -> Bool {
        guard let owner else { return false }
        return index[owner].kind == .protocol && index.function(function).body == nil
    }

    /// The callee belongs to a library.
    private func decided(_ found: CallResolution, _ callee: CompilerCallee, _ name: String) -> CallResolution {
        var settled = found
        switch found.target {
        case .parameter, .closure, .property, .enumCase: return found
        case .external(let known) where agrees(known, callee, name):
            settled.confidence = .certain
            return settled
        default: break
        }
        let typeName = callee.receiver ?? callee.type
        let receiver = typeName.map { ResolvedType.nominal(libraryNominal($0), arguments: []) }
        if receiver == nil, callee.kind != .freeFunction { return found }
        settled.target = .external(ExternalCallee(name: name, receiver: receiver, kind: callee.kind))
        settled.confidence = .certain
        if case .initializer = callee.kind, let receiver, found.result.isUnknown { settled.result = receiver }
        return settled
    }

    /// Whether the syntax came to the same declaration, or to one that inherits it.
    func agrees(_ known: ExternalCallee, _ callee: CompilerCallee, _ name: String) -> Bool {
        guard known.name == name else { return false }
        guard let declaring = callee.type else { return known.receiver == nil }
        guard let receiver = known.receiver, !receiver.isUnknown else { return false }
        let names = nominals(in: receiver).flatMap { withSupertypes($0) }.map { index[$0].qualifiedName }
        if names.contains(declaring) { return true }
        // Protocols of libraries are not known by heart: the receiver's own type says enough.
        return callee.receiver.map(names.contains) ?? true
    }

    private func libraryNominal(_ name: String) -> NominalID {
        if name.contains(".") { return index.external(name) }
        return index.topLevelTypes[name]?.first ?? index.external(name)
    }

    /// Functions of the workspace by the names that the compiler gave them.
    package static func functionsByUSR(_ files: [ProgramFile]) -> [String: FunctionReference] {
        var functions: [String: FunctionReference] = [:]
        for (file, program) in files.enumerated() {
            guard let definitions = program.callees?.definitions, !definitions.isEmpty else { continue }
            for (position, function) in program.summary.functions.enumerated() {
                guard let usr = definitions[function.nameRange.start] else { continue }
                functions[usr] = FunctionReference(file, FunctionID(position))
            }
        }
        return functions
    }
}
