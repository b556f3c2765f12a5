import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Replaces a lock that holds its thread by one that suspends: `NSLock` by `AsyncLock`, `DispatchSemaphore` by
/// `AsyncSemaphore`, with every use of it.
struct SuspendingLock {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    /// What takes the place of a type and of its methods.
    private struct Kind {
        let type: String
        let replacement: String
        /// Methods that take it, by their new names; they are awaited afterwards.
        let taking: [String: String]
        /// Methods that give it up.
        let giving: [String: String]
    }

    private static let kinds = [
        Kind(
            type: "NSLock", replacement: "AsyncLock", taking: ["lock": "lock", "withLock": "withLock"],
            giving: ["unlock": "unlock"]),
        Kind(
            type: "DispatchSemaphore", replacement: "AsyncSemaphore", taking: ["wait": "acquire"],
            giving: ["signal": "release"]),
    ]

    func draft() throws(FixRefusal) -> FixDraft {
        guard target.module.offload == .executorFuture else {
            throw FixRefusal("a lock that suspends comes with ExecutorFutures, which the package does not depend on")
        }
        guard let receiver = site.receiver, let name = Self.name(of: receiver) else {
            throw FixRefusal("the lock is not named where it is taken")
        }
        let declaration = try declaration(of: name)
        guard let made = declaration.binding.initializer?.value.as(FunctionCallExprSyntax.self),
            let kind = Self.kinds.first(where: { $0.type == made.calledExpression.trimmedDescription }),
            made.trailingClosure == nil, declaration.binding.typeAnnotation == nil
        else { throw FixRefusal("the lock is not made where it is declared, or is of another kind") }
        var rewrites = [target.replacing(made.textRange, with: try initializer(made, kind))]
        let uses = LockUses(of: name, in: declaration.scope ?? Syntax(target.tree))
        for use in uses.found where isSame(use, name, declaration) {
            rewrites += try self.rewrites(for: use, kind)
        }
        if let imported = ImportInsertion.rewrite(of: "ExecutorFutures", in: target) { rewrites.append(imported) }
        return FixDraft(
            title: "Make `\(name)` an `\(kind.replacement)`, which suspends", style: .structure,
            reasons: ["a task that is cancelled while it waits for `\(name)` leaves with an error"], rewrites: rewrites)
    }

    private func initializer(_ made: FunctionCallExprSyntax, _ kind: Kind) throws(FixRefusal) -> String {
        if made.arguments.isEmpty { return kind.replacement + "()" }
        guard let only = made.arguments.first, made.arguments.count == 1, only.label?.text == "value" else {
            throw FixRefusal("the lock is made with unusual arguments")
        }
        return "\(kind.replacement)(permits: \(target.text(only.expression)))"
    }

    // MARK: The declaration

    private struct Declaration {
        let binding: PatternBindingSyntax
        /// The statements that see a local; `nil` for a property or a global.
        let scope: Syntax?
        /// The statement that declares a local.
        let statement: CodeBlockItemSyntax?
    }

    /// `lock` and `self.lock`
    private static func name(of receiver: ExprSyntax) -> String? {
        if let name = receiver.as(DeclReferenceExprSyntax.self) { return name.baseName.text }
        guard let member = receiver.as(MemberAccessExprSyntax.self),
            member.base?.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self)
        else { return nil }
        return member.memberName
    }

    private func declaration(of name: String) throws(FixRefusal) -> Declaration {
        let isMember = site.receiver?.is(MemberAccessExprSyntax.self) == true
        if !isMember, let local = LexicalScope.binding(of: name, at: Syntax(site.node)) {
            guard local.kind == .constant, let statement = local.statement, statement.onlyLocalName == name,
                let binding = statement.item.as(VariableDeclSyntax.self)?.bindings.first, let scope = statement.parent
            else { throw FixRefusal("`\(name)` comes from elsewhere") }
            return Declaration(binding: binding, scope: scope, statement: statement)
        }
        guard let property = property(named: name), property.file == site.site.file else {
            throw FixRefusal("`\(name)` is declared in another file")
        }
        try checkOtherFiles(name, property)
        let start = program.index.property(property).nameRange.start
        guard !program.index.property(property).isMutable,
            let token = target.tree.token(at: AbsolutePosition(utf8Offset: start)),
            let binding = token.parent?.parent?.as(PatternBindingSyntax.self)
        else { throw FixRefusal("`\(name)` is not declared as a constant") }
        return Declaration(binding: binding, scope: nil, statement: nil)
    }

    private func property(named name: String) -> PropertyReference? {
        let type = program.index.body(site.body).enclosingType
        if let owner = program.index.nominal(of: type, in: site.site.file) {
            for (_, members) in program.resolver.members(named: name, of: owner, from: site.site.file) {
                for case .property(let property) in members { return property }
            }
        }
        let globals = program.index.globalProperties[name] ?? []
        return globals.count == 1 ? globals.first : nil
    }

    /// What other files can name, they may use.
    private func checkOtherFiles(_ name: String, _ property: PropertyReference) throws(FixRefusal) {
        switch program.index.property(property).access {
        case .private, .fileprivate: return
        case .public, .open, .package: throw FixRefusal("`\(name)` is visible to other modules")
        case .internal: break
        }
        for read in program.sites.reads(named: name) where read.file != property.file {
            let scope = Scope(file: read.file, body: program.index.read(read).body)
            let other = program.resolver.property(program.index.read(read).expression, scope)
            if other == nil || other == property { throw FixRefusal("another file may use `\(name)`") }
        }
    }

    // MARK: Uses

    /// Whether a mention of the name means the lock.
    private func isSame(_ use: DeclReferenceExprSyntax, _ name: String, _ declaration: Declaration) -> Bool {
        if let member = use.parent?.as(MemberAccessExprSyntax.self), member.declName.id == use.id {
            // `gate.lock()` calls a method of that name.
            let isMethod = member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == ExprSyntax(member).id
            return declaration.scope == nil && !isMethod
        }
        if declaration.scope == nil, !isInside(use, declaration) { return false }
        let local = LexicalScope.binding(of: name, at: Syntax(use))
        return local?.statement?.id == declaration.statement?.id && (local == nil) == (declaration.statement == nil)
    }

    /// Whether code stands in the type, or in an extension of the type, that declares the property; a global is seen
    /// everywhere.
    private func isInside(_ use: DeclReferenceExprSyntax, _ declaration: Declaration) -> Bool {
        guard let owner = declaration.binding.enclosingTypeNames.first else { return true }
        return use.enclosingTypeNames.contains(owner)
    }

    private func rewrites(for use: DeclReferenceExprSyntax, _ kind: Kind) throws(FixRefusal) -> [Rewrite] {
        let name = use.baseName.text
        var receiver = ExprSyntax(use)
        if let member = use.parent?.as(MemberAccessExprSyntax.self), member.declName.id == use.id {
            guard Self.name(of: ExprSyntax(member)) == name else {
                throw FixRefusal("`\(name)` is used through another object")
            }
            receiver = ExprSyntax(member)
        }
        guard let member = receiver.parent?.as(MemberAccessExprSyntax.self), member.base?.id == receiver.id,
            let call = member.parent?.as(FunctionCallExprSyntax.self),
            call.calledExpression.id == ExprSyntax(member).id, call.arguments.isEmpty
        else { throw FixRefusal("`\(name)` is used in other ways than by taking it and giving it up") }
        let method = member.memberName
        if let new = kind.giving[method] {
            guard call.parent?.is(CodeBlockItemSyntax.self) == true else {
                throw FixRefusal("the value of `\(method)` is used")
            }
            return new == method ? [] : [target.replacing(member.declName.textRange, with: new)]
        }
        guard let new = kind.taking[method] else { throw FixRefusal("`\(kind.replacement)` has no `\(method)`") }
        try checkIsAsynchronous(member, name)
        let place = try AwaitPlace(of: ExprSyntax(call))
        guard place.mayThrow else { throw FixRefusal("an error is thrown on cancellation, and nothing here takes it") }
        var rewrites = try place.words(addingTry: true, target)
        if new != method { rewrites.append(target.replacing(member.declName.textRange, with: new)) }
        return rewrites
    }

    private func checkIsAsynchronous(_ member: MemberAccessExprSyntax, _ name: String) throws(FixRefusal) {
        let summary = program.files[site.site.file].summary
        guard let call = summary.call(namedAt: member.declName.textRange.start),
            AsynchronousCode(program: program).contains(BodyReference(site.site.file, summary.calls[call.index].body))
        else { throw FixRefusal("synchronous code takes `\(name)` as well") }
    }
}

extension SyntaxProtocol {
    /// Names of the types around the code, the innermost first; extensions by what they extend.
    fileprivate var enclosingTypeNames: [String] {
        sequence(first: Syntax(self), next: \.parent).compactMap { node in
            if let type = node.as(ExtensionDeclSyntax.self) { return type.extendedType.trimmedDescription }
            return node.asProtocol((any NamedDeclSyntax).self).flatMap { named in
                node.isProtocol((any DeclGroupSyntax).self) ? named.name.text : nil
            }
        }
    }
}

/// Every mention of a name in a piece of code.
private final class LockUses: SyntaxVisitor {
    private let name: String
    private(set) var found: [DeclReferenceExprSyntax] = []

    init(of name: String, in code: Syntax) {
        self.name = name
        super.init(viewMode: .sourceAccurate)
        walk(code)
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if node.baseName.text == name { found.append(node) }
        return .skipChildren
    }
}
