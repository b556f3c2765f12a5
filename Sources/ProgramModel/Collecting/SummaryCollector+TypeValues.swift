import SwiftSyntax

/// Types that the parser had to take for values: `[Int]` in `[Int]()`.
extension SummaryCollector {
    /// `nil` when the expression cannot be a type.
    mutating func typeReference(_ node: ExprSyntax) -> TypeReference? {
        descending(otherwise: nil) { $0.innerTypeReference(node) }
    }

    private mutating func innerTypeReference(_ node: ExprSyntax) -> TypeReference? {
        switch node.as(ExprSyntaxEnum.self) {
        case .declReferenceExpr, .memberAccessExpr, .genericSpecializationExpr: return namedType(node)
        case .optionalChainingExpr(let node): return typeReference(node.expression).map { .optional($0) }
        case .typeExpr(let node): return reference(node.type)
        case .arrayExpr(let node):
            guard node.elements.count == 1, let only = node.elements.first else { return nil }
            return typeReference(only.expression).map { .array($0) }
        case .dictionaryExpr(let node):
            guard case .elements(let list) = node.content, list.count == 1, let only = list.first,
                let key = typeReference(only.key), let value = typeReference(only.value)
            else { return nil }
            return .dictionary(key: key, value: value)
        case .tupleExpr(let node):
            var elements: [TupleTypeElement] = []
            for element in node.elements {
                guard let type = typeReference(element.expression) else { return nil }
                elements.append(TupleTypeElement(label: element.label?.identifierText, type: type))
            }
            if elements.count == 1, elements[0].label == nil { return elements[0].type }
            return .tuple(elements)
        default: return nil
        }
    }

    private mutating func namedType(_ node: ExprSyntax) -> TypeReference? {
        var components: [TypeComponent] = []
        var arguments: [TypeReference] = []
        var next: ExprSyntax? = node
        while let current = next {
            let name: String
            if let specialization = current.as(GenericSpecializationExprSyntax.self) {
                arguments = genericArguments(specialization.genericArgumentClause)
                next = specialization.expression
                continue
            } else if let member = current.as(MemberAccessExprSyntax.self), let base = member.base {
                name = member.declName.baseName.identifierText
                next = base
            } else if let root = current.as(DeclReferenceExprSyntax.self) {
                name = root.baseName.identifierText
                next = nil
            } else {
                return nil
            }
            guard Self.isTypeName(name) else { return nil }
            components.append(TypeComponent(name, arguments: arguments))
            arguments = []
        }
        return .named(components.reversed())
    }
}
