import SwiftSyntax

/// Names that patterns bind, and the expressions that patterns compare with.
extension SummaryCollector {
    /// - Parameter origin: where the value comes from that the whole pattern is matched against.
    mutating func bind(_ pattern: PatternSyntax, _ origin: Local.Origin, type: TypeReference?, isMutable: Bool) {
        descending(otherwise: ()) { collector in
            switch pattern.as(PatternSyntaxEnum.self) {
            case .identifierPattern(let identifier):
                collector.declareLocal(
                    identifier.identifier.identifierText, type: type, origin: origin, isMutable: isMutable)
            case .tuplePattern(let tuple):
                collector.bind(tuple, origin, type: type, isMutable: isMutable)
            case .valueBindingPattern(let binding):
                let isMutable = binding.bindingSpecifier.text == "var"
                collector.bind(binding.pattern, origin, type: type, isMutable: isMutable)
            case .expressionPattern(let expression):
                collector.match(expression.expression, origin, isMutable: isMutable)
            case .isTypePattern, .wildcardPattern, .missingPattern: break
            }
        }
    }

    private mutating func bind(
        _ tuple: TuplePatternSyntax, _ origin: Local.Origin, type: TypeReference?, isMutable: Bool
    ) {
        if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
            return bind(only.pattern, origin, type: type, isMutable: isMutable)
        }
        var types: [TupleTypeElement] = []
        if case .tuple(let elements)? = type { types = elements }
        let value = subject(of: origin, type: type)
        for (index, element) in tuple.elements.enumerated() {
            bind(
                element.pattern,
                .tupleElement(value: value, index: index, label: element.label?.identifierText),
                type: index < types.count ? types[index].type : nil, isMutable: isMutable)
        }
    }

    /// A pattern in the form of an expression: `.loaded(let x)`, `(let a, 1)`, `let x?`, `let x as T`, `1...5`.
    private mutating func match(_ pattern: ExprSyntax, _ origin: Local.Origin, isMutable: Bool) {
        descending(otherwise: ()) { $0.innerMatch(pattern, origin, isMutable: isMutable) }
    }

    private mutating func innerMatch(_ pattern: ExprSyntax, _ origin: Local.Origin, isMutable: Bool) {
        switch pattern.as(ExprSyntaxEnum.self) {
        case .patternExpr(let node): bind(node.pattern, origin, type: nil, isMutable: isMutable)
        case .tupleExpr(let tuple):
            if tuple.elements.count == 1, let only = tuple.elements.first, only.label == nil {
                return match(only.expression, origin, isMutable: isMutable)
            }
            let value = subject(of: origin, type: nil)
            for (index, element) in tuple.elements.enumerated() {
                let label = element.label?.identifierText
                match(
                    element.expression, .tupleElement(value: value, index: index, label: label), isMutable: isMutable)
            }
        case .optionalChainingExpr(let optional):
            match(
                optional.expression, .unwrapped(value: subject(of: origin, type: nil)), isMutable: isMutable)
        case .functionCallExpr(let call):
            guard let name = Self.caseName(call.calledExpression) else { _ = expression(pattern); return }
            let value = subject(of: origin, type: nil)
            for (index, argument) in call.arguments.enumerated() {
                let label = argument.label?.identifierText
                match(
                    argument.expression, .payload(caseName: name, index: index, label: label, subject: value),
                    isMutable: isMutable)
            }
        case .memberAccessExpr:
            if Self.caseName(pattern) == nil { _ = expression(pattern) }
        case .sequenceExpr(let sequence):
            let elements = Array(sequence.elements)
            guard elements.count == 3, elements[1].is(UnresolvedAsExprSyntax.self),
                let type = elements[2].as(TypeExprSyntax.self), let inner = elements[0].as(PatternExprSyntax.self)
            else { _ = expression(pattern); return }
            bind(inner.pattern, .castPattern, type: reference(type.type), isMutable: isMutable)
        case .discardAssignmentExpr: break
        default: _ = expression(pattern)
        }
    }

    /// The case that `.name` or `Type.name` means; `nil` for values that are compared.
    private static func caseName(_ callee: ExprSyntax) -> String? {
        guard let member = callee.as(MemberAccessExprSyntax.self) else { return nil }
        var base = member.base
        while let current = base {
            if let outer = current.as(MemberAccessExprSyntax.self), isTypeName(outer.declName.baseName.text) {
                base = outer.base
            } else if let root = current.as(DeclReferenceExprSyntax.self), isTypeName(root.baseName.text) {
                base = nil
            } else {
                return nil
            }
        }
        return member.declName.baseName.identifierText
    }

    static func isTypeName(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    }

    /// An expression that stands for the value with this origin.
    private mutating func subject(of origin: Local.Origin, type: TypeReference?) -> ExpressionID {
        switch origin {
        case .binding(let value?): value
        default: add(.local(addLocal("_", type: type, origin: origin, isMutable: false)))
        }
    }
}
