/// Which actor code is bound to, as its declaration and everything it inherits from say.
package enum Isolation: Hashable, Sendable {
    case none
    /// An actor's instance.
    case actor(NominalID)
    /// A global actor by name.
    case globalActor(String)

    package var isMainActor: Bool { self == .globalActor("MainActor") }
}

/// Finds isolation: attributes first, then the type, its superclass and protocols, then the module's default.
package final class IsolationResolver {
    private let resolver: Resolver
    private var typeIsolation: [NominalID: Isolation?] = [:]

    init(resolver: Resolver) { self.resolver = resolver }

    package func isolation(of function: FunctionReference) -> Isolation {
        let declaration = resolver.index.function(function)
        if let stated = stated(declaration.isolation, in: function.file) { return stated }
        if let actor = isolatedParameter(of: declaration, function) { return .actor(actor) }
        if declaration.kind == .deinitializer { return .none }
        if declaration.enclosingBody != nil, declaration.parent == nil { return .none }
        let inherited = memberIsolation(
            parent: declaration.parent, file: function.file,
            isInstance: !declaration.isStatic && declaration.kind != .initializer)
        return inherited == .none ? requirementIsolation(declaration, function) ?? .none : inherited
    }

    /// The actor that a function runs on because it is given as an `isolated` parameter.
    private func isolatedParameter(of declaration: FunctionDeclaration, _ function: FunctionReference) -> NominalID? {
        for parameter in declaration.parameters where parameter.isIsolated {
            let type = resolver.type(parameter.type, of: declaration.parent, in: function.file)
            if let actor = resolver.nominals(in: type).first(where: { resolver.index[$0].kind == .actor }) {
                return actor
            }
        }
        return nil
    }

    /// What a protocol states for the requirement that a member meets.
    private func requirementIsolation(_ declaration: FunctionDeclaration, _ function: FunctionReference) -> Isolation? {
        guard declaration.kind == .function, let owner = resolver.index.owner(of: function) else { return nil }
        for supertype in resolver.index[owner].supertypes where resolver.index[supertype].kind == .protocol {
            for case .function(let requirement) in resolver.index.members(named: declaration.name, of: supertype) {
                let required = resolver.index.function(requirement)
                guard required.parameters.map(\.label) == declaration.parameters.map(\.label),
                    case .globalActor = required.isolation
                else { continue }
                return stated(required.isolation, in: requirement.file)
            }
        }
        return nil
    }

    package func isolation(of property: PropertyReference) -> Isolation {
        let declaration = resolver.index.property(property)
        if let stated = stated(declaration.isolation, in: property.file) { return stated }
        return memberIsolation(parent: declaration.parent, file: property.file, isInstance: !declaration.isStatic)
    }

    private func memberIsolation(parent: TypeID?, file: Int, isInstance: Bool) -> Isolation {
        guard let parent, let owner = resolver.index.nominal(of: parent, in: file) else {
            return moduleDefault(of: file)
        }
        let declaration = resolver.index.files[file].summary.types[parent.index]
        if declaration.kind == .extension, let stated = stated(declaration.isolation, in: file) { return stated }
        if resolver.index[owner].kind == .actor { return isInstance ? .actor(owner) : .none }
        if let known = isolation(ofType: owner) { return known }
        return resolver.index[owner].isDeclared ? moduleDefault(of: file) : .none
    }

    private func moduleDefault(of file: Int) -> Isolation {
        resolver.index.files[file].defaultGlobalActor.map { .globalActor($0) } ?? .none
    }

    /// What an attribute or modifier states; `nil` when it states nothing.
    package func stated(_ isolation: DeclaredIsolation, in file: Int) -> Isolation? {
        switch isolation {
        case .unspecified: return nil
        case .nonisolated, .nonisolatedNonsending, .concurrent: return Isolation.none
        case .globalActor(let name): return isGlobalActor(name, file) ? .globalActor(name) : nil
        }
    }

    private func isGlobalActor(_ name: String, _ file: Int) -> Bool {
        if name == "MainActor" { return true }
        guard let id = resolver.index.topLevelType(named: name, from: file) else { return name.hasSuffix("Actor") }
        return resolver.index[id].declarations.contains { place in
            resolver.index.files[place.file].summary.types[place.id.index].attributes
                .contains("globalActor")
        }
    }

    /// The isolation that a type states or inherits; `nil` when none.
    package func isolation(ofType id: NominalID) -> Isolation? {
        if let known = typeIsolation[id] { return known }
        typeIsolation[id] = .some(nil)
        let found = computeIsolation(ofType: id)
        typeIsolation[id] = .some(found)
        return found
    }

    private func computeIsolation(ofType id: NominalID) -> Isolation? {
        let nominal = resolver.index[id]
        if let place = nominal.declarations.first, nominal.isDeclared {
            let declaration = resolver.index.files[place.file].summary.types[place.id.index]
            if let stated = stated(declaration.isolation, in: place.file) { return stated }
        }
        if !nominal.isDeclared {
            for owner in resolver.withSupertypes(id) {
                for type in resolver.catalogue.types(named: resolver.index[owner].qualifiedName) {
                    if let name = type.isolation { return .globalActor(name) }
                }
            }
            return nil
        }
        guard nominal.kind != .actor else { return nil }
        for supertype in nominal.supertypes {
            if let inherited = isolation(ofType: supertype), inherited != .none { return inherited }
        }
        return nil
    }

    /// Whether an actor runs on an executor of its own: then its code holds no thread that others need.
    package func hasOwnExecutor(_ actor: NominalID) -> Bool {
        !resolver.index.members(named: "unownedExecutor", of: actor).isEmpty
    }
}
