import SwiftSyntax

/// How control leaves some statements of a block, other than by an error or at their end.
final class BlockExits: SyntaxVisitor {
    private(set) var returns: [ReturnStmtSyntax] = []
    /// A `break` or `continue` may leave a loop or a `switch` around the statements.
    private(set) var leavesLoop = false
    /// What else is to be done when they are left: what they defer, or await of an `async let`.
    private var otherWork: [Syntax] = []

    private var loopDepth = 0
    private var switchDepth = 0

    init(of statements: [CodeBlockItemSyntax]) {
        super.init(viewMode: .sourceAccurate)
        for statement in statements { walk(statement) }
    }

    var hasOtherWork: Bool { !otherWork.isEmpty }

    /// Whether something else is still to be done where a `return` stands: a block around it began that before.
    func hasOtherWork(at exit: ReturnStmtSyntax) -> Bool {
        otherWork.contains { work in
            var block = work
            while let parent = block.parent, !block.is(CodeBlockItemListSyntax.self) { block = parent }
            return work.position < exit.position && block.textRange.contains(exit.textRange)
        }
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        returns.append(node)
        return .visitChildren
    }

    override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label != nil || loopDepth + switchDepth == 0 { leavesLoop = true }
        return .skipChildren
    }

    override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.label != nil || loopDepth == 0 { leavesLoop = true }
        return .skipChildren
    }

    override func visit(_ node: FallThroughStmtSyntax) -> SyntaxVisitorContinueKind {
        if switchDepth == 0 { leavesLoop = true }
        return .skipChildren
    }

    override func visit(_ node: DeferStmtSyntax) -> SyntaxVisitorContinueKind {
        otherWork.append(Syntax(node))
        return .skipChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if node.modifiers.contains(where: { $0.name.text == "async" }) { otherWork.append(Syntax(node)) }
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: ForStmtSyntax) { loopDepth -= 1 }
    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: WhileStmtSyntax) { loopDepth -= 1 }
    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { enterLoop() }
    override func visitPost(_ node: RepeatStmtSyntax) { loopDepth -= 1 }

    private func enterLoop() -> SyntaxVisitorContinueKind {
        loopDepth += 1
        return .visitChildren
    }

    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        switchDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: SwitchExprSyntax) { switchDepth -= 1 }

    // What they do when they are called is their own.
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension Collection<CodeBlockItemSyntax> where Self: BidirectionalCollection {
    /// Whether nothing that follows them is ever reached, as far as their form tells.
    var alwaysLeave: Bool { last?.item.alwaysLeaves ?? false }
}

extension CodeBlockItemSyntax.Item {
    fileprivate var alwaysLeaves: Bool {
        switch self {
        case .stmt(let statement):
            if statement.is(ReturnStmtSyntax.self) || statement.is(ThrowStmtSyntax.self) { return true }
            if let attempt = statement.as(DoStmtSyntax.self) {
                return attempt.body.statements.alwaysLeave
                    && attempt.catchClauses.allSatisfy { $0.body.statements.alwaysLeave }
            }
            guard let expression = statement.as(ExpressionStmtSyntax.self) else { return false }
            return expression.expression.alwaysLeaves
        case .expr(let expression): return expression.alwaysLeaves
        case .decl: return false
        }
    }
}

extension ExprSyntax {
    fileprivate var alwaysLeaves: Bool {
        if let branch = self.as(IfExprSyntax.self) {
            guard branch.body.statements.alwaysLeave else { return false }
            switch branch.elseBody {
            case .codeBlock(let block)?: return block.statements.alwaysLeave
            case .ifExpr(let other)?: return ExprSyntax(other).alwaysLeaves
            case nil: return false
            }
        }
        if let choice = self.as(SwitchExprSyntax.self) {
            return choice.cases.allSatisfy { element in
                guard case .switchCase(let one) = element else { return false }
                return one.statements.alwaysLeave
            }
        }
        guard let call = self.as(FunctionCallExprSyntax.self) else { return false }
        return ["fatalError", "preconditionFailure", "exit"].contains(call.calledExpression.lastName)
    }
}
