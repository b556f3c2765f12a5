import struct SourceModel.SourceRange
import ProgramModel
import RuleCatalogue
import SourceModel
import SwiftSyntax

/// The call or read that blocks, as the summary knows it and as it stands in the tree.
struct BlockingSite {
    let site: Site
    /// The whole call; for a read the member access or the name.
    let node: ExprSyntax
    /// The body that the code stands in.
    let body: BodyReference
    /// The `defer` around the call is going to be a function that may suspend.
    var awaitsDeferred = false

    /// - Throws: when the tree does not have it, or it is neither a call nor a read.
    init(_ site: Site, in program: Program, _ target: FixTarget) throws(FixRefusal) {
        self.site = site
        let name: SourceRange
        switch site {
        case .call(let call): name = program.index.call(call).nameRange
        case .read(let read): name = program.index.read(read).nameRange
        case .loop: throw FixRefusal("a loop that polls has no mechanical replacement")
        }
        body = program.resolver.body(of: site)
        guard let token = target.tree.token(at: AbsolutePosition(utf8Offset: name.start)),
            let node = Self.expression(named: token, isCall: site.isCall)
        else { throw FixRefusal("the call is not written as a plain expression") }
        self.node = node
    }

    var call: CallReference? {
        if case .call(let call) = site { return call }
        return nil
    }

    /// The arguments in parentheses.
    var arguments: [LabeledExprSyntax] { node.as(FunctionCallExprSyntax.self).map { Array($0.arguments) } ?? [] }

    /// What stands before the last dot; `nil` for a free function or an implicit `self`.
    var receiver: ExprSyntax? { calledMember?.base }

    /// The `a.b` of `a.b(…)`, and of the read `a.b`.
    var calledMember: MemberAccessExprSyntax? {
        let callee = node.as(FunctionCallExprSyntax.self)?.calledExpression ?? node
        return callee.as(MemberAccessExprSyntax.self)
    }

    /// The nearest expression around the token that is the call, or the name, that a summary means by it.
    private static func expression(named token: TokenSyntax, isCall: Bool) -> ExprSyntax? {
        var current = token.parent
        var steps = 0
        while let node = current, steps < 12 {
            steps += 1
            if isCall {
                if let call = node.as(FunctionCallExprSyntax.self) { return ExprSyntax(call) }
                if let call = node.as(SubscriptCallExprSyntax.self) { return ExprSyntax(call) }
            } else if let member = node.as(MemberAccessExprSyntax.self) {
                return member.declName.baseName == token ? ExprSyntax(member) : nil
            } else if let name = node.as(DeclReferenceExprSyntax.self),
                node.parent?.as(MemberAccessExprSyntax.self)?.declName.id != name.id
            {
                return ExprSyntax(name)
            }
            if node.is(CodeBlockItemSyntax.self) { return nil }
            current = node.parent
        }
        return nil
    }
}

extension Site {
    fileprivate var isCall: Bool {
        if case .call = self { return true }
        return false
    }
}
