import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// A place in asynchronous code where an expression is to be awaited: which words are there, which may be added.
struct AwaitPlace {
    /// `try` or `try?` or `try!` that covers the expression already.
    private(set) var coveringTry: TryExprSyntax?
    private(set) var coveringAwait: AwaitExprSyntax?
    /// Where new words go: the leftmost expression that `try` and `await` must stand before.
    private(set) var anchor: ExprSyntax
    /// A trailing closure would be taken for the body of an `if`, a `guard` or a loop.
    private(set) var isCondition = false
    /// The statement that the expression belongs to.
    private(set) var statement: CodeBlockItemSyntax?
    /// The initial value of an `async let`, which needs neither `try` nor `await`.
    private(set) var isAsyncLet = false
    private(set) var errors = ErrorPath.unknown
    /// The place cannot suspend, but a statement before it can.
    private(set) var boundFirst: BoundFirst?
    /// A `try` stands around the expression, where it cannot stay.
    private(set) var isTriedInside = false
    /// The error would end a task whose result nobody reads, before statements that follow.
    private(set) var cutsTaskShort = false

    /// A `defer` around the place is going to be a function that may suspend.
    private var awaitsDeferred = false
    /// The expression stands on the right of an `&&`, which a comma takes the place of.
    private var split: SplitCondition?

    /// What becomes of an error that is thrown here.
    enum ErrorPath {
        /// The function or closure throws it on.
        case leaves
        /// A `catch` around the place sees it.
        case caught
        /// Nobody takes it.
        case nowhere
        case unknown
    }

    /// - Parameters:
    ///   - node: the expression that is to be replaced by an asynchronous one.
    ///   - awaitsDeferred: as `BlockingSite.awaitsDeferred`.
    /// - Throws: when no `await` may stand there.
    init(of node: ExprSyntax, awaitsDeferred: Bool = false) throws(FixRefusal) {
        anchor = node
        self.awaitsDeferred = awaitsDeferred
        let start = try climbExpressions(from: Syntax(node))
        try climbStatements(from: start)
    }

    /// - Parameter statement: an asynchronous statement is to stand where this one does.
    init(ofStatement statement: CodeBlockItemSyntax) throws(FixRefusal) {
        anchor = ExprSyntax(MissingExprSyntax())
        try climbStatements(from: Syntax(statement))
    }

    /// Whether a failing expression may stand here: a `try` covers it, or one may be added.
    var mayThrow: Bool {
        if coveringTry != nil { return true }
        return errors == .leaves || errors == .caught
    }

    /// Whether a `try` covers the expression, here or where it is evaluated now.
    var isTried: Bool { coveringTry != nil || isTriedInside }

    /// Whether the value of the expression is not used.
    var isUnused: Bool {
        if let boundFirst { return boundFirst.isWholeStatement }
        guard let statement else { return false }
        var inner = Syntax(statement.item)
        while let marked = inner.as(TryExprSyntax.self)?.expression ?? inner.as(AwaitExprSyntax.self)?.expression {
            inner = Syntax(marked)
        }
        return inner.id == anchor.id && !statement.isOnlyValueOfItsBlock
    }

    /// The edits that put `try` and `await` where they are missing; each before or inside `anchor`'s neighbours.
    func words(addingTry: Bool, _ target: FixTarget) throws(FixRefusal) -> [Rewrite] {
        if boundFirst != nil { throw FixRefusal("the call stands in an autoclosure, which cannot suspend") }
        if isAsyncLet { return [] }
        let needsTry = addingTry && coveringTry == nil
        let comma = split.map { [$0.rewrite(in: target)] } ?? []
        switch (coveringTry, coveringAwait) {
        case (_, let awaiting?):
            return needsTry ? [target.inserting("try ", at: awaiting.textRange.start)] : []
        case (let attempt?, nil): return comma + [target.inserting("await ", at: attempt.expression.textRange.start)]
        case (nil, nil):
            return comma + [target.inserting(needsTry ? "try await " : "await ", at: anchor.textRange.start)]
        }
    }

    /// The edits that put an awaited expression in the place of another.
    /// - Parameter prefix: `_ = `, when the value is not used and has to be dropped.
    func awaiting(
        _ text: String, insteadOf range: SourceRange, addingTry: Bool, prefix: String = "", _ target: FixTarget
    ) throws(FixRefusal) -> [Rewrite] {
        if let boundFirst {
            return boundFirst.rewrites(addingTry ? "try await " : "await ", text, prefix: prefix, target)
        }
        let rewrites = try words(addingTry: addingTry, target) + [target.replacing(range, with: text)]
        if prefix.isEmpty { return rewrites }
        let start = (coveringTry?.textRange ?? coveringAwait?.textRange ?? anchor.textRange).start
        return Edits.prepend(prefix, at: start, to: rewrites, target)
    }

    /// The place of a constant in front of the statement whose condition the expression is; `nil` where the order of
    /// evaluation would change.
    func beforeCondition(_ node: ExprSyntax) -> AwaitPlace? {
        guard isCondition, boundFirst == nil, coveringAwait == nil, let first = BoundFirst(condition: node) else {
            return nil
        }
        var place = self
        place.boundFirst = first
        place.isCondition = false
        return place
    }

    /// Where the line starts that the new text stands on.
    var start: Int { (boundFirst?.statement.textRange ?? anchor.textRange).start }

    // MARK: Inside the statement

    /// - Returns: the first node that is no part of the expression.
    private mutating func climbExpressions(from node: Syntax) throws(FixRefusal) -> Syntax {
        var current = node
        var grows = true
        while let parent = current.parent {
            switch parent.as(SyntaxEnum.self) {
            case .tryExpr(let expression):
                if coveringTry == nil { coveringTry = expression }
            case .awaitExpr(let expression):
                if coveringAwait == nil { coveringAwait = expression }
            case .exprList(let list):
                if parent.parent?.is(SequenceExprSyntax.self) == true {
                    try enter(list, at: current, grows: grows)
                }
            case .sequenceExpr, .unresolvedTernaryExpr: break
            case .memberAccessExpr, .forceUnwrapExpr, .optionalChainingExpr, .postfixOperatorExpr, .prefixOperatorExpr,
                .genericSpecializationExpr, .asExpr, .isExpr:
                if grows, let expression = parent.as(ExprSyntax.self) { anchor = expression }
            case .functionCallExpr(let call) where call.calledExpression.id == current.id:
                if grows { anchor = ExprSyntax(call) }
            case .subscriptCallExpr(let call) where call.calledExpression.id == current.id:
                if grows { anchor = ExprSyntax(call) }
            case .labeledExpr(let argument):
                grows = false
                try checkArgument(argument, node)
            case .labeledExprList, .functionCallExpr, .subscriptCallExpr, .tupleExpr, .arrayExpr, .arrayElement,
                .arrayElementList, .dictionaryExpr, .dictionaryElement, .dictionaryElementList, .stringLiteralExpr,
                .stringLiteralSegmentList, .expressionSegment:
                grows = false
            case .inOutExpr: throw FixRefusal("the value is passed `inout`")
            case .macroExpansionExpr where boundFirst != nil: break
            case .macroExpansionExpr, .macroExpansionDecl:
                throw FixRefusal("the call stands in the arguments of a macro")
            case .keyPathExpr: throw FixRefusal("the call stands in a key path")
            case .conditionElement, .optionalBindingCondition, .matchingPatternCondition, .switchExpr:
                isCondition = true
                return parent
            case .forStmt(let loop):
                if loop.whereClause?.condition.id == current.id {
                    throw FixRefusal("a `where` clause cannot suspend")
                }
                isCondition = true
                return parent
            case .whereClause, .switchCaseItem: throw FixRefusal("a `case` or `where` clause cannot suspend")
            case .codeBlockItem(let item):
                statement = item
                return parent
            case .initializerClause:
                let owner = parent.parent
                isCondition =
                    owner?.is(OptionalBindingConditionSyntax.self) == true
                    || owner?.is(MatchingPatternConditionSyntax.self) == true
                return parent
            case .returnStmt, .throwStmt, .repeatStmt: return parent
            default:
                if parent.is(ExprSyntax.self) {
                    grows = false
                } else {
                    return parent
                }
            }
            current = parent
        }
        return current
    }

    /// Goes through the operands to the left, up to an assignment: `try` and `await` stand before the leftmost.
    private mutating func enter(_ list: ExprListSyntax, at child: Syntax, grows: Bool) throws(FixRefusal) {
        let elements = Array(list)
        guard let position = elements.firstIndex(where: { $0.id == child.id }) else { return }
        if elements.indices.contains(position + 1), elements[position + 1].isAssignment {
            throw FixRefusal("it is assigned to")
        }
        var first = position
        for index in elements.indices[..<position].reversed() {
            if elements[index].isAssignment { break }
            if let name = elements[index].as(BinaryOperatorExprSyntax.self)?.operator.text,
                ["&&", "||", "??"].contains(name)
            {
                split = SplitCondition(list, at: index)
                if split != nil { break }
                throw FixRefusal("the right side of `\(name)` is an autoclosure, which cannot suspend")
            }
            first = index
        }
        var operand = elements[first]
        if grows, first != position { anchor = operand }
        while true {
            if let expression = operand.as(TryExprSyntax.self) {
                if coveringTry == nil { coveringTry = expression }
                operand = expression.expression
            } else if let expression = operand.as(AwaitExprSyntax.self) {
                if coveringAwait == nil { coveringAwait = expression }
                operand = expression.expression
            } else {
                return
            }
        }
    }

    private mutating func checkArgument(_ argument: LabeledExprSyntax, _ node: Syntax) throws(FixRefusal) {
        guard let list = argument.parent, let owner = list.parent else { return }
        if let macro = owner.as(MacroExpansionExprSyntax.self) {
            guard ["expect", "require"].contains(macro.macroName.text) else {
                throw FixRefusal("the call stands in the arguments of a macro")
            }
            return try bind(node, before: argument)
        }
        guard let call = owner.as(FunctionCallExprSyntax.self), let name = call.calledExpression.lastName else {
            return
        }
        if boundFirst?.wrapper?.id == call.id { return }
        if name == "XCTUnwrap" || name.hasPrefix("XCTAssert"), name != "XCTAssertThrowsError" {
            return try bind(node, before: argument)
        }
        if Autoclosures.names.contains(name) || name.hasPrefix("XCTAssert") {
            throw FixRefusal("the arguments of `\(name)` are autoclosures, which cannot suspend")
        }
    }

    /// What covers the expression inside the argument stays there.
    private mutating func bind(_ node: Syntax, before argument: LabeledExprSyntax) throws(FixRefusal) {
        guard boundFirst == nil, let node = ExprSyntax(node) else {
            throw FixRefusal("one assertion stands in another")
        }
        if let mark = coveringTry?.questionOrExclamationMark {
            throw FixRefusal("`try\(mark.text)` stands in an assertion")
        }
        boundFirst = try BoundFirst(node, in: argument)
        isTriedInside = coveringTry != nil
        coveringTry = nil
        coveringAwait = nil
    }

    // MARK: Around the statement

    private mutating func climbStatements(from start: Syntax) throws(FixRefusal) {
        var current = start
        while true {
            if statement == nil, let item = current.as(CodeBlockItemSyntax.self) { statement = item }
            switch current.as(SyntaxEnum.self) {
            case .deferStmt:
                guard awaitsDeferred else { throw FixRefusal("a `defer` block cannot suspend") }
                settle(nil)
                return
            case .variableDecl(let variable):
                if variable.modifiers.contains(where: { $0.name.text == "async" }) { isAsyncLet = true }
            case .closureExpr(let closure):
                if errors == .unknown {
                    errors = ThrowingClosure.accepts(closure) ? .leaves : .nowhere
                    cutsTaskShort = errors == .leaves && closure.isUnreadTask && isFollowed(in: closure)
                }
                return
            case .functionDecl(let function):
                settle(function.signature.effectSpecifiers?.throwsClause)
                return
            case .initializerDecl(let initializer):
                settle(initializer.signature.effectSpecifiers?.throwsClause)
                return
            case .accessorDecl(let accessor):
                settle(accessor.effectSpecifiers?.throwsClause)
                return
            case .accessorBlock, .deinitializerDecl, .subscriptDecl:
                settle(nil)
                return
            case .sourceFile:
                if errors == .unknown { errors = .leaves }
                return
            case .memberBlockItem: throw FixRefusal("a property's initial value cannot suspend")
            default: break
            }
            guard let parent = current.parent else { return }
            if errors == .unknown, let attempt = parent.as(DoStmtSyntax.self), attempt.body.id == current.id,
                !attempt.catchClauses.isEmpty
            {
                if attempt.throwsClause != nil {
                    errors = .nowhere
                } else if attempt.catchesEverything {
                    errors = .caught
                }
            }
            current = parent
        }
    }

    /// Whether a statement of the closure comes after this place.
    private func isFollowed(in closure: ClosureExprSyntax) -> Bool {
        var current = statement.map { Syntax($0) }
        while let node = current, node.id != Syntax(closure).id {
            if let item = node.as(CodeBlockItemSyntax.self),
                item.parent?.as(CodeBlockItemListSyntax.self)?.last?.id != item.id
            {
                return true
            }
            current = node.parent
        }
        return false
    }

    private mutating func settle(_ clause: ThrowsClauseSyntax?) {
        if errors == .unknown { errors = clause?.takesAnyError == true ? .leaves : .nowhere }
    }
}

/// Functions of the toolchain and of common libraries that take autoclosures.
enum Autoclosures {
    static let names: Set<String> = [
        "assert", "precondition", "assertionFailure", "preconditionFailure", "fatalError", "XCTUnwrap", "XCTFail",
        "trace", "debug", "info", "notice", "warning", "error", "critical", "fault", "log", "os_log",
    ]
}

extension ExprSyntax {
    /// `=`, `+=` and the like.
    var isAssignment: Bool {
        if self.is(AssignmentExprSyntax.self) { return true }
        guard let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
        return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!=="].contains(name)
    }

    /// The name that a callee ends in.
    var lastName: String? {
        if let member = self.as(MemberAccessExprSyntax.self) { return member.declName.baseName.text }
        return self.as(DeclReferenceExprSyntax.self)?.baseName.text
    }
}

extension ClosureExprSyntax {
    /// The body of `Task { … }` or `Task.detached { … }` as a statement of its own.
    fileprivate var isUnreadTask: Bool {
        guard let call = parent?.as(FunctionCallExprSyntax.self), call.trailingClosure?.id == id,
            ["Task", "detached"].contains(call.calledExpression.lastName)
        else { return false }
        return call.parent?.is(CodeBlockItemSyntax.self) == true
    }
}

extension DoStmtSyntax {
    /// Whether one of the clauses takes every error.
    var catchesEverything: Bool {
        catchClauses.contains { clause in
            clause.catchItems.isEmpty
                || clause.catchItems.contains { item in
                    item.whereClause == nil && item.pattern?.is(ValueBindingPatternSyntax.self) == true
                        && item.pattern?.as(ValueBindingPatternSyntax.self)?.pattern.is(IdentifierPatternSyntax.self)
                            == true
                }
        }
    }
}

extension ThrowsClauseSyntax {
    /// `throws` without a type or with the type of all errors; `rethrows` throws only what a closure throws.
    var takesAnyError: Bool {
        guard throwsSpecifier.tokenKind == .keyword(.throws) else { return false }
        guard let type else { return true }
        return ["any Error", "Error", "any Swift.Error"].contains(type.trimmedDescription)
    }
}
