import SwiftSyntax

/// The name of a value that is bound in front of the statement that uses it: `fileExists` for
/// `manager.fileExists(atPath: path)`, `data` for `Data(contentsOf: url)`, `value` for `future.wait()`.
///
/// Statements of one function that bind values of the same callee number them by their order, so that all may be changed
/// at once.
struct BoundName {
    let text: String

    init(_ callee: ExprSyntax, before statement: CodeBlockItemSyntax) {
        var code = Syntax(statement)
        while let parent = code.parent, !parent.is(MemberBlockItemSyntax.self), !parent.is(SourceFileSyntax.self) {
            code = parent
        }
        let name = callee.lastName ?? "value"
        // `URLSession` is no name that begins with one capital.
        let isValue = Self.plain.contains(name) || name.prefix(2).allSatisfy(\.isUppercase)
        var base = isValue ? "value" : (name.first?.lowercased() ?? "") + name.dropFirst()
        // A function without a receiver has the name itself, and so may something else.
        if callee.is(DeclReferenceExprSyntax.self), name.first?.isLowercase == true { base += "Result" }
        if code.usesAlone(base) { base += isValue ? "Found" : "Value" }
        let start = statement.textRange.start
        var number = 1
        for token in code.tokens(viewMode: .sourceAccurate) where token.textStart < start {
            guard token.text == name || isValue && Self.plain.contains(token.text), token.isBound else { continue }
            number += 1
        }
        var found = number == 1 ? base : "\(base)\(number)"
        while code.usesAlone(found) {
            number += 1
            found = "\(base)\(number)"
        }
        text = found
    }

    /// Names that say nothing about the value.
    private static let plain: Set<String> = ["wait", "get", "value", "submit", "run", "read", "sync", "init"]
}

extension TokenSyntax {
    fileprivate var textStart: Int { positionAfterSkippingLeadingTrivia.utf8Offset }

    /// Whether the token stands in an assertion or in what a condition or a loop evaluates.
    fileprivate var isBound: Bool {
        var current = parent
        while let node = current {
            if BoundFirst.name(of: node).map(BoundFirst.isAssertion) == true { return true }
            if node.is(ConditionElementSyntax.self) || node.parent?.as(ForStmtSyntax.self)?.sequence.id == node.id {
                return true
            }
            if node.parent?.as(SwitchExprSyntax.self)?.subject.id == node.id { return true }
            if node.is(CodeBlockItemSyntax.self) { return false }
            current = node.parent
        }
        return false
    }
}

extension Syntax {
    /// Whether the code declares a name, or uses it other than as a member.
    fileprivate func usesAlone(_ name: String) -> Bool {
        tokens(viewMode: .sourceAccurate).contains { token in
            guard token.text == name else { return false }
            if token.parent?.is(LabeledExprSyntax.self) == true { return false }
            guard let reference = token.parent?.as(DeclReferenceExprSyntax.self) else { return true }
            return reference.parent?.as(MemberAccessExprSyntax.self)?.declName.id != reference.id
        }
    }
}
