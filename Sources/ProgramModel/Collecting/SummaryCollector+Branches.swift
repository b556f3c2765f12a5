import SwiftSyntax

/// `if` and `switch`, as statements and as expressions, and the conditions of `if`, `guard` and `while`.
extension SummaryCollector {
    /// Collects conditions into the current steps and declares what they bind.
    mutating func conditions(_ list: ConditionElementListSyntax) -> [ExpressionID] {
        var tests: [ExpressionID] = []
        for element in list {
            switch element.condition {
            case .expression(let node): tests.append(expression(node))
            case .availability: continue
            case .matchingPattern(let node):
                let value = expression(node.initializer.value)
                let type = node.typeAnnotation.map { reference($0.type) }
                bind(node.pattern, .binding(value: value), type: type, isMutable: false)
                tests.append(value)
            case .optionalBinding(let node): tests.append(optionalBinding(node))
            }
        }
        return tests
    }

    private mutating func optionalBinding(_ node: OptionalBindingConditionSyntax) -> ExpressionID {
        let value: ExpressionID
        if let written = node.initializer?.value {
            value = expression(written)
        } else if let shorthand = node.pattern.as(IdentifierPatternSyntax.self) {
            value = name(shorthand.identifier, isCallee: false)
        } else {
            value = Self.unknown
        }
        let type = node.typeAnnotation.map { reference($0.type) }
        let isMutable = node.bindingSpecifier.text == "var"
        bind(node.pattern, .unwrapped(value: value), type: type, isMutable: isMutable)
        return value
    }

    /// One `if` with all its `else if`s, in a loop.
    mutating func ifExpression(_ node: IfExprSyntax, yieldsValue: Bool) -> ExpressionID? {
        var arms: [(condition: [Step], body: [Step])] = []
        var last: [Step] = []
        var values: [ExpressionID] = []
        var next: IfExprSyntax? = node
        let outer = circumstances
        var first: ConditionFacts?
        while let current = next {
            let mark = scopes.mark
            var facts = ConditionFacts()
            let condition = collecting { facts = $0.facts(current.conditions) }
            let body = under(facts.whenTrue) { $0.block(current.body.statements, yieldsValue, into: &values) }
            circumstances.add(facts.whenFalse)
            first = first ?? facts
            scopes.leave(to: mark)
            arms.append((condition, body))
            next = nil
            switch current.elseBody {
            case .ifExpr(let inner)?: next = inner
            case .codeBlock(let code)?: last = block(code.statements, yieldsValue, into: &values)
            case nil: break
            }
        }
        circumstances = outer
        // `if Thread.isMainThread { …; return }`: what comes next is elsewhere.
        if node.body.statements.leaves, let first { circumstances.add(first.whenFalse) }
        append(Alternatives(arms: arms, last: last))
        return yieldsValue ? add(.choice(values)) : nil
    }

    mutating func switchExpression(_ node: SwitchExprSyntax, yieldsValue: Bool) -> ExpressionID? {
        let subject = expression(node.subject)
        var arms: [[Step]] = []
        var values: [ExpressionID] = []
        switchCases(node.cases, subject, yieldsValue, &arms, &values)
        branch(arms)
        return yieldsValue ? add(.choice(values)) : nil
    }

    private mutating func switchCases(
        _ cases: SwitchCaseListSyntax, _ subject: ExpressionID, _ yieldsValue: Bool, _ arms: inout [[Step]],
        _ values: inout [ExpressionID]
    ) {
        for element in cases {
            switch element {
            case .switchCase(let node):
                let mark = scopes.mark
                var arm: [Step] = []
                if case .case(let label) = node.label {
                    arm = collecting { $0.caseItems(label.caseItems, subject) }
                }
                arm += block(node.statements, yieldsValue, into: &values)
                scopes.leave(to: mark)
                arms.append(arm)
            case .ifConfigDecl(let node):
                for clause in node.clauses {
                    guard case .switchCases(let inner)? = clause.elements else { continue }
                    var found = (arms: [[Step]](), values: [ExpressionID]())
                    descending(otherwise: ()) {
                        $0.switchCases(inner, subject, yieldsValue, &found.arms, &found.values)
                    }
                    arms += found.arms
                    values += found.values
                }
            }
        }
    }

    private mutating func caseItems(_ items: SwitchCaseItemListSyntax, _ subject: ExpressionID) {
        for item in items {
            bind(item.pattern, .binding(value: subject), type: nil, isMutable: false)
            if let filter = item.whereClause?.condition { _ = expression(filter) }
        }
    }

    /// The steps of a braced block, and its value when it is an only expression.
    private mutating func block(
        _ items: CodeBlockItemListSyntax, _ yieldsValue: Bool, into values: inout [ExpressionID]
    ) -> [Step] {
        guard yieldsValue, items.count == 1, let value = Self.branchValue(items.first) else {
            return collectingScope { $0.statements(items) }
        }
        var id = Self.unknown
        let steps = collectingScope { id = $0.expression(value) }
        values.append(id)
        return steps
    }

    private static func branchValue(_ item: CodeBlockItemSyntax?) -> ExprSyntax? {
        switch item?.item {
        case .expr(let expression)?: expression
        case .stmt(let statement)?: statement.as(ExpressionStmtSyntax.self)?.expression
        default: nil
        }
    }
}
