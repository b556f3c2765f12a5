/// What associated types stand for in a type that conforms.
///
/// Only what code writes counts, `typealias InboundIn = ByteBuffer` or a nested type; what the compiler infers from
/// members stays unknown.
extension Resolver {
    /// Adds what the associated types of a type's protocols stand for.
    func addAssociatedTypes(of id: NominalID, to substitution: inout Substitution) {
        for name in associatedTypes(of: id) where substitution[name] == nil {
            // A protocol's own default names others of these.
            guard let type = nestedType(name, of: id, substitution), type != .unknown else { continue }
            substitution[name] = type
        }
    }

    /// What the name of an associated type means in an extension of its protocol, or of one that inherits it.
    ///
    /// - Parameter scope: the extension, whose `where` clause may say more.
    func associatedType(_ name: String, of id: NominalID, in scope: TypeScope) -> ResolvedType? {
        guard index[id].kind == .protocol, let type = scope.type else { return nil }
        for supertype in withSupertypes(id) {
            for place in index[supertype].declarations {
                let declaration = index.files[place.file].summary.types[place.id.index]
                guard declaration.associatedTypes.contains(where: { $0.name == name }) else { continue }
                let requirements = index.files[scope.file].summary.types[type.index].requirements
                for requirement in requirements where requirement.left == .name(name) && requirement.relation == .equals
                {
                    return requirement.right == .name(name) ? nil : resolve(requirement.right, in: scope)
                }
                return genericParameter(
                    name, declaration.associatedTypes, declaration.requirements, in: TypeScope(file: place.file),
                    place.id)
            }
        }
        return nil
    }

    /// The names of the associated types that a type gives a meaning; none for protocols, whose own stay open.
    private func associatedTypes(of id: NominalID) -> [String] {
        let nominal = index[id]
        if let known = nominal.associatedTypes { return known }
        guard isLinked, nominal.isDeclared, nominal.kind != .protocol else { return [] }
        var names: [String] = []
        for supertype in withSupertypes(id) where index[supertype].kind == .protocol {
            for place in index[supertype].declarations {
                for parameter in index.files[place.file].summary.types[place.id.index].associatedTypes
                where !names.contains(parameter.name) && index.typeNames.contains(parameter.name) {
                    names.append(parameter.name)
                }
            }
        }
        nominal.associatedTypes = names
        return names
    }
}
