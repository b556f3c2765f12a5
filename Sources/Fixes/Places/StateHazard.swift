import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Says when a new suspension lets others change an actor's state between a read and a write of it.
struct StateHazard {
    let program: Program
    let target: FixTarget

    /// - Returns: `nil` when the code belongs to no actor, or when no property is read before and written after.
    func reason(at site: BlockingSite) -> String? {
        guard let (function, code) = isolatedCode(around: site) else { return nil }
        let accesses = StateAccesses(in: code)
        let place = site.node.textRange.start
        let loop = enclosingLoop(of: site.node, below: code)
        let isBefore = { (offset: Int) in offset < place || loop?.contains(offset) == true }
        let isAfter = { (offset: Int) in offset > place || loop?.contains(offset) == true }
        let (read, written) = touched(by: accesses, at: place, in: function, isBefore, isAfter)
        guard let name = read.intersection(written).sorted().first else { return nil }
        return "others may change `\(name)` while it suspends: it is read before and written after"
    }

    /// The isolated function that the site suspends, with its body.
    private func isolatedCode(around site: BlockingSite) -> (FunctionReference, Syntax)? {
        var current: BodyID? = site.body.id
        while let id = current {
            let body = program.index.body(BodyReference(site.site.file, id))
            if case .function(let function) = body.kind {
                let reference = FunctionReference(site.site.file, function)
                guard program.contexts.isolation.isolation(of: reference) != .none else { return nil }
                var node = Syntax(site.node)
                while let parent = node.parent, !parent.is(MemberBlockItemSyntax.self),
                    !parent.is(SourceFileSyntax.self)
                {
                    node = parent
                }
                return (reference, node)
            }
            current = body.parent
        }
        return nil
    }

    private func enclosingLoop(of node: ExprSyntax, below code: Syntax) -> SourceRange? {
        var found: SourceRange?
        var current = node.parent
        while let parent = current, parent.id != code.id {
            if parent.is(ForStmtSyntax.self) || parent.is(WhileStmtSyntax.self) || parent.is(RepeatStmtSyntax.self) {
                found = parent.textRange
            }
            current = parent.parent
        }
        return found
    }

    private func touched(
        by accesses: StateAccesses, at place: Int, in function: FunctionReference, _ isBefore: @escaping (Int) -> Bool,
        _ isAfter: @escaping (Int) -> Bool
    ) -> (read: Set<String>, written: Set<String>) {
        guard let owner = program.index.owner(of: function) else { return ([], []) }
        var read: Set<String> = []
        var written: Set<String> = []
        for access in accesses.all {
            let members = program.resolver.members(named: access.name, of: owner, from: function.file)
            switch members.first?.members.first {
            case .property(let property)?:
                let declaration = program.index.property(property)
                guard declaration.isMutable, !declaration.isStatic else { continue }
                if access.isRead, isBefore(access.offset) { read.insert(access.name) }
                let changes = access.isWrite || access.isReceiver && isValue(property)
                if changes, isAfter(access.offset) { written.insert(access.name) }
            case .function(let called)?:
                let inner = state(touchedBy: called, depth: 0)
                if isBefore(access.offset) { read.formUnion(inner.read) }
                if isAfter(access.offset) { written.formUnion(inner.written) }
            default: continue
            }
        }
        return (read, written)
    }

    /// Mutable properties that a method of the same type reads and writes, directly or through others.
    private func state(
        touchedBy function: FunctionReference, depth: Int
    ) -> (read: Set<String>, written: Set<String>) {
        guard depth < 6, let body = program.index.function(function).body else { return ([], []) }
        let summary = program.files[function.file].summary
        let range = program.index.body(BodyReference(function.file, body)).range
        let bases = mutableBases(in: summary)
        var read: Set<String> = []
        var written: Set<String> = []
        for site in summary.reads where range.contains(site.nameRange.start) {
            let scope = Scope(file: function.file, body: site.body)
            guard let property = program.resolver.property(site.expression, scope) else { continue }
            let declaration = program.index.property(property)
            guard declaration.isMutable, !declaration.isStatic, declaration.parent != nil else { continue }
            read.insert(declaration.name)
            let changes = site.isWrite || isValue(property) && bases.contains(site.expression)
            if changes { written.insert(declaration.name) }
        }
        for (position, call) in summary.calls.enumerated() where range.contains(call.nameRange.start) {
            let target = program.resolver.resolve(CallReference(function.file, CallID(position))).target
            guard case .functions(let functions) = target else { continue }
            for called in functions where program.index.owner(of: called) == program.index.owner(of: function) {
                let inner = state(touchedBy: called, depth: depth + 1)
                read.formUnion(inner.read)
                written.formUnion(inner.written)
            }
        }
        return (read, written)
    }

    /// Expressions that a method is called on or that are subscripted: either may change a value.
    private func mutableBases(in summary: FileSummary) -> Set<ExpressionID> {
        var bases: Set<ExpressionID> = []
        for call in summary.calls {
            if case .member(let base, _, _) = summary[call.callee] { bases.insert(base) }
        }
        for case .subscript(let base, _) in summary.expressions { bases.insert(base) }
        return bases
    }

    /// Values are changed by their methods; objects are not.
    private func isValue(_ property: PropertyReference) -> Bool {
        guard case .nominal(let id, _) = program.resolver.type(of: property).unwrapped else { return true }
        let kind = program.index[id].kind
        return kind != .class && kind != .actor
    }
}

/// Uses of names that may be members of `self`, in the order of the text.
private final class StateAccesses: SyntaxVisitor {
    struct Access {
        var name: String
        var offset: Int
        var isRead: Bool
        var isWrite: Bool
        /// `name.method(…)`
        var isReceiver: Bool
    }

    private(set) var all: [Access] = []

    init(in code: Syntax) {
        super.init(viewMode: .sourceAccurate)
        walk(code)
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        var expression = ExprSyntax(node)
        if let member = node.parent?.as(MemberAccessExprSyntax.self) {
            if member.declName.id == node.id {
                guard member.base?.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self) else {
                    return .skipChildren
                }
                expression = ExprSyntax(member)
            } else if node.baseName.tokenKind == .keyword(.self) {
                return .skipChildren
            }
        }
        // A local of the name of a property is nobody else's.
        let isLocal =
            expression.is(DeclReferenceExprSyntax.self)
            && LexicalScope.binding(of: node.baseName.text, at: Syntax(node)) != nil
        if isLocal { return .skipChildren }
        let (isRead, isWrite) = use(of: expression)
        all.append(
            Access(
                name: node.baseName.text, offset: node.textRange.start, isRead: isRead, isWrite: isWrite,
                isReceiver: isReceiver(expression)))
        return .skipChildren
    }

    /// `a = …` writes, `a += …` and `a[i] = …` do both.
    private func use(of expression: ExprSyntax) -> (isRead: Bool, isWrite: Bool) {
        var target = expression
        while let parent = target.parent {
            if parent.is(InOutExprSyntax.self) { return (true, true) }
            if let list = parent.as(ExprListSyntax.self) {
                let elements = Array(list)
                guard let position = elements.firstIndex(where: { $0.id == target.id }), position + 1 < elements.count,
                    elements[position + 1].isAssignment
                else { return (true, false) }
                let isWhole = target.id == expression.id && elements[position + 1].is(AssignmentExprSyntax.self)
                return (!isWhole, true)
            }
            let continues =
                parent.as(MemberAccessExprSyntax.self)?.base?.id == target.id
                || parent.as(SubscriptCallExprSyntax.self)?.calledExpression.id == target.id
                || parent.is(OptionalChainingExprSyntax.self) || parent.is(ForceUnwrapExprSyntax.self)
            guard continues, let next = parent.as(ExprSyntax.self) else { return (true, false) }
            target = next
        }
        return (true, false)
    }

    private func isReceiver(_ expression: ExprSyntax) -> Bool {
        guard let member = expression.parent?.as(MemberAccessExprSyntax.self), member.base?.id == expression.id else {
            return false
        }
        return member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == ExprSyntax(member).id
    }
}
