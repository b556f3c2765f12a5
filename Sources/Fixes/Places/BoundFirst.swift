import struct SourceModel.SourceRange
import SourceModel
import SwiftSyntax

/// A value that is bound in a statement of its own before the one that uses it: an argument of an assertion, which cannot
/// suspend, or a condition, which would be hard to read.
///
/// Only where nothing that is evaluated before it does anything, so that the order stays.
struct BoundFirst {
    /// The statement that the value is bound before.
    let statement: CodeBlockItemSyntax
    /// The expression that the name takes the place of: the call with a `try` around it.
    let replaced: ExprSyntax
    /// `XCTAssertNoThrow(try call())` says no more than the `try` alone where errors leave.
    let isWholeStatement: Bool
    /// What the value is named after.
    let callee: ExprSyntax
    /// `try? await ` or `try await `, when a `try` moves along.
    var words: String?
    /// The `try` of `try call().count`, which covers nothing that throws any more.
    var idleTry: TryExprSyntax?
    /// `XCTAssertNoThrow(…)` around the assertion, which says nothing any more once the value is there.
    var wrapper: FunctionCallExprSyntax?

    /// Said of a call whose error the assertion notes.
    static let reason = "an error ends the function here, where the assertion would have gone on"

    /// - Parameters:
    ///   - node: what is to be awaited.
    ///   - argument: of the assertion that the node stands in.
    init(_ node: ExprSyntax, in argument: LabeledExprSyntax) throws(FixRefusal) {
        guard let list = argument.parent?.as(LabeledExprListSyntax.self), let assertion = list.parent,
            let name = Self.name(of: assertion), argument.label == nil,
            let position = list.firstIndex(where: { $0.id == argument.id }),
            list.distance(from: list.startIndex, to: position) < Self.values(of: name)
        else { throw FixRefusal("the call stands in an autoclosure that may not run") }
        wrapper = Self.wrapper(around: assertion)
        guard let statement = Self.statement(around: wrapper.map { Syntax($0) } ?? assertion) else {
            throw FixRefusal("the assertion around the call is no statement of its own")
        }
        let search = EarlierCalls(before: node)
        search.walk(statement)
        guard !search.isFound else { throw FixRefusal("other calls come before it in the same assertion") }
        self.statement = statement
        callee = node.as(FunctionCallExprSyntax.self)?.calledExpression ?? node
        var replaced = node
        if let attempt = node.parent?.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
            replaced = ExprSyntax(attempt)
        }
        self.replaced = replaced
        idleTry = Self.idleTry(of: replaced)
        isWholeStatement =
            name == "XCTAssertNoThrow" && list.count == 1 && replaced.id == argument.expression.id
            && assertion.parent?.is(CodeBlockItemSyntax.self) == true
    }

    static func name(of assertion: Syntax) -> String? {
        if let call = assertion.as(FunctionCallExprSyntax.self) { return call.calledExpression.lastName }
        guard let macro = assertion.as(MacroExpansionExprSyntax.self) else { return nil }
        return "#" + macro.macroName.text
    }

    static func isAssertion(_ name: String) -> Bool { values(of: name) > 0 }

    /// How many arguments of an assertion are always evaluated; the message behind them is not.
    private static func values(of name: String) -> Int {
        switch name {
        case "XCTAssertNoThrow", "XCTAssert", "XCTAssertTrue", "XCTAssertFalse", "XCTAssertNil", "XCTAssertNotNil",
            "XCTUnwrap", "#expect", "#require":
            1
        case "XCTAssertEqual", "XCTAssertNotEqual", "XCTAssertIdentical", "XCTAssertNotIdentical",
            "XCTAssertGreaterThan", "XCTAssertGreaterThanOrEqual", "XCTAssertLessThan", "XCTAssertLessThanOrEqual":
            2
        default: 0
        }
    }

    /// Only properties may stand between it and the value.
    private static func idleTry(of replaced: ExprSyntax) -> TryExprSyntax? {
        var current = Syntax(replaced)
        while let parent = current.parent {
            if let attempt = parent.as(TryExprSyntax.self) {
                // In a sequence it covers all that stands on its right.
                if attempt.parent?.is(ExprListSyntax.self) == true { return nil }
                return current.id == Syntax(replaced).id || attempt.questionOrExclamationMark != nil ? nil : attempt
            }
            guard
                parent.is(MemberAccessExprSyntax.self) || parent.is(ForceUnwrapExprSyntax.self)
                    || parent.is(OptionalChainingExprSyntax.self)
            else { return nil }
            current = parent
        }
        return nil
    }

    private static func wrapper(around assertion: Syntax) -> FunctionCallExprSyntax? {
        guard let list = assertion.parent?.parent?.as(LabeledExprListSyntax.self), list.count == 1,
            list.first?.label == nil, let call = list.parent?.as(FunctionCallExprSyntax.self),
            call.calledExpression.lastName == "XCTAssertNoThrow", call.trailingClosure == nil
        else { return nil }
        return call
    }

    /// The statement that evaluates the assertion first of all.
    private static func statement(around assertion: Syntax) -> CodeBlockItemSyntax? {
        var current = assertion.parent
        while let node = current {
            switch node.as(SyntaxEnum.self) {
            case .codeBlockItem(let item): return item
            case .tryExpr(let attempt) where attempt.questionOrExclamationMark == nil: current = node.parent
            case .awaitExpr, .initializerClause, .patternBinding, .patternBindingList, .variableDecl,
                .expressionStmt:
                current = node.parent
            default: return nil
            }
        }
        return nil
    }

    /// The edits that bind `text` first.
    /// - Parameter words: `try await ` or `await `.
    func rewrites(_ words: String, _ text: String, prefix: String, _ target: FixTarget) -> [Rewrite] {
        if isWholeStatement { return [target.replacing(statement.textRange, with: prefix + words + text)] }
        let name = freeName()
        let start = statement.textRange.start
        let line = "let \(name) = \(self.words ?? words)\(text)\n" + Indentation(at: start, in: target.text).line
        var uses = [target.inserting(line, at: start)]
        if let idleTry {
            let start = idleTry.textRange.start
            uses.append(target.replacing(SourceRange(start, replaced.textRange.end), with: name))
        } else {
            uses.append(target.replacing(replaced.textRange, with: name))
        }
        guard let wrapper, let inner = wrapper.arguments.first?.expression.textRange else { return uses }
        return uses + [
            target.replacing(SourceRange(wrapper.textRange.start, inner.start), with: ""),
            target.replacing(SourceRange(inner.end, wrapper.textRange.end), with: ""),
        ]
    }

    private func freeName() -> String { BoundName(callee, before: statement).text }
}

/// Looks for a call that is evaluated before another one.
final class EarlierCalls: SyntaxVisitor {
    private let end: Int
    private let node: ExprSyntax
    var isFound = false

    init(before node: ExprSyntax) {
        self.node = node
        end = node.textRange.start
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ call: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if call.id == node.id { return .skipChildren }
        if call.textRange.end <= end { isFound = true }
        return .visitChildren
    }

    override func visit(_ call: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
        if call.textRange.end <= end { isFound = true }
        return .visitChildren
    }

    override func visit(_ closure: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
