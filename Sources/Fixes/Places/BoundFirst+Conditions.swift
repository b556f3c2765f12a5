import SwiftSyntax

/// What an `if`, a `guard`, a `for` or a `switch` evaluates first of all.
extension BoundFirst {
    /// - Parameter node: what is to be awaited.
    init?(condition node: ExprSyntax) {
        var replaced = node
        var words: String?
        var isTried = false
        if let attempt = node.parent?.as(TryExprSyntax.self) {
            replaced = ExprSyntax(attempt)
            words = "try\(attempt.questionOrExclamationMark?.text ?? "") await "
            isTried = true
            // `(try? call()) ?? []`
            if let tuple = attempt.parent?.parent?.parent?.as(TupleExprSyntax.self), tuple.elements.count == 1,
                tuple.elements.first?.expression.id == replaced.id, tuple.elements.first?.label == nil
            {
                replaced = ExprSyntax(tuple)
                isTried = false
            }
        }
        guard let owner = Self.owner(of: replaced, isTried: isTried),
            let item = Self.item(of: owner), !item.isOnlyValueOfItsBlock
        else { return nil }
        let search = EarlierCalls(before: node)
        search.walk(item)
        guard !search.isFound else { return nil }
        statement = item
        self.replaced = replaced
        isWholeStatement = false
        self.words = words
        callee = node.as(FunctionCallExprSyntax.self)?.calledExpression ?? node
    }

    /// The statement that evaluates the expression before all else in it.
    private static func owner(of expression: ExprSyntax, isTried: Bool) -> Syntax? {
        var current = Syntax(expression)
        while let parent = current.parent {
            switch parent.as(SyntaxEnum.self) {
            case .exprList(let list):
                // A `try` covers all that stands on its right.
                guard !isTried, list.first?.id == current.id else { return nil }
            case .memberAccessExpr, .optionalChainingExpr, .forceUnwrapExpr, .prefixOperatorExpr:
                if isTried { return nil }
            case .sequenceExpr, .initializerClause, .optionalBindingCondition, .conditionElement: break
            case .conditionElementList(let conditions):
                guard conditions.first?.id == current.id else { return nil }
            case .ifExpr, .guardStmt, .switchExpr: return parent
            case .forStmt(let loop): return loop.sequence.id == current.id ? parent : nil
            default: return nil
            }
            current = parent
        }
        return nil
    }

    private static func item(of owner: Syntax) -> CodeBlockItemSyntax? {
        if let item = owner.parent?.as(CodeBlockItemSyntax.self) { return item }
        return owner.parent?.as(ExpressionStmtSyntax.self)?.parent?.as(CodeBlockItemSyntax.self)
    }
}
