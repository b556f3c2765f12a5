extension Resolver {
    /// Members of one name, of the type itself and of everything it inherits, nearest type first.
    package func members(named name: String, of id: NominalID, from file: Int) -> [(
        owner: NominalID, members: [Member]
    )] {
        guard let owners = index.members(named: name) else { return [] }
        return withSupertypes(id).compactMap { owner in
            guard let members = owners[owner] else { return nil }
            let visible = members.filter { isAccessible($0, from: file) }
            return visible.isEmpty ? nil : (owner, visible)
        }
    }

    /// Whether code of a file may use a member: `private` stays in its file, and what tests declare in their modules.
    private func isAccessible(_ member: Member, from file: Int) -> Bool {
        switch member {
        case .function(let function):
            return isAccessible(index.function(function).access, declaredIn: function.file, from: file)
        case .property(let property):
            return isAccessible(index.property(property).access, declaredIn: property.file, from: file)
        case .enumCase, .type, .alias: return true
        }
    }

    func isAccessible(_ access: AccessLevel, declaredIn declaringFile: Int, from file: Int) -> Bool {
        switch access {
        case .private, .fileprivate: declaringFile == file
        case .internal: isInternalVisible(in: declaringFile, from: file)
        case .package, .public, .open:
            !index.files[declaringFile].isTest
                || reaches(index.files[declaringFile].module, from: index.files[file].module)
        }
    }

    /// What a module keeps to itself is seen by its own files, and by tests, which may import it as `@testable`; which
    /// imports are testable is not kept.
    private func isInternalVisible(in declaringFile: Int, from file: Int) -> Bool {
        let (declaring, using) = (index.files[declaringFile], index.files[file])
        if declaring.module == using.module { return true }
        // Folders may be taken for modules that they are not.
        let mayBeSame = !declaring.isModuleKnown || !using.isModuleKnown
        if mayBeSame, !declaring.isTest { return true }
        return (mayBeSame || using.isTest) && reaches(declaring.module, from: using.module)
    }

    /// The type of a property, from its annotation or its initial value.
    package func type(of property: PropertyReference) -> ResolvedType { type(of: property, [:]) }

    func type(of property: PropertyReference, _ substitution: Substitution) -> ResolvedType {
        let declaration = index.property(property)
        let scope = TypeScope(file: property.file, type: declaration.parent)
        if let written = declaration.type {
            let stated = resolve(written, in: scope, substitution)
            guard !declaration.isMutable, let value = declaration.initializer, let body = declaration.initializerBody
            else { return stated }
            return concrete(stated, value, in: Scope(file: property.file, body: body))
        }
        switch propertyTypes[property] {
        case .known(let known): return known
        case .pending: return .unknown
        case nil: break
        }
        guard let value = declaration.initializer, let body = declaration.initializerBody else { return .unknown }
        propertyTypes.set(property, to: .pending)
        let found = type(of: value, in: Scope(file: property.file, body: body))
        propertyTypes.set(property, to: .known(found))
        return found
    }

    /// The type of a constant that is declared with a protocol's type: what it is made as, where that is known.
    func concrete(_ stated: ResolvedType, _ value: ExpressionID, in scope: Scope) -> ResolvedType {
        guard case .nominal(let required, _) = stated, index[required].kind == .protocol,
            case .call = index.files[scope.file].summary[value],
            case .nominal(let made, let arguments) = type(of: value, in: scope), index[made].kind != .protocol,
            withSupertypes(made).contains(required)
        else { return stated }
        return .nominal(made, arguments: arguments)
    }

    /// The type of a member read on a value of a type.
    ///
    /// - Parameter isStatic: `nil` when the receiver does not tell.
    func typeOfMember(_ name: String, on receiver: ResolvedType, isStatic: Bool?, from file: Int) -> ResolvedType {
        if case .tuple(let elements) = receiver {
            if let position = Int(name), elements.indices.contains(position) { return elements[position].type }
            return elements.first { $0.label == name }?.type ?? .unknown
        }
        let substitution = substitution(for: receiver)
        for id in nominals(in: receiver) {
            for (_, members) in members(named: name, of: id, from: file) {
                for member in members {
                    switch member {
                    case .property(let property):
                        guard isStatic.map({ $0 == index.property(property).isStatic }) ?? true else { continue }
                        return type(of: property, substitution)
                    case .enumCase: return isStatic == false ? .unknown : receiver
                    case .type(let nested): return .metatype(.nominal(nested, arguments: []))
                    case .alias: return nestedType(name, of: id, substitution).map { .metatype($0) } ?? .unknown
                    case .function: continue
                    }
                }
            }
            if let found = libraryMember(name, labels: nil, of: id, substitution) { return found }
            if let found = wrapperMember(name, of: id, substitution, from: file) { return found }
            guard isStatic != false else { continue }
            if let nested = nestedType(name, of: id, substitution) { return .metatype(nested) }
            if isStatic == true, let nested = libraryNestedType(name, of: id) { return .metatype(nested) }
        }
        return .unknown
    }

    /// `$name` and `_name`: what the wrapper of a property projects, and the wrapper itself.
    private func wrapperMember(
        _ name: String, of id: NominalID, _ substitution: Substitution, from file: Int
    ) -> ResolvedType? {
        guard let sign = name.first, sign == "$" || sign == "_", name.count > 1 else { return nil }
        for (_, members) in members(named: String(name.dropFirst()), of: id, from: file) {
            for case .property(let property) in members {
                let attributes = index.property(property).attributes
                let wrappers = attributes.compactMap { index.topLevelType(named: $0, from: property.file) }
                guard
                    let wrapper = wrappers.first(where: { !index.members(named: "wrappedValue", of: $0).isEmpty })
                else { continue }
                let arguments = index[wrapper].generics.isEmpty ? [] : [type(of: property, substitution)]
                let stored = ResolvedType.nominal(wrapper, arguments: arguments)
                if sign == "_" { return stored }
                return typeOfMember("projectedValue", on: stored, isStatic: false, from: property.file)
            }
        }
        return nil
    }

    /// The type of a library's member, from the catalogue.
    func libraryMember(
        _ name: String, labels: [String?]?, of id: NominalID, _ substitution: Substitution
    ) -> ResolvedType? {
        guard catalogue.isMemberName(name) else { return nil }
        for owner in withSupertypes(id) {
            let nominal = index[owner]
            guard catalogueDescribes(nominal),
                let text = catalogue.resultType(ofMember: name, labels: labels, of: nominal.qualifiedName)
            else { continue }
            let modules = catalogue.type(named: nominal.qualifiedName)?.modules ?? []
            return libraryTypeReference(text, modules: modules, substitution)
        }
        return nil
    }
}
