import SwiftSyntax

/// Types, extensions and what stands directly inside them; functions and properties have files of their own.
extension SummaryCollector {
    /// Where a declaration stands, which decides who sees it and when its initial value runs.
    enum Level { case file, type, body }

    mutating func declaration(_ node: DeclSyntax, at level: Level) {
        descending(otherwise: ()) { collector in
            let outer = (collector.owner, collector.enclosing, collector.surrounding)
            switch level {
            case .file: (collector.owner, collector.enclosing, collector.surrounding) = (nil, nil, nil)
            case .type: (collector.owner, collector.enclosing) = (collector.type, nil)
            case .body:
                (collector.owner, collector.enclosing, collector.surrounding) = (nil, collector.body, collector.body)
            }
            collector.innerDeclaration(node, at: level)
            (collector.owner, collector.enclosing, collector.surrounding) = outer
        }
    }

    private mutating func innerDeclaration(_ node: DeclSyntax, at level: Level) {
        switch node.as(DeclSyntaxEnum.self) {
        case .functionDecl(let node): function(node)
        case .variableDecl(let node):
            if level == .body { localVariable(node) } else { properties(node, at: level) }
        case .structDecl(let node):
            nominal(
                .struct, node, node.name, node.attributes, node.modifiers, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .classDecl(let node):
            nominal(
                .class, node, node.name, node.attributes, node.modifiers, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .enumDecl(let node):
            nominal(
                .enum, node, node.name, node.attributes, node.modifiers, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .actorDecl(let node):
            nominal(
                .actor, node, node.name, node.attributes, node.modifiers, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .protocolDecl(let node):
            nominal(
                .protocol, node, node.name, node.attributes, node.modifiers, nil, node.inheritanceClause,
                node.genericWhereClause, node.memberBlock)
        case .extensionDecl(let node): self.extension(node)
        case .initializerDecl(let node): initializer(node)
        case .deinitializerDecl(let node): deinitializer(node)
        case .subscriptDecl(let node): self.subscript(node)
        case .enumCaseDecl(let node): enumCase(node)
        case .typeAliasDecl(let node): typeAlias(node)
        case .associatedTypeDecl(let node): associatedType(node)
        case .importDecl(let node): importDeclaration(node)
        case .ifConfigDecl(let node): conditionalDeclarations(node, at: level)
        case .macroExpansionDecl(let node): _ = macro(MacroParts(node))
        default: break
        }
    }

    private mutating func nominal(
        _ kind: TypeDeclaration.Kind, _ node: some SyntaxProtocol, _ name: TokenSyntax,
        _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax,
        _ generics: GenericParameterClauseSyntax?,
        _ inheritance: InheritanceClauseSyntax?, _ requirements: GenericWhereClauseSyntax?, _ members: MemberBlockSyntax
    ) {
        let traits = self.traits(attributes, modifiers)
        var declaration = TypeDeclaration(
            kind: kind, name: name.identifierText, extendedType: nil, parent: owner, enclosingBody: enclosing,
            inherits: inherited(inheritance), generics: self.generics(generics),
            requirements: self.requirements(requirements), attributes: traits.attributes, isolation: traits.isolation,
            access: traits.access, range: node.textRange, nameRange: name.textRange, associatedTypes: [],
            markers: markers.above(node))
        declaration.requirements += self.requirements(generics?.genericWhereClause)
        if inheritance?.inheritedTypes.contains(where: { $0.type.trimmedDescription == "~Copyable" }) == true {
            declaration.attributes.append("~Copyable")
        }
        self.members(members, of: declaration)
    }

    private mutating func `extension`(_ node: ExtensionDeclSyntax) {
        let traits = self.traits(node.attributes, node.modifiers)
        let extended = reference(node.extendedType)
        let name: String
        if case .named(let components) = extended {
            name = components.map(\.name).joined(separator: ".")
        } else {
            name = node.extendedType.trimmedDescription
        }
        members(
            node.memberBlock,
            of: TypeDeclaration(
                kind: .extension, name: name, extendedType: extended, parent: owner, enclosingBody: enclosing,
                inherits: inherited(node.inheritanceClause), generics: [],
                requirements: requirements(node.genericWhereClause), attributes: traits.attributes,
                isolation: traits.isolation, access: traits.access, range: node.textRange,
                nameRange: node.extendedType.textRange, associatedTypes: [], markers: markers.above(node)))
    }

    private mutating func members(_ block: MemberBlockSyntax, of declaration: TypeDeclaration) {
        let outer = (type, scopes.enterType())
        summary.types.append(declaration)
        summary.types[summary.types.count - 1].platforms = platforms
        type = TypeID(summary.types.count - 1)
        for member in block.members { self.declaration(member.decl, at: .type) }
        type = outer.0
        scopes.leaveType(outer.1)
    }

    private mutating func conditionalDeclarations(_ node: IfConfigDeclSyntax, at level: Level) {
        for (clause, platforms) in node.compiledClauses {
            compiled(for: platforms) { collector in
                switch clause.elements {
                case .decls(let members)?:
                    for member in members { collector.declaration(member.decl, at: level) }
                case .statements(let items)?:
                    for item in items {
                        if case .decl(let inner) = item.item { collector.declaration(inner, at: level) }
                    }
                default: break
                }
            }
        }
    }

    private mutating func enumCase(_ node: EnumCaseDeclSyntax) {
        guard let parent = type else { return }
        for element in node.elements {
            var payload: [TupleTypeElement] = []
            for parameter in element.parameterClause?.parameters ?? [] {
                let label = parameter.firstName?.identifierText
                payload.append(
                    TupleTypeElement(label: label == "_" ? nil : label, type: reference(parameter.type)))
            }
            summary.enumCases.append(
                EnumCaseDeclaration(name: element.name.identifierText, parent: parent, payload: payload))
        }
    }

    private mutating func typeAlias(_ node: TypeAliasDeclSyntax) {
        let target = reference(node.initializer.value)
        let generics = generics(node.genericParameterClause)
        summary.typeAliases.append(
            TypeAliasDeclaration(
                name: node.name.identifierText, target: target, generics: generics, parent: owner,
                enclosingBody: enclosing))
    }

    private mutating func associatedType(_ node: AssociatedTypeDeclSyntax) {
        guard let parent = type else { return }
        let constraint = inherited(node.inheritanceClause).first
        summary.types[parent.index].associatedTypes.append(
            GenericParameter(name: node.name.identifierText, constraint: constraint))
    }

    /// `import struct Foundation.Date` makes `Foundation` visible, `import Darwin.C` both `Darwin` and `Darwin.C`.
    private mutating func importDeclaration(_ node: ImportDeclSyntax) {
        let path = node.path.map(\.name.identifierText)
        guard let module = path.first, !module.isEmpty else { return }
        if !summary.imports.contains(module) { summary.imports.append(module) }
        if path.count > 1, node.importKindSpecifier == nil { summary.imports.append(path.joined(separator: ".")) }
        let isExported = Self.traits(node.attributes, node.modifiers).attributes.contains("_exported")
        if isExported, !summary.exports.contains(module) { summary.exports.append(module) }
    }
}
