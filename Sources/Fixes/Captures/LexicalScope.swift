import SwiftSyntax

/// Finds what a name means among the locals that are visible at a place.
enum LexicalScope {
    /// A local name, by how it was declared.
    struct Binding {
        enum Kind {
            case constant, variable, parameter, inoutParameter, function
        }

        var kind: Kind
        /// The statement that declares it; `nil` for parameters and patterns of loops, conditions and cases.
        var statement: CodeBlockItemSyntax?
    }

    /// The nearest declaration of the name that the place sees; `nil` when it is a member, a global or a type.
    ///
    /// O(statements before the place).
    static func binding(of name: String, at place: Syntax) -> Binding? {
        var current = place
        while let parent = current.parent {
            if parent.as(CodeBlockItemListSyntax.self)?.holdsGlobals == true { return nil }
            if let found = binding(of: name, in: parent, before: current) { return found }
            // Methods and global functions are the end; a local function sees more.
            if parent.is(MemberBlockSyntax.self) || parent.is(SourceFileSyntax.self) { return nil }
            current = parent
        }
        return nil
    }

    private static func binding(of name: String, in scope: Syntax, before child: Syntax) -> Binding? {
        switch scope.as(SyntaxEnum.self) {
        case .codeBlockItemList(let items): return inStatements(name, items, before: child)
        case .forStmt(let loop):
            guard loop.body.id == child.id || loop.whereClause?.id == child.id else { return nil }
            return inPattern(name, Syntax(loop.pattern), isVariable: false)
        case .ifExpr(let branch):
            guard branch.body.id == child.id else { return nil }
            return inConditions(name, branch.conditions)
        case .whileStmt(let loop): return loop.body.id == child.id ? inConditions(name, loop.conditions) : nil
        case .conditionElementList(let conditions): return inConditions(name, conditions, before: child)
        case .switchCase(let branch):
            guard let label = branch.label.as(SwitchCaseLabelSyntax.self) else { return nil }
            return inPattern(name, Syntax(label.caseItems), isVariable: false)
        case .catchClause(let clause):
            if clause.catchItems.isEmpty, name == "error" { return Binding(kind: .constant) }
            return inPattern(name, Syntax(clause.catchItems), isVariable: false)
        case .closureExpr(let closure):
            if closure.captureNames.contains(name) { return Binding(kind: .constant) }
            return closure.parameterNames.contains(name) ? Binding(kind: closure.kind(ofParameter: name)) : nil
        case .functionDecl(let function): return inParameters(name, function.signature.parameterClause.parameters)
        case .initializerDecl(let function): return inParameters(name, function.signature.parameterClause.parameters)
        case .subscriptDecl(let function): return inParameters(name, function.parameterClause.parameters)
        case .accessorDecl(let accessor):
            let kind = accessor.accessorSpecifier.tokenKind
            let parameter = accessor.parameters?.name.text ?? (kind == .keyword(.didSet) ? "oldValue" : "newValue")
            guard kind != .keyword(.get), parameter == name else { return nil }
            return Binding(kind: .constant)
        default: return nil
        }
    }

    private static func inStatements(_ name: String, _ items: CodeBlockItemListSyntax, before child: Syntax) -> Binding?
    {
        var found: Binding?
        for item in items {
            if let function = item.item.as(FunctionDeclSyntax.self), function.name.text == name {
                found = Binding(kind: .function, statement: item)
            }
            if item.id == child.id { break }
            if let variable = item.item.as(VariableDeclSyntax.self) {
                guard var match = inVariables(name, variable) else { continue }
                match.statement = item
                found = match
            } else if let condition = item.item.as(IfConfigDeclSyntax.self) {
                for clause in condition.clauses {
                    guard case .statements(let inner)? = clause.elements else { continue }
                    found = inStatements(name, inner, before: child) ?? found
                }
            } else if let guarded = item.item.as(GuardStmtSyntax.self),
                var match = inConditions(name, guarded.conditions)
            {
                match.statement = item
                found = match
            }
        }
        return found
    }

    private static func inVariables(_ name: String, _ variable: VariableDeclSyntax) -> Binding? {
        let isVariable = variable.bindingSpecifier.tokenKind == .keyword(.var)
        for binding in variable.bindings {
            if let match = inPattern(name, Syntax(binding.pattern), isVariable: isVariable) { return match }
        }
        return nil
    }

    private static func inConditions(
        _ name: String, _ conditions: ConditionElementListSyntax, before child: Syntax? = nil
    ) -> Binding? {
        var found: Binding?
        for element in conditions {
            if element.id == child?.id { break }
            if let condition = element.condition.as(OptionalBindingConditionSyntax.self) {
                let isVariable = condition.bindingSpecifier.tokenKind == .keyword(.var)
                found = inPattern(name, Syntax(condition.pattern), isVariable: isVariable) ?? found
            } else if let condition = element.condition.as(MatchingPatternConditionSyntax.self) {
                found = inPattern(name, Syntax(condition.pattern), isVariable: false) ?? found
            }
        }
        return found
    }

    private static func inPattern(_ name: String, _ pattern: Syntax, isVariable: Bool) -> Binding? {
        let search = PatternSearch(name)
        search.walk(pattern)
        guard search.isFound else { return nil }
        return Binding(kind: isVariable || search.isVariable ? .variable : .constant)
    }

    private static func inParameters(_ name: String, _ parameters: FunctionParameterListSyntax) -> Binding? {
        for parameter in parameters where (parameter.secondName ?? parameter.firstName).text == name {
            return Binding(kind: parameter.type.isInOut ? .inoutParameter : .parameter)
        }
        return nil
    }
}

/// Looks for an identifier that a pattern binds.
private final class PatternSearch: SyntaxVisitor {
    private let name: String
    var isFound = false
    var isVariable = false

    init(_ name: String) {
        self.name = name
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        if node.identifier.text == name { isFound = true }
        return .skipChildren
    }

    override func visit(_ node: ValueBindingPatternSyntax) -> SyntaxVisitorContinueKind {
        if node.bindingSpecifier.tokenKind == .keyword(.var) { isVariable = true }
        return .visitChildren
    }

    // `case .loaded(let x)` holds its patterns in expressions.
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension TypeSyntax {
    /// `inout T`
    var isInOut: Bool {
        self.as(AttributedTypeSyntax.self)?.specifiers.contains { specifier in
            specifier.as(SimpleTypeSpecifierSyntax.self)?.specifier.tokenKind == .keyword(.inout)
        } ?? false
    }
}

extension ClosureExprSyntax {
    fileprivate func kind(ofParameter name: String) -> LexicalScope.Binding.Kind {
        guard case .parameterClause(let clause) = signature?.parameterClause else { return .parameter }
        let parameter = clause.parameters.first { ($0.secondName ?? $0.firstName).text == name }
        return parameter?.type?.isInOut == true ? .inoutParameter : .parameter
    }
}

extension CodeBlockItemListSyntax {
    /// Whether this is a file of declarations. In one with statements, what is declared is local to the script.
    fileprivate var holdsGlobals: Bool {
        guard parent?.is(SourceFileSyntax.self) == true else { return false }
        return allSatisfy { $0.item.is(DeclSyntax.self) }
    }
}
