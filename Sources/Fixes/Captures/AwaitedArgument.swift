import ProgramModel
import SourceModel
import SwiftSyntax

/// The argument in `remove(try await path())`, which is bound to a name in front of the statement: what awaits cannot
/// move, but its value can.
struct AwaitedArgument {
    /// With the `try` and the `await` in front of it.
    let node: ExprSyntax
    let name: String

    /// Said of a fix that awaits the argument before it reads what stands in front of it.
    static let reason = "what the call awaits is awaited before the rest of it is read"

    /// - Returns: `nil` when the call is not the whole statement, or something else of it could be evaluated too late.
    init?(_ moved: ExprSyntax, _ place: AwaitPlace, _ planner: CapturePlanner) {
        guard place.isUnused, place.boundFirst == nil, !place.isCondition, !place.isAsyncLet,
            let statement = place.statement, let call = moved.as(FunctionCallExprSyntax.self),
            call.trailingClosure == nil, !call.calledExpression.hasCalls
        else { return nil }
        let position = call.arguments.firstIndex { $0.expression.suspends }
        guard let position, !call.arguments[..<position].contains(where: \.expression.hasCalls),
            !call.arguments[call.arguments.index(after: position)...].contains(where: \.expression.suspends),
            let awaited = call.arguments[position].expression.awaitedCall,
            let callee = awaited.calledExpression.lastName, let type = planner.type(of: awaited),
            planner.sendability.answer(type) == .yes
        else { return nil }
        // The callee itself may have the name, nothing else of the block may mean something by it.
        let mentions = awaited.calledExpression.is(DeclReferenceExprSyntax.self) ? 1 : 0
        guard let list = statement.parent?.as(CodeBlockItemListSyntax.self), statement.count(of: callee) == mentions,
            !list.contains(where: { other in
                other.id != statement.id && (other.mentions(callee) || other.declaredNames.contains(callee))
            }), LexicalScope.binding(of: callee, at: Syntax(statement)) == nil
        else { return nil }
        node = call.arguments[position].expression
        name = callee
    }

    /// `let path = try await path()` in front of the statement.
    func binding(before statement: CodeBlockItemSyntax, _ target: FixTarget) -> Rewrite {
        let start = statement.textRange.start
        let indentation = Indentation(at: start, in: target.text)
        return target.inserting("let \(name) = \(target.text(node))\n\(indentation.line)", at: start)
    }
}

extension CapturePlanner {
    /// Of the value of a call in the file.
    fileprivate func type(of call: FunctionCallExprSyntax) -> ResolvedType? {
        let name = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.textRange
        let start = (name ?? call.calledExpression.textRange).start
        return program.files[file].summary.call(namedAt: start).map {
            program.resolver.resolve(CallReference(file, $0)).result
        }
    }
}

extension CodeBlockItemSyntax {
    /// How often the statement uses a name, not as a member or a label.
    fileprivate func count(of name: String) -> Int {
        FreeNames(in: [Syntax(item)]).uses.count { $0.name == name }
    }
}

extension ExprSyntax {
    /// `f()` of `try await f()`.
    fileprivate var awaitedCall: FunctionCallExprSyntax? {
        var inner = self
        if let attempt = inner.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
            inner = attempt.expression
        }
        return inner.as(AwaitExprSyntax.self)?.expression.as(FunctionCallExprSyntax.self)
    }

    /// Whether evaluating it runs more than accessors.
    fileprivate var hasCalls: Bool {
        tokens(viewMode: .sourceAccurate).contains { ["(", "{", "[", "try", "await"].contains($0.text) }
    }
}
