/// Fills a `DeclarationIndex`: types first, then extensions, then members.
struct DeclarationIndexBuilder {
    let index: DeclarationIndex

    func fill() {
        addGlobalAliases()
        addTopLevelTypes()
        // Nested types stand in extensions too, and extensions extend nested types: a few rounds settle both.
        for _ in 0..<4 where !addNestedTypesAndExtensions() { break }
        addOrphanedExtensions()
        addMembers()
    }

    private func addGlobalAliases() {
        for file in index.files.indices {
            for (position, alias) in index.files[file].summary.typeAliases.enumerated() where alias.parent == nil {
                index.globalAliases[alias.name, default: []].append((file, position))
            }
        }
    }

    private func addTopLevelTypes() {
        for file in index.files.indices {
            for (position, type) in index.files[file].summary.types.enumerated() {
                guard type.kind != .extension, type.parent == nil else { continue }
                let place = Reference(file, TypeID(position))
                if type.enclosingBody == nil, join(type, at: place, to: index.topLevelTypes[type.name] ?? []) {
                    continue
                }
                let id = declare(type, at: place, parent: nil)
                if let body = type.enclosingBody {
                    index.localTypes[type.name, default: []].append((BodyReference(file, body), id))
                } else {
                    index.topLevelTypes[type.name, default: []].append(id)
                }
            }
        }
    }

    /// - Returns: whether anything was added.
    private func addNestedTypesAndExtensions() -> Bool {
        var changed = false
        for file in index.files.indices {
            let types = index.files[file].summary.types
            for position in types.indices where index.nominalOfDeclaration[file][position] == nil {
                let type = types[position]
                if type.kind == .extension {
                    guard let extended = type.extendedType,
                        let target = declaredType(extended, from: file)
                    else { continue }
                    index.types[target].declarations.append(Reference(file, TypeID(position)))
                    index.nominalOfDeclaration[file][position] = target
                    changed = true
                } else if let parent = index.nominal(of: type.parent, in: file) {
                    changed = true
                    let place = Reference(file, TypeID(position))
                    let others = index.members(named: type.name, of: parent).nestedTypes
                    if join(type, at: place, to: others) { continue }
                    let id = declare(type, at: place, parent: parent)
                    index.add(.type(id), named: type.name, to: parent)
                }
            }
        }
        return changed
    }

    /// What is left extends types that the workspace does not declare.
    private func addOrphanedExtensions() {
        for file in index.files.indices {
            let types = index.files[file].summary.types
            for position in types.indices where index.nominalOfDeclaration[file][position] == nil {
                let type = types[position]
                let target: NominalID
                if type.kind == .extension {
                    target = index.external(externalName(of: type, in: file))
                    index.types[target].declarations.append(Reference(file, TypeID(position)))
                    index.nominalOfDeclaration[file][position] = target
                } else if let parent = index.nominal(of: type.parent, in: file) {
                    target = declare(type, at: Reference(file, TypeID(position)), parent: parent)
                    index.add(.type(target), named: type.name, to: parent)
                } else {
                    _ = declare(type, at: Reference(file, TypeID(position)), parent: nil)
                }
            }
        }
    }

    private func declare(
        _ type: TypeDeclaration, at place: Reference<TypeID>, parent: NominalID?
    ) -> NominalID {
        let prefix = parent.map { index.types[$0].qualifiedName + "." } ?? ""
        let isPrivate = type.access == .private || type.access == .fileprivate
        let nominal = Nominal(
            name: type.name, qualifiedName: prefix + type.name, kind: type.kind,
            module: index.files[place.file].module, parent: parent, generics: type.generics.map(\.name),
            isPrivateToFile: isPrivate ? place.file : nil)
        nominal.declarations = [place]
        let id = index.types.add(nominal)
        index.nominalOfDeclaration[place.file][place.id.index] = id
        return id
    }

    /// Adds a type to the one of the same name and module that is written for other platforms.
    ///
    /// - Returns: whether there is one. Two that may be compiled together are two only where folders were taken for
    ///   modules.
    private func join(_ type: TypeDeclaration, at place: Reference<TypeID>, to others: [NominalID]) -> Bool {
        guard type.access != .private, type.access != .fileprivate else { return false }
        let twin = others.first { id in
            let nominal = index.types[id]
            guard nominal.kind == type.kind, nominal.module == index.files[place.file].module,
                nominal.isPrivateToFile == nil
            else { return false }
            return nominal.declarations.allSatisfy { known in
                let other = index.files[known.file].summary.types[known.id.index]
                if other.kind == .extension || other.platforms.isDisjoint(with: type.platforms) { return true }
                return index.areModulesKnown(known.file, place.file)
                    && (other.platforms != .all || type.platforms != .all)
            }
        }
        guard let twin else { return false }
        index.types[twin].declarations.append(place)
        index.nominalOfDeclaration[place.file][place.id.index] = twin
        return true
    }

    /// The workspace's own type that an extension names.
    ///
    /// - Parameter followsAlias: an alias is followed once: `typealias Path = Storage.Path` may lead back to itself.
    private func declaredType(
        _ reference: TypeReference, from file: Int, followsAlias: Bool = true
    ) -> NominalID? {
        guard case .named(var components) = reference else { return nil }
        if components.count > 1, let first = components.first, index.topLevelTypes[first.name] == nil,
            index.isVisible(module: first.name, from: file)
        {
            components.removeFirst()
        }
        guard let first = components.first,
            var current = index.topLevelType(named: first.name, from: file)
                ?? (followsAlias ? typeBehindAlias(first.name, from: file) : nil)
        else { return nil }
        for component in components.dropFirst() {
            let members = index.members(named: component.name, of: current)
            guard let nested = members.nestedTypes.first else { return nil }
            current = nested
        }
        return current
    }

    private func typeBehindAlias(_ name: String, from file: Int) -> NominalID? {
        guard let alias = aliasTarget(of: name, from: file) else { return nil }
        return declaredType(alias.target, from: alias.file, followsAlias: false)
    }

    /// What a global alias that code of a file sees stands for, unless that is the alias again.
    private func aliasTarget(of name: String, from file: Int) -> (target: TypeReference, file: Int)? {
        let visible = index.globalAliases[name]?.first { alias in
            alias.file == file || index.isVisible(module: index.files[alias.file].module, from: file)
        }
        guard let visible else { return nil }
        let target = index.files[visible.file].summary.typeAliases[visible.index].target
        guard case .named(let components) = target, let first = components.first, first.name != name,
            // Of aliases that stand for one another nothing is known.
            index.globalAliases[first.name] == nil
        else { return nil }
        return (target, visible.file)
    }

    private func externalName(of type: TypeDeclaration, in file: Int) -> String {
        guard case .named(let components)? = type.extendedType else {
            switch type.extendedType {
            case .array: return "Array"
            case .dictionary: return "Dictionary"
            case .optional: return "Optional"
            default: return type.name
            }
        }
        if components.count == 1, let first = components.first, let alias = aliasTarget(of: first.name, from: file),
            case .named(let target) = alias.target
        {
            return externalName(target, in: alias.file)
        }
        return externalName(components, in: file)
    }

    private func externalName(_ components: [TypeComponent], in file: Int) -> String {
        let isQualified = components.first.map { index.files[file].summary.imports.contains($0.name) } ?? false
        let own = isQualified && components.count > 1 ? components.dropFirst() : components[...]
        return own.map(\.name).joined(separator: ".")
    }

    private func addMembers() {
        for file in index.files.indices { addMembers(of: file) }
    }

    /// What a file declares beside types.
    func addMembers(of file: Int) {
        let summary = index.files[file].summary
        // By position: a declaration is not copied to look at a part of it.
        for position in summary.functions.indices { addFunction(position, file, summary) }
        for position in summary.properties.indices {
            let reference = PropertyReference(file, PropertyID(position))
            let name = summary.properties[position].name
            if let owner = index.nominal(of: summary.properties[position].parent, in: file) {
                index.add(.property(reference), named: name, to: owner)
                index[owner].properties.append(reference)
            } else {
                index.globalProperties[name, default: []].append(reference)
            }
        }
        for (position, enumCase) in summary.enumCases.enumerated() {
            guard let owner = index.nominal(of: enumCase.parent, in: file) else { continue }
            index.add(.enumCase(file: file, index: position), named: enumCase.name, to: owner)
        }
        for (position, alias) in summary.typeAliases.enumerated() {
            guard let owner = index.nominal(of: alias.parent, in: file) else { continue }
            index.add(.alias(file: file, index: position), named: alias.name, to: owner)
        }
    }

    private func addFunction(_ position: Int, _ file: Int, _ summary: FileSummary) {
        let kind = summary.functions[position].kind
        switch kind {
        case .function, .initializer, .subscriptGetter, .subscriptSetter: break
        case .deinitializer, .getter, .setter, .observer: return
        }
        let reference = FunctionReference(file, FunctionID(position))
        let name = summary.functions[position].name
        if let owner = index.nominal(of: summary.functions[position].parent, in: file) {
            index.add(.function(reference), named: name, to: owner)
        } else if kind == .function, summary.functions[position].enclosingBody == nil {
            index.globalFunctions[name, default: []].append(reference)
        }
    }
}

extension [Member] {
    fileprivate var nestedTypes: [NominalID] {
        compactMap { if case .type(let id) = $0 { id } else { nil } }
    }
}
