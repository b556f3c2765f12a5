import struct SourceModel.SourceRange
import SwiftSyntax

/// The names that a piece of code uses and does not declare, and what it does besides computing.
final class FreeNames: SyntaxVisitor {
    /// One use of a name.
    struct Use {
        var name: String
        var node: DeclReferenceExprSyntax
    }

    private(set) var uses: [Use] = []
    /// Names that `if let name` reads and declares anew.
    private(set) var boundToThemselves: [String] = []
    /// Names that the code itself declares, at whatever depth.
    private(set) var declared: Set<String> = []
    /// Names that are assigned to, or passed with `&`.
    private(set) var mutated: Set<String> = []
    /// Names at the start of what a method of the standard library changes, if its type is a value: `list.append(1)`.
    private(set) var changedByMethods: Set<String> = []
    /// Why the code cannot be moved into a closure, whatever it names.
    private(set) var obstacle: String?
    /// Obstacles that some who ask can live with.
    static let awaits = "it awaits something itself"

    /// Where each of the declared names is known.
    private var scopes: [String: [SourceRange]] = [:]
    private var bindings: [(name: String, place: Int)] = []
    private var closureDepth = 0
    private var loopDepth = 0

    private let skipped: Set<SyntaxIdentifier>

    /// - Parameter skipped: calls in the code that are no part of it, and what is awaited in front of it.
    init(in code: [Syntax], without skipped: Set<SyntaxIdentifier> = []) {
        self.skipped = skipped
        super.init(viewMode: .sourceAccurate)
        for node in code { walk(node) }
        uses.removeAll { isDeclared($0.name, at: $0.node.textRange.start) }
        for (name, place) in bindings where !isDeclared(name, at: place) { boundToThemselves.append(name) }
    }

    private func isDeclared(_ name: String, at place: Int) -> Bool {
        scopes[name]?.contains { $0.contains(place) } ?? false
    }

    private func declare(_ name: String, _ scope: SourceRange) {
        declared.insert(name)
        scopes[name, default: []].append(scope)
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id {
            return .skipChildren
        }
        if node.parent?.is(KeyPathPropertyComponentSyntax.self) == true { return .skipChildren }
        switch node.baseName.tokenKind {
        case .dollarIdentifier:
            if closureDepth == 0 { stop("it uses `\(node.baseName.text)` of the closure around it") }
        default: uses.append(Use(name: node.baseName.text, node: node))
        }
        return .skipChildren
    }

    override func visit(_ node: SuperExprSyntax) -> SyntaxVisitorContinueKind {
        stop("it uses `super`")
        return .skipChildren
    }

    override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
        if node.initializer == nil, let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
            bindings.append((name, node.pattern.textRange.start))
        }
        return .visitChildren
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        declare(node.identifier.text, Self.scope(of: node))
        return .skipChildren
    }

    /// From the end of the binding to the end of the block, the branch or the loop.
    private static func scope(of pattern: IdentifierPatternSyntax) -> SourceRange {
        var start = pattern.textRange.end
        var current = pattern.parent
        while let node = current {
            switch node.as(SyntaxEnum.self) {
            case .patternBinding, .optionalBindingCondition, .matchingPatternCondition: start = node.textRange.end
            case .ifExpr, .whileStmt, .forStmt, .switchCase, .catchClause, .codeBlockItemList, .closureExpr:
                return SourceRange(start, node.textRange.end)
            default: break
            }
            current = node.parent
        }
        return SourceRange(start, Int.max)
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        for name in node.parameterNames + node.captureNames { declare(name, node.textRange) }
        if node.signature?.capture != nil { stop("it holds a closure with a capture list") }
        closureDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: ClosureExprSyntax) { closureDepth -= 1 }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        skipped.contains(node.id) ? .skipChildren : .visitChildren
    }

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        if skipped.contains(node.id) { return .skipChildren }
        if closureDepth == 0 { stop(Self.awaits) }
        return .visitChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.awaitKeyword != nil, closureDepth == 0 { stop(Self.awaits) }
        loopDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: ForStmtSyntax) { loopDepth -= 1 }

    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
        loopDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: WhileStmtSyntax) { loopDepth -= 1 }

    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
        loopDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: RepeatStmtSyntax) { loopDepth -= 1 }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if closureDepth == 0 { stop("it returns from the function") }
        return .visitChildren
    }

    override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
        if loopDepth == 0, closureDepth == 0, !isInsideSwitch(Syntax(node)) { stop("it leaves a loop around it") }
        return .visitChildren
    }

    override func visit(_ node: ContinueStmtSyntax) -> SyntaxVisitorContinueKind {
        if loopDepth == 0, closureDepth == 0 { stop("it leaves a loop around it") }
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        let harmless = ["file", "fileID", "filePath", "line", "column", "function"].contains(node.macroName.text)
        if !harmless { stop("it expands a macro") }
        return .visitChildren
    }

    override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
        if let name = node.expression.rootName { mutated.insert(name) }
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if skipped.contains(node.id) { return .skipChildren }
        if let member = node.calledExpression.as(MemberAccessExprSyntax.self),
            Self.changingMethods.contains(member.memberName), let name = member.base?.rootName
        {
            changedByMethods.insert(name)
        }
        return .visitChildren
    }

    private static let changingMethods: Set<String> = [
        "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "removeSubrange", "removeValue",
        "popFirst", "popLast", "sort", "shuffle", "reverse", "swapAt", "partition", "replaceSubrange",
        "reserveCapacity",
        "formUnion", "formIntersection", "formSymmetricDifference", "subtract", "update", "updateValue", "merge",
        "toggle", "negate", "formTruncatingRemainder", "formRemainder", "withUnsafeMutableBytes",
        "withUnsafeMutableBufferPointer", "withContiguousMutableStorageIfAvailable", "next", "resetBytes",
        "appendPathComponent", "appendPathExtension", "deleteLastPathComponent", "standardize",
    ]

    override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
        let elements = Array(node.elements)
        for (index, element) in elements.enumerated() where element.isAssignment && index > 0 {
            if let name = elements[index - 1].rootName { mutated.insert(name) }
        }
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        stop("it declares a function")
        return .skipChildren
    }

    override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
        stop("it holds an `#if`")
        return .skipChildren
    }

    private func stop(_ reason: String) { if obstacle == nil { obstacle = reason } }

    private func isInsideSwitch(_ node: Syntax) -> Bool {
        var current = node.parent
        while let parent = current {
            if parent.is(SwitchCaseSyntax.self) { return true }
            if parent.is(CodeBlockItemSyntax.self), parent.parent?.parent?.is(SwitchCaseSyntax.self) != true {
                return false
            }
            current = parent.parent
        }
        return false
    }
}

extension ExprSyntax {
    /// The name at the start of `a`, `a.b.c`, `a[i].b` and `a!.b`; `self.a` counts as `a`.
    var rootName: String? {
        if let name = self.as(DeclReferenceExprSyntax.self) { return name.baseName.text }
        if let member = self.as(MemberAccessExprSyntax.self) {
            if member.base?.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self) {
                return member.declName.baseName.text
            }
            return member.base?.rootName
        }
        if let subscripted = self.as(SubscriptCallExprSyntax.self) { return subscripted.calledExpression.rootName }
        if let forced = self.as(ForceUnwrapExprSyntax.self) { return forced.expression.rootName }
        if let chained = self.as(OptionalChainingExprSyntax.self) { return chained.expression.rootName }
        return nil
    }
}
