import SwiftSyntax

/// Expressions: each returns the id that stands for its value and leaves its calls and reads in the current steps.
extension SummaryCollector {
    /// - Parameter use: what is done with a closure, should the expression be one.
    mutating func expression(_ node: ExprSyntax, use: ClosureForm.Use = .other) -> ExpressionID {
        descending(otherwise: Self.unknown) { $0.innerExpression(node, use) }
    }

    private mutating func innerExpression(_ node: ExprSyntax, _ use: ClosureForm.Use) -> ExpressionID {
        switch node.as(ExprSyntaxEnum.self) {
        case .memberAccessExpr, .functionCallExpr, .subscriptCallExpr, .forceUnwrapExpr, .optionalChainingExpr,
            .genericSpecializationExpr, .postfixIfConfigExpr, .postfixOperatorExpr:
            return chain(node).value
        case .declReferenceExpr(let node): return name(node, isCallee: false)
        case .sequenceExpr(let node): return sequence(node, use)
        case .closureExpr(let node): return closure(node, use)
        case .tupleExpr(let node): return tuple(node, use)
        case .awaitExpr(let node):
            return awaited(node.awaitKeyword.textRange) { $0.expression(node.expression, use: use) }
        case .tryExpr(let node): return tried(node) { $0.expression(node.expression, use: use) }
        case .inOutExpr(let node): return expression(node.expression)
        case .unsafeExpr(let node): return expression(node.expression, use: use)
        case .consumeExpr(let node): return expression(node.expression)
        case .copyExpr(let node): return expression(node.expression)
        case .borrowExpr(let node): return expression(node.expression)
        case .packElementExpr(let node): return expression(node.pack)
        case .packExpansionExpr(let node): return expression(node.repetitionPattern)
        case .prefixOperatorExpr(let node):
            let value = expression(node.expression)
            return add(.unary(node.operator.text, value))
        case .ifExpr(let node): return ifExpression(node, yieldsValue: true) ?? Self.unknown
        case .switchExpr(let node): return switchExpression(node, yieldsValue: true) ?? Self.unknown
        case .macroExpansionExpr(let node): return macro(MacroParts(node))
        case .typeExpr(let node): return add(.type(reference(node.type)))
        case .superExpr: return add(.superReference)
        case .keyPathExpr: return add(.keyPath)
        default: return literal(node)
        }
    }

    /// `try x` marks the calls in `x`, `try? x` wraps the value too.
    mutating func tried(_ node: TryExprSyntax, _ work: (inout Self) -> ExpressionID) -> ExpressionID {
        let outer = isTried
        isTried = true
        let value = work(&self)
        isTried = outer
        return node.questionOrExclamationMark?.text == "?" ? add(.optionalTry(value)) : value
    }

    private mutating func tuple(_ node: TupleExprSyntax, _ use: ClosureForm.Use) -> ExpressionID {
        if node.elements.count == 1, let only = node.elements.first, only.label == nil {
            return expression(only.expression, use: use)
        }
        var elements: [TupleElement] = []
        for element in node.elements {
            let value = expression(element.expression)
            elements.append(TupleElement(label: element.label?.identifierText, value: value))
        }
        return add(.tuple(elements))
    }

    /// A name by itself, or as the root of a chain.
    mutating func name(_ node: DeclReferenceExprSyntax, isCallee: Bool) -> ExpressionID {
        // `load(from:)` names a function, it reads nothing.
        let isFunction = isCallee || node.argumentNames != nil
        guard let module = node.moduleSelector else { return name(node.baseName, isCallee: isFunction) }
        let base = add(.name(module.moduleName.identifierText, genericArguments: []))
        let name = node.baseName.identifierText
        let id = add(.member(base: base, name: name, genericArguments: []))
        if !isFunction, !Self.isTypeName(name) { read(id, at: node.baseName.textRange) }
        return id
    }

    mutating func name(_ token: TokenSyntax, isCallee: Bool) -> ExpressionID {
        let text = token.identifierText
        switch text {
        case "self": return add(.selfReference)
        case "Self": return add(.selfType)
        default: break
        }
        if let parameter = shorthandParameter(text) { return add(.local(parameter)) }
        if let local = scopes.lookup(text) { return add(.local(local)) }
        let id = add(.name(text, genericArguments: []))
        if !isCallee, !Self.isTypeName(text), !text.isEmpty { read(id, at: token.textRange) }
        return id
    }

    /// The local that `$0` means, added with those before it on first use.
    private mutating func shorthandParameter(_ text: String) -> LocalID? {
        guard text.utf8.first == UInt8(ascii: "$"), let closure = shorthandClosure, let index = Int(text.dropFirst()),
            (0..<256).contains(index)
        else { return nil }
        while summary.bodies[closure.index].parameters.count <= index {
            let next = summary.bodies[closure.index].parameters.count
            summary.locals.append(
                Local(
                    name: "$\(next)", type: nil, origin: .closureParameter(closure, index: next), isMutable: false,
                    body: closure))
            summary.bodies[closure.index].parameters.append(LocalID(summary.locals.count - 1))
        }
        return summary.bodies[closure.index].parameters[index]
    }
}
