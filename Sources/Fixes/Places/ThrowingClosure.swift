import SwiftSyntax

/// Whether a closure may throw any error, as far as its text says so.
enum ThrowingClosure {
    /// True when its signature says `throws`, or when something in it throws already and nothing there catches it.
    static func accepts(_ closure: ClosureExprSyntax) -> Bool {
        if let clause = closure.signature?.effectSpecifiers?.throwsClause { return clause.takesAnyError }
        if isChildOfThrowingGroup(closure) { return true }
        let search = ThrowSearch(viewMode: .sourceAccurate)
        search.walk(closure.statements)
        return search.throwsOut
    }

    /// `group.addTask { … }` inside `withThrowingTaskGroup { group in … }`.
    private static func isChildOfThrowingGroup(_ closure: ClosureExprSyntax) -> Bool {
        guard let call = closure.parent?.as(FunctionCallExprSyntax.self),
            let member = call.calledExpression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text.hasPrefix("addTask"),
            let group = member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text
        else { return false }
        var current = call.parent
        while let node = current {
            if let outer = node.as(ClosureExprSyntax.self), outer.parameterNames.contains(group) {
                let name = outer.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.lastName
                return name == "withThrowingTaskGroup" || name == "withThrowingDiscardingTaskGroup"
            }
            current = node.parent
        }
        return false
    }
}

/// Looks for a `try` or a `throw` whose error leaves the code that is walked.
final class ThrowSearch: SyntaxVisitor {
    var throwsOut = false
    /// What an assertion tries stays in it.
    var skipsAssertions = false

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        let isAssertion = node.calledExpression.lastName?.hasPrefix("XCTAssert") == true
        return skipsAssertions && isAssertion ? .skipChildren : .visitChildren
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark == nil { throwsOut = true }
        return .visitChildren
    }

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        throwsOut = true
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.tryKeyword != nil { throwsOut = true }
        return .visitChildren
    }

    override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        guard node.catchesEverything else { return .visitChildren }
        walk(node.catchClauses)
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension ClosureExprSyntax {
    /// Names that the signature declares.
    var parameterNames: [String] {
        switch signature?.parameterClause {
        case .simpleInput(let list): list.map(\.name.text)
        case .parameterClause(let clause): clause.parameters.map { ($0.secondName ?? $0.firstName).text }
        case nil: []
        }
    }

    /// Names of the capture list.
    var captureNames: [String] { signature?.capture?.items.map(\.name.text) ?? [] }
}
