import struct SourceModel.SourceRange
import SwiftSyntax

/// Postfix chains: `a.b(c)[d]?.e!`, collected from their root outwards in a loop.
extension SummaryCollector {
    /// What a chain comes to, and the name to write to when it stands left of `=`.
    struct Chain {
        var value: ExpressionID
        var target: SourceRange?
    }

    /// The state that one link hands to the next.
    private struct Link {
        var value: ExpressionID?
        /// The last name seen: what a call is called by.
        var name: SourceRange
        /// Offset of the chain's first token: where all its calls start.
        let start: Int
        /// A closure that is the root and called at once has its call made first.
        var call: CallID?
    }

    /// - Parameters:
    ///   - base: what the chain hangs on when it starts with a dot, in the clauses of a postfix `#if`.
    ///   - isTarget: the chain is assigned to: its last member is not read.
    mutating func chain(_ node: ExprSyntax, base: ExpressionID? = nil, isTarget: Bool = false) -> Chain {
        let bottom = links.count
        defer { links.removeLast(links.count - bottom) }
        var root: ExprSyntax? = node
        while let current = root {
            guard let inner = Self.innerLink(current) else { break }
            links.append(current)
            root = inner.base
        }
        // The start of a deep node is found by walking down to its first token: done once, at the root.
        let first = root ?? links.last ?? node
        var link = Link(
            value: base, name: first.textRange, start: first.positionAfterSkippingLeadingTrivia.utf8Offset)
        if let root { chainRoot(root, isTarget: isTarget && links.count == bottom, above: bottom, &link) }
        var target = links.count == bottom && isTarget ? link.name : nil
        while links.count > bottom {
            let current = links.removeLast()
            let isLast = links.count == bottom
            if isLast, isTarget, current.is(MemberAccessExprSyntax.self) {
                apply(current, isCallee: true, &link)
                target = link.name
            } else {
                apply(current, isCallee: isCalled(above: bottom), &link)
            }
        }
        return Chain(value: link.value ?? Self.unknown, target: target)
    }

    /// What a postfix node hangs on; `base` is `nil` when the node starts with its dot.
    private struct Inner { var base: ExprSyntax? }

    /// The part that a postfix node hangs on; `nil` when the node is no link of a chain.
    private static func innerLink(_ node: ExprSyntax) -> Inner? {
        switch node.as(ExprSyntaxEnum.self) {
        case .memberAccessExpr(let node): Inner(base: node.base)
        case .functionCallExpr(let node): Inner(base: node.calledExpression)
        case .subscriptCallExpr(let node): Inner(base: node.calledExpression)
        case .forceUnwrapExpr(let node): Inner(base: node.expression)
        case .optionalChainingExpr(let node): Inner(base: node.expression)
        case .genericSpecializationExpr(let node): Inner(base: node.expression)
        case .postfixOperatorExpr(let node): Inner(base: node.expression)
        case .postfixIfConfigExpr(let node): Inner(base: node.base)
        default: nil
        }
    }

    /// True when the next link is a call of what has been collected so far.
    private func isCalled(above bottom: Int) -> Bool {
        var index = links.count - 1
        while index >= bottom {
            let next = links[index]
            if next.is(FunctionCallExprSyntax.self) { return true }
            guard next.is(GenericSpecializationExprSyntax.self) else { return false }
            index -= 1
        }
        return false
    }

    private mutating func chainRoot(_ root: ExprSyntax, isTarget: Bool, above bottom: Int, _ link: inout Link) {
        let isCallee = isCalled(above: bottom)
        if let node = root.as(DeclReferenceExprSyntax.self) {
            link.name = node.baseName.textRange
            link.value = name(node, isCallee: isCallee || isTarget)
        } else if isCallee, let node = root.as(ClosureExprSyntax.self) {
            let call = reserveCall(isSubscript: false)
            link.call = call
            link.name = node.leftBrace.textRange
            link.value = closure(node, .applied(call))
        } else if !links.isEmpty, links.count > bottom, namesType(root), let type = typeReference(root) {
            link.value = add(.type(type))
        } else {
            link.value = expression(root)
        }
    }

    /// `[Int]()`, `[String: Int].self`: a literal of types that is used as a type.
    private func namesType(_ root: ExprSyntax) -> Bool {
        guard root.is(ArrayExprSyntax.self) || root.is(DictionaryExprSyntax.self), let next = links.last else {
            return false
        }
        if next.is(FunctionCallExprSyntax.self) { return true }
        let member = next.as(MemberAccessExprSyntax.self)?.declName.baseName.text
        return member == "self" || member == "init"
    }

    private mutating func apply(_ node: ExprSyntax, isCallee: Bool, _ link: inout Link) {
        switch node.as(ExprSyntaxEnum.self) {
        case .memberAccessExpr(let node): member(node.declName, isCallee: isCallee, &link)
        case .functionCallExpr(let node):
            let id = link.call ?? reserveCall(isSubscript: false)
            link.call = nil
            link.value = call(
                id, callee: link.value ?? Self.unknown, CallParts(node),
                range: SourceRange(link.start, node.endPositionBeforeTrailingTrivia.utf8Offset), name: link.name)
        case .subscriptCallExpr(let node):
            let base = link.value ?? Self.unknown
            let id = reserveCall(isSubscript: true)
            _ = call(
                id, callee: base, CallParts(node),
                range: SourceRange(link.start, node.endPositionBeforeTrailingTrivia.utf8Offset),
                name: node.leftSquare.textRange)
            link.value = add(.subscript(base: base, arguments: summary.calls[id.index].arguments.map(\.value)))
        case .forceUnwrapExpr, .optionalChainingExpr:
            link.value = add(.unwrap(link.value ?? Self.unknown))
        case .genericSpecializationExpr(let node):
            specialize(link.value, genericArguments(node.genericArgumentClause))
        case .postfixOperatorExpr(let node):
            link.value = add(.unary(node.operator.text, link.value ?? Self.unknown))
        case .postfixIfConfigExpr(let node): link.value = conditionalChain(node.config, on: link.value)
        default: break
        }
    }

    private mutating func member(_ node: DeclReferenceExprSyntax, isCallee: Bool, _ link: inout Link) {
        let token = node.baseName
        let name = token.identifierText
        link.name = token.textRange
        guard let base = link.value else {
            link.value = add(.implicitMember(name: name))
            return
        }
        if name == "self" {
            link.value = add(.selfMember(base))
            return
        }
        let id = add(.member(base: base, name: name, genericArguments: []))
        link.value = id
        guard !isCallee, node.argumentNames == nil, let first = name.utf8.first else { return }
        // Neither a type (`Outer.Inner`) nor an element of a tuple (`pair.0`) runs code.
        if !Self.isTypeName(name), !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { read(id, at: link.name) }
    }

    private mutating func specialize(_ value: ExpressionID?, _ arguments: [TypeReference]) {
        guard let value else { return }
        switch summary[value] {
        case .name(let name, _): summary.expressions[value.index] = .name(name, genericArguments: arguments)
        case .member(let base, let name, _):
            summary.expressions[value.index] = .member(base: base, name: name, genericArguments: arguments)
        default: break
        }
    }

    /// `#if` in the middle of a chain: every clause continues it, the values are those of the clauses.
    private mutating func conditionalChain(_ node: IfConfigDeclSyntax, on base: ExpressionID?) -> ExpressionID? {
        var values: [ExpressionID] = []
        var arms: [[Step]] = []
        for clause in node.clauses {
            guard case .postfixExpression(let expression)? = clause.elements else { continue }
            arms.append(
                descending(otherwise: []) { collector in
                    collector.collecting { values.append($0.chain(expression, base: base).value) }
                })
        }
        branch(arms + [[]])
        return values.isEmpty ? base : add(.choice(values))
    }
}
