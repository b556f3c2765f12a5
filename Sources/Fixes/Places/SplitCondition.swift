import struct SourceModel.SourceRange
import SourceModel
import SwiftSyntax

/// An `&&` at the top of a condition, where a comma says the same: `if isLocal && exists(path)` becomes
/// `if isLocal, await exists(path)`, because the right side of `&&` is an autoclosure.
struct SplitCondition {
    /// From the end of the left side to the start of the right one.
    private let range: SourceRange
    private let newText: String

    /// - Parameters:
    ///   - list: the operands and operators of a sequence.
    ///   - position: of the operator.
    init?(_ list: ExprListSyntax, at position: Int) {
        let elements = Array(list)
        guard list.parent?.parent?.is(ConditionElementSyntax.self) == true, position > 0,
            elements.indices.contains(position + 1), elements[position].operatorText == "&&",
            elements.allSatisfy({ $0.operatorText.map(Self.bindingTighter.contains) ?? !$0.bindsLooser }),
            // They cover all that stands on their right.
            !elements[..<position].contains(where: { $0.is(TryExprSyntax.self) || $0.is(AwaitExprSyntax.self) })
        else { return nil }
        let (left, sign, right) = (elements[position - 1], elements[position], elements[position + 1])
        let before = left.trailingTrivia + sign.leadingTrivia
        let after = sign.trailingTrivia + right.leadingTrivia
        guard (before + after).allSatisfy(\.isWhitespace) else { return nil }
        range = SourceRange(left.textRange.end, right.textRange.start)
        newText = "," + (before.contains(where: \.isNewline) ? before : after).description
    }

    func rewrite(in target: FixTarget) -> Rewrite { target.replacing(range, with: newText) }

    /// Operators that are evaluated before `&&` is, and `&&` itself.
    private static let bindingTighter: Set<String> = [
        "&&", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "~=", "??", "...", "..<", "+", "-", "*", "/", "%",
    ]
}

extension ExprSyntax {
    fileprivate var operatorText: String? { self.as(BinaryOperatorExprSyntax.self)?.operator.text }

    /// `a ? b : c`, and an assignment.
    fileprivate var bindsLooser: Bool {
        self.is(UnresolvedTernaryExprSyntax.self) || self.is(AssignmentExprSyntax.self)
    }
}
