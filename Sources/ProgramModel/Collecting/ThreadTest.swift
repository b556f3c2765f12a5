import SwiftSyntax

/// What a condition says about the thread that it is asked on: `Thread.isMainThread`, or the opposite.
enum ThreadTest {
    /// What follows when the condition holds runs on the main thread, and only there.
    case onMain
    /// What follows when the condition holds runs on another thread.
    case offMain

    /// The test that an expression is; `nil` for all others.
    init?(_ expression: ExprSyntax) {
        if let negated = expression.as(PrefixOperatorExprSyntax.self), negated.operator.text == "!" {
            guard let inner = ThreadTest(negated.expression) else { return nil }
            self = inner == .onMain ? .offMain : .onMain
        } else if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1,
            let only = tuple.elements.first
        {
            guard let inner = ThreadTest(only.expression) else { return nil }
            self = inner
        } else if let member = expression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "isMainThread"
        {
            self = .onMain
        } else {
            return nil
        }
    }

    /// Whether code that runs because conditions hold is surely not on the main thread.
    static func excludesMain(_ conditions: ConditionElementListSyntax) -> Bool {
        conditions.contains { test(of: $0) == .offMain }
    }

    /// Whether code that runs because conditions do not hold is surely not on the main thread.
    static func leavesMain(_ conditions: ConditionElementListSyntax) -> Bool {
        conditions.count == 1 && conditions.first.flatMap(test(of:)) == .onMain
    }

    private static func test(of element: ConditionElementSyntax) -> ThreadTest? {
        guard case .expression(let expression) = element.condition else { return nil }
        return ThreadTest(expression)
    }
}

extension CodeBlockItemListSyntax {
    /// Whether control never comes out at the end.
    var leaves: Bool {
        guard case .stmt(let statement)? = last?.item else { return false }
        return statement.is(ReturnStmtSyntax.self) || statement.is(ThrowStmtSyntax.self)
    }
}
