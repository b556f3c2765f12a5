import ProgramModel
import SourceModel
import SwiftSyntax

/// Local variables that a statement changes, where it may change a copy on another thread and hand that back: nobody
/// sees the variable meanwhile, nor what an error would leave of it.
struct ReturnedVariables {
    let program: Program
    let file: Int
    /// The statement that moves.
    let statement: CodeBlockItemSyntax

    /// Whether a statement is one that a reader takes in at a glance: a call alone, or a `guard` that only throws.
    static func mayMove(_ place: AwaitPlace) -> Bool {
        guard let item = place.statement, place.boundFirst == nil, !place.isAsyncLet else { return false }
        if let guarded = item.item.as(GuardStmtSyntax.self) {
            return item.declaredNames.isEmpty && guarded.body.statements.count == 1
                && guarded.body.statements.first?.item.is(ThrowStmtSyntax.self) == true
        }
        return place.isUnused
    }

    /// - Throws: when the change of a variable could be seen too late, or be lost.
    func check(_ names: [String], isThrowing: Bool) throws(FixRefusal) {
        for name in names {
            guard let declaration = LexicalScope.binding(of: name, at: Syntax(statement))?.statement,
                declaration.isPlainVariable(name), let scope = declaration.parent,
                isReached(from: scope, name, isThrowing: isThrowing)
            else { throw FixRefusal("it changes the local variable `\(name)`") }
            let others = OtherUses(of: name)
            others.walk(scope)
            let areInPlace = others.closures.allSatisfy { closure in
                closureBody(closure).map { program.contexts.closures.placement(of: $0) == .inline } ?? false
            }
            guard areInPlace, !others.isElsewhere else {
                throw FixRefusal("it changes the local variable `\(name)`, which other code may see meanwhile")
            }
        }
    }

    /// A copy is made where the variable may have grown by then.
    var reason: String? {
        var current = statement.parent
        while let node = current, !node.is(ClosureExprSyntax.self), !node.is(FunctionDeclSyntax.self) {
            if node.is(ForStmtSyntax.self) || node.is(WhileStmtSyntax.self) || node.is(RepeatStmtSyntax.self) {
                return "what it changes is copied in each round of the loop"
            }
            current = node.parent
        }
        return nil
    }

    /// Whether the statement runs in the function or closure that declares the variable, and no `catch` between could
    /// look at it after an error.
    private func isReached(from scope: Syntax, _ name: String, isThrowing: Bool) -> Bool {
        var current = Syntax(statement)
        while current.id != scope.id {
            guard let parent = current.parent else { return false }
            if current.is(ClosureExprSyntax.self) || current.is(DeclSyntax.self) { return false }
            if isThrowing, let attempt = parent.as(DoStmtSyntax.self), !attempt.onlyPassesErrorsOn(without: name) {
                return false
            }
            current = parent
        }
        return true
    }

    private func closureBody(_ closure: ClosureExprSyntax) -> BodyReference? {
        let range = closure.textRange
        let position = program.files[file].summary.bodies.firstIndex { $0.range == range }
        return position.map { BodyReference(file, BodyID($0)) }
    }
}

/// Looks for closures that use a name, and for other code that does so later than where it stands.
private final class OtherUses: SyntaxVisitor {
    private let name: String
    private(set) var closures: [ClosureExprSyntax] = []
    /// In a local function or a `defer`.
    private(set) var isElsewhere = false

    init(of name: String) {
        self.name = name
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if node.mentions(name) { closures.append(node) }
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { look(in: node) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { look(in: node) }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { look(in: node) }
    override func visit(_ node: DeferStmtSyntax) -> SyntaxVisitorContinueKind { look(in: node) }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        // An `async let` runs beside what follows, and an accessor whenever somebody asks.
        let isLater =
            node.modifiers.contains { ["async", "lazy"].contains($0.name.text) }
            || node.bindings.contains { $0.accessorBlock != nil }
        return isLater ? look(in: node) : .visitChildren
    }

    private func look(in node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
        if node.mentions(name) { isElsewhere = true }
        return .skipChildren
    }
}

extension CodeBlockItemSyntax {
    /// `var name = …`, which nobody observes.
    fileprivate func isPlainVariable(_ name: String) -> Bool {
        guard let variable = item.as(VariableDeclSyntax.self), variable.modifiers.isEmpty, variable.attributes.isEmpty
        else { return false }
        return variable.bindings.contains { binding in
            binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text == name && binding.initializer != nil
                && binding.accessorBlock == nil
        }
    }
}

extension DoStmtSyntax {
    /// Whether every `catch` leaves again, and looks at no variable of that name.
    fileprivate func onlyPassesErrorsOn(without name: String) -> Bool {
        catchClauses.allSatisfy { $0.body.statements.alwaysLeave && !$0.mentions(name) }
    }
}
