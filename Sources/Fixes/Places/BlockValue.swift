import SwiftSyntax

extension CodeBlockItemSyntax {
    /// The only statement of a block that may give its value to a closure, a function or an `if` expression.
    var isOnlyValueOfItsBlock: Bool {
        guard let list = parent?.as(CodeBlockItemListSyntax.self), list.count == 1 else { return false }
        guard let owner = list.parent else { return false }
        switch owner.as(SyntaxEnum.self) {
        case .closureExpr: return true
        case .accessorBlock: return true
        case .codeBlock(let block):
            if let function = block.parent?.as(FunctionDeclSyntax.self) {
                let result = function.signature.returnClause?.type.trimmedDescription
                return result.map { !["Void", "()"].contains($0) } ?? false
            }
            if let accessor = block.parent?.as(AccessorDeclSyntax.self) {
                return accessor.accessorSpecifier.tokenKind == .keyword(.get)
            }
            return block.parent?.is(IfExprSyntax.self) == true && block.isValueOfAnExpression
        case .switchCase(let branch): return Syntax(branch).isValueOfAnExpression
        default: return false
        }
    }
}

extension SyntaxProtocol {
    /// Whether the `if` or `switch` around it stands where a value is wanted.
    fileprivate var isValueOfAnExpression: Bool {
        var current = parent
        while let node = current {
            if node.is(ExpressionStmtSyntax.self) {
                return node.parent?.as(CodeBlockItemSyntax.self)?.isOnlyValueOfItsBlock ?? false
            }
            if node.is(CodeBlockItemSyntax.self) || node.is(ClosureExprSyntax.self) { return false }
            if node.is(InitializerClauseSyntax.self) || node.is(ReturnStmtSyntax.self) { return true }
            current = node.parent
        }
        return false
    }
}
