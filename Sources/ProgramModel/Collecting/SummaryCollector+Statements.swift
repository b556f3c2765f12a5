import SwiftSyntax

/// Statements, lowered to steps in the order in which they run.
extension SummaryCollector {
    /// Collects the statements of one scope; the caller opens and closes the scope.
    /// - Parameter yieldsValue: an only expression is what the code returns.
    mutating func statements(_ items: CodeBlockItemListSyntax, yieldsValue: Bool = false) {
        guard items.hasElements else { return }
        // Made once: the nodes of a list are not free.
        let nodes = items.map(\.item)
        let outer = circumstances
        defer { circumstances = outer }
        hoistFunctions(in: nodes)
        if yieldsValue, nodes.count == 1, let value = Self.value(of: nodes[0]) {
            let id = expression(value)
            steps.append(.exit(.return(id)))
            return
        }
        for node in nodes { statement(node) }
    }

    /// The expression that a one-statement body returns; assignments return nothing.
    private static func value(of item: CodeBlockItemSyntax.Item) -> ExprSyntax? {
        switch item {
        case .expr(let expression):
            if let sequence = expression.as(SequenceExprSyntax.self),
                sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
            {
                return nil
            }
            return expression
        case .stmt(let statement): return statement.as(ExpressionStmtSyntax.self)?.expression
        default: return nil
        }
    }

    mutating func statement(_ item: CodeBlockItemSyntax.Item) {
        switch item {
        case .expr(let node): effect(node)
        case .stmt(let node): descending(otherwise: ()) { $0.statement(node, label: nil) }
        case .decl(let node):
            if let conditional = node.as(IfConfigDeclSyntax.self) {
                conditionalStatements(conditional)
            } else {
                declaration(node, at: .body)
            }
        }
    }

    /// An expression whose value nobody uses.
    private mutating func effect(_ node: ExprSyntax) {
        if let conditional = node.as(IfExprSyntax.self) {
            _ = descending(otherwise: nil) { $0.ifExpression(conditional, yieldsValue: false) }
        } else if let choice = node.as(SwitchExprSyntax.self) {
            _ = descending(otherwise: nil) { $0.switchExpression(choice, yieldsValue: false) }
        } else {
            _ = expression(node)
        }
    }

    private mutating func statement(_ node: StmtSyntax, label: String?) {
        switch node.as(StmtSyntaxEnum.self) {
        case .expressionStmt(let node): effect(node.expression)
        case .guardStmt(let node): guardStatement(node)
        case .forStmt(let node): forLoop(node, label: label)
        case .whileStmt(let node): whileLoop(node, label: label)
        case .repeatStmt(let node): repeatLoop(node, label: label)
        case .doStmt(let node): doStatement(node)
        case .deferStmt(let node):
            let deferred = collectingScope { $0.statements(node.body.statements) }
            if !deferred.isEmpty { steps.append(.deferred(deferred)) }
        case .labeledStmt(let node): labeled(node)
        case .returnStmt(let node):
            let value = node.expression.map { expression($0) }
            steps.append(.exit(.return(value)))
        case .throwStmt(let node):
            _ = expression(node.expression)
            steps.append(.exit(.throw))
        case .breakStmt(let node): steps.append(.exit(.break(label: node.label?.identifierText)))
        case .continueStmt(let node): steps.append(.exit(.continue(label: node.label?.identifierText)))
        case .fallThroughStmt: steps.append(.exit(.fallthrough))
        case .yieldStmt(let node):
            switch node.yieldedExpressions {
            case .single(let value): _ = expression(value)
            case .multiple(let clause): for element in clause.elements { _ = expression(element.expression) }
            }
        default: break
        }
    }

    /// Labels may stand on labels; only the one on the loop itself is kept.
    private mutating func labeled(_ node: LabeledStmtSyntax) {
        var node = node
        while let inner = node.statement.as(LabeledStmtSyntax.self) { node = inner }
        let label = node.label.identifierText
        let statement = node.statement
        descending(otherwise: ()) { $0.statement(statement, label: label) }
    }

    /// Every branch of `#if` is read; its names stay visible below, as they do in Swift.
    private mutating func conditionalStatements(_ node: IfConfigDeclSyntax) {
        var arms: [[Step]] = []
        for (clause, platforms) in node.compiledClauses {
            guard case .statements(let items)? = clause.elements else { continue }
            arms.append(
                descending(otherwise: []) { collector in
                    collector.compiled(for: platforms) { collector in
                        collector.collecting { collector in
                            for item in items { collector.statement(item.item) }
                        }
                    }
                })
        }
        branch(arms)
    }

    private mutating func guardStatement(_ node: GuardStmtSyntax) {
        let mark = scopes.mark
        let facts = facts(node.conditions)
        let bound = scopes.withdraw(since: mark)
        let arm = under(facts.whenFalse) { collector in
            collector.collectingScope { $0.statements(node.body.statements) }
        }
        scopes.restore(bound)
        branch([arm, []])
        circumstances.add(facts.whenTrue)
    }

    private mutating func doStatement(_ node: DoStmtSyntax) {
        let body = collectingScope { $0.statements(node.body.statements) }
        if node.catchClauses.isEmpty {
            steps.append(contentsOf: body)
            return
        }
        let errorType = node.throwsClause?.type.map { reference($0) }
        var arms = [body]
        for clause in node.catchClauses {
            arms.append(
                collectingScope { collector in
                    collector.catchItems(clause.catchItems, errorType)
                    collector.statements(clause.body.statements)
                })
        }
        branch(arms)
    }

    private mutating func catchItems(_ items: CatchItemListSyntax, _ errorType: TypeReference?) {
        if items.allSatisfy({ $0.pattern == nil }) {
            declareLocal("error", type: errorType, origin: .caughtError, isMutable: false)
        }
        for item in items {
            if let pattern = item.pattern {
                bind(pattern, .caughtError, type: errorType, isMutable: false)
            }
            if let condition = item.whereClause?.condition { _ = expression(condition) }
        }
    }
}
