import SwiftSyntax

/// Stored and computed properties, global variables and subscripts.
extension SummaryCollector {
    mutating func properties(_ node: VariableDeclSyntax, at level: Level) {
        let traits = self.traits(node.attributes, node.modifiers, owner: .property)
        let isMutable = node.bindingSpecifier.text != "let"
        let markers = markers.above(node)
        let range = node.textRange
        var trailingType: TypeReference?
        var ids: [PropertyID] = []
        for binding in node.bindings {
            let type = binding.typeAnnotation.map { reference($0.type) }
            for name in Self.names(in: binding.pattern) {
                summary.properties.append(
                    PropertyDeclaration(
                        name: name.identifierText, type: binding.pattern.is(IdentifierPatternSyntax.self) ? type : nil,
                        initializer: nil, initializerBody: nil, parent: owner, isStatic: traits.isStatic,
                        isLazy: traits.isLazy, isMutable: isMutable, attributes: traits.attributes,
                        isolation: traits.isolation, access: traits.access, getter: nil, setter: nil, observers: [],
                        range: range, nameRange: name.textRange))
                let id = PropertyID(summary.properties.count - 1)
                ids.append(id)
                property(id, binding, isInOrder: level == .file && isScript)
                if let accessors = binding.accessorBlock {
                    var head = FunctionDeclaration(kind: .getter, name: name.identifierText, traits: traits)
                    head.result = type
                    head.nameRange = name.textRange
                    head.range = range
                    head.markers = markers
                    attach(self.accessors(accessors, head, parameters: nil), to: id)
                }
            }
            trailingType = type
        }
        // In `let a, b: Int` the type belongs to both.
        guard let trailingType else { return }
        for id in ids where summary.properties[id.index].type == nil && summary.properties[id.index].initializer == nil
        {
            summary.properties[id.index].type = trailingType
        }
    }

    private mutating func property(_ id: PropertyID, _ binding: PatternBindingSyntax, isInOrder: Bool) {
        guard let value = binding.initializer?.value else { return }
        if !binding.pattern.is(IdentifierPatternSyntax.self) {
            // `let (a, b) = f()`: the code runs once, for the first of the names.
            guard Self.names(in: binding.pattern).first?.textRange == summary.properties[id.index].nameRange else {
                return
            }
        }
        var initializer = Self.unknown
        if isInOrder {
            initializer = expression(value, use: .property(id))
        } else {
            let range = value.textRange
            let body = reserveBody(
                .propertyInitializer(id), parent: surrounding, isAsync: false, range: range, nameRange: range)
            inside(body) { initializer = $0.expression(value, use: .property(id)) }
            summary.properties[id.index].initializerBody = body
        }
        if binding.pattern.is(IdentifierPatternSyntax.self) {
            summary.properties[id.index].initializer = initializer
        }
    }

    private mutating func attach(_ accessors: [FunctionID], to id: PropertyID) {
        for accessor in accessors {
            switch summary.functions[accessor.index].kind {
            case .getter: summary.properties[id.index].getter = summary.properties[id.index].getter ?? accessor
            case .setter: summary.properties[id.index].setter = summary.properties[id.index].setter ?? accessor
            default: summary.properties[id.index].observers.append(accessor)
            }
        }
    }

    mutating func `subscript`(_ node: SubscriptDeclSyntax) {
        let traits = self.traits(node.attributes, node.modifiers)
        var head = FunctionDeclaration(kind: .subscriptGetter, name: "subscript", traits: traits)
        head.parameters = parameters(node.parameterClause, labelsFirstNames: false)
        head.result = reference(node.returnClause.type)
        head.generics = generics(node.genericParameterClause)
        head.requirements = requirements(node.genericWhereClause)
        head.range = node.textRange
        head.nameRange = node.subscriptKeyword.textRange
        head.markers = markers.above(node)
        guard let block = node.accessorBlock else { return }
        let accessors = accessors(block, head, parameters: node.parameterClause)
        if let first = accessors.first { defaultArguments(node.parameterClause, of: first) }
    }

    /// The names that a pattern declares, without recursion into anything but tuples.
    static func names(in pattern: PatternSyntax) -> [TokenSyntax] {
        var names: [TokenSyntax] = []
        var pending = [pattern]
        while let next = pending.popLast() {
            if let identifier = next.as(IdentifierPatternSyntax.self) {
                names.append(identifier.identifier)
            } else if let tuple = next.as(TuplePatternSyntax.self) {
                pending.append(contentsOf: tuple.elements.reversed().map(\.pattern))
            } else if let binding = next.as(ValueBindingPatternSyntax.self) {
                pending.append(binding.pattern)
            }
        }
        return names
    }
}
