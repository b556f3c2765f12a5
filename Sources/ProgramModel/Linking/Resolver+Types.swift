import RuleCatalogue

extension Resolver {
    /// What a type means that a member of a type writes.
    package func type(_ reference: TypeReference, of owner: TypeID?, in file: Int) -> ResolvedType {
        resolve(reference, in: TypeScope(file: file, type: owner))
    }

    /// The type that a written type means.
    ///
    /// - Parameter substitution: what generic parameters stand for; those not in it become archetypes.
    func resolve(_ reference: TypeReference, in scope: TypeScope, _ substitution: Substitution = [:]) -> ResolvedType {
        switch reference {
        case .named(let components): return resolve(components, in: scope, substitution)
        case .optional(let inner): return .optional(resolve(inner, in: scope, substitution))
        case .array(let element):
            return .nominal(index.external("Array"), arguments: [resolve(element, in: scope, substitution)])
        case .dictionary(let key, let value):
            let arguments = [resolve(key, in: scope, substitution), resolve(value, in: scope, substitution)]
            return .nominal(index.external("Dictionary"), arguments: arguments)
        case .tuple(let elements):
            return .tuple(
                elements.map { TupleElementType(label: $0.label, type: resolve($0.type, in: scope, substitution)) })
        case .function(let function):
            return .function(
                FunctionShape(
                    parameters: function.parameters.map { resolve($0, in: scope, substitution) },
                    result: resolve(function.result, in: scope, substitution), isAsync: function.isAsync))
        case .metatype(let inner): return .metatype(resolve(inner, in: scope, substitution))
        case .opaque(let inner), .existential(let inner): return resolve(inner, in: scope, substitution)
        case .composition(let parts):
            let constraints = parts.flatMap { nominals(in: resolve($0, in: scope, substitution)) }
            return constraints.isEmpty ? .unknown : .archetype("", constraints: constraints)
        case .unknown: return .unknown
        }
    }

    private func resolve(
        _ components: [TypeComponent], in scope: TypeScope, _ substitution: Substitution
    ) -> ResolvedType {
        guard let first = components.first else { return .unknown }
        var rest = components.dropFirst()
        var current: ResolvedType
        if let known = lookUpType(first.name, in: scope, substitution) {
            current = known
        } else if !rest.isEmpty, isModule(first.name, in: scope.file) {
            guard let second = rest.popFirst() else { return .unknown }
            current = moduleType(second.name, module: first.name, file: scope.file)
            return finish(current, with: second, rest, in: scope, substitution)
        } else {
            current = .nominal(externalType(first.name), arguments: [])
        }
        return finish(current, with: first, rest, in: scope, substitution)
    }

    private func finish(
        _ start: ResolvedType, with component: TypeComponent, _ rest: ArraySlice<TypeComponent>, in scope: TypeScope,
        _ substitution: Substitution
    ) -> ResolvedType {
        var current = apply(component.arguments, to: start, in: scope, substitution)
        for component in rest {
            if case .nominal(let id, _) = current, let nested = nestedType(component.name, of: id, substitution) {
                current = nested
            } else if case .nominal(let id, _) = current, !index[id].isDeclared {
                current = .nominal(index.external(index[id].qualifiedName + "." + component.name), arguments: [])
            } else if component.name != "Type", component.name != "Protocol" {
                return .unknown
            } else {
                current = .metatype(current)
            }
            current = apply(component.arguments, to: current, in: scope, substitution)
        }
        return current
    }

    private func apply(
        _ arguments: [TypeReference], to type: ResolvedType, in scope: TypeScope, _ substitution: Substitution
    ) -> ResolvedType {
        guard case .nominal(let id, let known) = type else { return type }
        if !index[id].isDeclared, index[id].qualifiedName == "Optional", let wrapped = arguments.first {
            return .optional(resolve(wrapped, in: scope, substitution))
        }
        guard !arguments.isEmpty, known.isEmpty else { return type }
        return .nominal(id, arguments: arguments.map { resolve($0, in: scope, substitution) })
    }

    /// Whether a name, written in a body, means a type, an alias or a generic parameter that the workspace declares.
    package func isOwnType(_ name: String, in body: BodyReference) -> Bool {
        lookUpType(name, in: TypeScope(file: body.file, body: body.id)) != nil
    }

    /// As `lookUpType(_:in:)`, with generic arguments.
    func lookUpType(_ name: String, _ arguments: [TypeReference], in scope: TypeScope) -> ResolvedType? {
        lookUpType(name, in: scope).map { apply(arguments, to: $0, in: scope, [:]) }
    }

    /// A type by its unqualified name: generic parameters, local types, members of enclosing types, then the file's
    /// own and imported modules.
    ///
    /// - Returns: `nil` when the workspace and the scope do not know the name.
    func lookUpType(_ name: String, in scope: TypeScope, _ substitution: Substitution = [:]) -> ResolvedType? {
        if let substituted = substitution[name] { return substituted }
        guard index.typeNames.contains(name) else { return nil }
        let summary = index.files[scope.file].summary
        let locals = index.localTypes[name]
        var function = scope.function
        var body = scope.body
        var type = scope.type
        var steps = 0
        while steps < 200 {
            steps += 1
            if let current = function, summary.functions.indices.contains(current.index) {
                let declaration = summary.functions[current.index]
                if let found = genericParameter(
                    name, declaration.generics, declaration.requirements, in: scope, declaration.parent)
                {
                    return found
                }
                body = body ?? declaration.enclosingBody
                type = type ?? declaration.parent
                function = nil
            }
            guard let current = body, summary.bodies.indices.contains(current.index) else { break }
            if let local = locals?.last(where: { $0.body == BodyReference(scope.file, current) }) {
                return .nominal(local.type, arguments: [])
            }
            let declaration = summary.bodies[current.index]
            type = type ?? declaration.enclosingType
            if case .function(let owner) = declaration.kind { function = owner }
            body = declaration.parent
        }
        if let found = lookUpTypeInTypes(name, from: type, in: scope) { return found }
        if let id = index.topLevelType(named: name, from: scope.file) { return .nominal(id, arguments: []) }
        return globalAlias(name, in: scope)
    }

    private func lookUpTypeInTypes(_ name: String, from type: TypeID?, in scope: TypeScope) -> ResolvedType? {
        let summary = index.files[scope.file].summary
        var current = type
        var steps = 0
        while let id = current, summary.types.indices.contains(id.index), steps < 100 {
            steps += 1
            let declaration = summary.types[id.index]
            if name == "Self", let owner = index.nominal(of: id, in: scope.file) {
                return .nominal(owner, arguments: [])
            }
            if let found = genericParameter(name, declaration.generics, declaration.requirements, in: scope, id)
                ?? genericParameter(name, declaration.associatedTypes, declaration.requirements, in: scope, id)
            {
                return found
            }
            if let owner = index.nominal(of: id, in: scope.file) {
                if index[owner].name == name { return .nominal(owner, arguments: []) }
                if let found = associatedType(name, of: owner, in: TypeScope(file: scope.file, type: id)) {
                    return found
                }
                if let nested = nestedType(name, of: owner, [:]) { return nested }
                if index[owner].generics.contains(name) { return .archetype(name, constraints: []) }
            }
            if declaration.parent == nil, let body = declaration.enclosingBody {
                let locals = index.localTypes[name]
                if let local = locals?.last(where: { $0.body == BodyReference(scope.file, body) }) {
                    return .nominal(local.type, arguments: [])
                }
            }
            current = declaration.parent
        }
        return nil
    }

    func genericParameter(
        _ name: String, _ generics: [GenericParameter], _ requirements: [GenericRequirement], in scope: TypeScope,
        _ type: TypeID?
    ) -> ResolvedType? {
        guard let parameter = generics.first(where: { $0.name == name }) else { return nil }
        // `class Node<Child: Node<Child>>`: inside its own constraint nothing is known of a parameter.
        let opened = OpenParameter(file: scope.file, type: type, name: name)
        guard openParameters.insert(opened).inserted else { return .archetype(name, constraints: []) }
        defer { openParameters.remove(opened) }
        var constraints: [NominalID] = []
        let outer = TypeScope(file: scope.file, type: type)
        if let constraint = parameter.constraint, constraint != .name(name) {
            constraints += nominals(in: resolve(constraint, in: outer))
        }
        for requirement in requirements where requirement.left == .name(name) && requirement.right != .name(name) {
            let right = resolve(requirement.right, in: outer)
            if requirement.relation == .equals { return right }
            constraints += nominals(in: right)
        }
        return .archetype(name, constraints: constraints)
    }

    /// A type declared inside another or inside one of its supertypes.
    func nestedType(_ name: String, of id: NominalID, _ substitution: Substitution) -> ResolvedType? {
        guard let owners = index.members(named: name) else { return nil }
        for owner in withSupertypes(id) {
            for member in owners[owner] ?? [] {
                switch member {
                case .type(let nested): return .nominal(nested, arguments: [])
                case .alias(let file, let position):
                    return resolveAlias(file: file, position, substitution)
                case .function, .property, .enumCase: continue
                }
            }
        }
        return nil
    }

    /// A type that is written as a member of a library's type: nothing else says that it exists.
    func libraryNestedType(_ name: String, of id: NominalID) -> ResolvedType? {
        guard !index[id].isDeclared, name.looksLikeType else { return nil }
        return .nominal(index.external(index[id].qualifiedName + "." + name), arguments: [])
    }

    private func globalAlias(_ name: String, in scope: TypeScope) -> ResolvedType? {
        guard let candidates = index.globalAliases[name] else { return nil }
        let visible = candidates.first { index.isVisible(module: index.files[$0.file].module, from: scope.file) }
        // Folders may be taken for modules that they are not.
        let only = candidates.count == 1 ? candidates.first { !index.areModulesKnown($0.file, scope.file) } : nil
        guard let found = visible ?? only else { return nil }
        return resolveAlias(file: found.file, found.index, [:])
    }

    private func resolveAlias(file: Int, _ position: Int, _ substitution: Substitution) -> ResolvedType {
        guard depth < Self.maximumDepth else { return .unknown }
        depth += 10
        defer { depth -= 10 }
        let alias = index.files[file].summary.typeAliases[position]
        // `typealias Data = Foundation.Data` must not find itself.
        if case .named(let components) = alias.target, components.count == 1, components.first?.name == alias.name {
            return .nominal(externalType(alias.name), arguments: [])
        }
        return resolve(
            alias.target, in: TypeScope(file: file, type: alias.parent, body: alias.enclosingBody), substitution)
    }

    func isModule(_ name: String, in file: Int) -> Bool {
        index.visibleModules[file].contains(name) || Self.systemModules.contains(name)
    }

    func moduleType(_ name: String, module: String, file: Int) -> ResolvedType {
        let candidates = index.topLevelTypes[name] ?? []
        if let own = candidates.first(where: { index[$0].module == module }) { return .nominal(own, arguments: []) }
        return .nominal(externalType(name), arguments: [])
    }

    private func externalType(_ name: String) -> NominalID { index.external(name) }

    /// A type that the catalogue spells, seen from a library's own code.
    func libraryTypeReference(
        _ text: String, modules: [String], _ substitution: Substitution
    ) -> ResolvedType {
        resolveLibrary(TypeText.parse(text), modules: modules, substitution)
    }

    private func resolveLibrary(
        _ reference: TypeReference, modules: [String], _ substitution: Substitution
    ) -> ResolvedType {
        switch reference {
        case .named(let components):
            let name = components.map(\.name).joined(separator: ".")
            if let known = substitution[name] { return known }
            if name == "Void" { return .void }
            // What the receiver's generic parameter stands for was not found out.
            if Self.parametersOfLibraries.contains(name) { return .unknown }
            let arguments = components.last?.arguments ?? []
            return .nominal(
                libraryType(name, modules: modules),
                arguments: arguments.map { resolveLibrary($0, modules: modules, substitution) })
        case .optional(let inner): return .optional(resolveLibrary(inner, modules: modules, substitution))
        case .array(let element):
            return .nominal(
                index.external("Array"), arguments: [resolveLibrary(element, modules: modules, substitution)])
        case .dictionary(let key, let value):
            return .nominal(
                index.external("Dictionary"),
                arguments: [key, value].map { resolveLibrary($0, modules: modules, substitution) })
        case .tuple(let elements):
            return .tuple(
                elements.map {
                    TupleElementType(label: $0.label, type: resolveLibrary($0.type, modules: modules, substitution))
                })
        default: return .unknown
        }
    }

    /// As `substitution(for:)` names them.
    private static let parametersOfLibraries: Set<String> = [
        "Element", "Failure", "Key", "Success", "Value", "Wrapped",
    ]

    /// What the generic parameters of a type stand for, by the names that declarations use for them.
    func substitution(for type: ResolvedType) -> Substitution {
        guard case .nominal(let id, let arguments) = type else {
            if case .optional(let wrapped) = type { return ["Wrapped": wrapped, "Self": type] }
            return [:]
        }
        var result: Substitution = ["Self": type]
        for (name, argument) in zip(index[id].generics, arguments) { result[name] = argument }
        addAssociatedTypes(of: id, to: &result)
        guard !index[id].isDeclared || index[id].generics.isEmpty else { return result }
        if let first = arguments.first {
            for name in ["Element", "Wrapped", "Success"] { result[name] = first }
            if arguments.count > 1, let last = arguments.last {
                result["Key"] = first
                result["Value"] = last
                result["Failure"] = last
                result["Element"] = .tuple([
                    TupleElementType(label: "key", type: first), TupleElementType(label: "value", type: last),
                ])
            } else {
                result["Value"] = first
            }
        }
        return result
    }
}
