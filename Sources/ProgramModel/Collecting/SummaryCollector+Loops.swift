import SwiftSyntax

/// `for`, `while` and `repeat`.
extension SummaryCollector {
    mutating func forLoop(_ node: ForStmtSyntax, label: String?) {
        var sequence = Self.unknown
        let condition = collecting { sequence = $0.expression(node.sequence) }
        if node.awaitKeyword != nil { summary.bodies[body.index].isAsync = true }
        let code = collectingScope { collector in
            if let keyword = node.awaitKeyword { collector.steps.append(.suspension(keyword.textRange)) }
            let type = node.typeAnnotation.map { collector.reference($0.type) }
            collector.bind(node.pattern, .element(of: sequence), type: type, isMutable: false)
            if let filter = node.whereClause?.condition { _ = collector.expression(filter) }
            collector.statements(node.body.statements)
        }
        steps.append(
            .loop(
                Loop(
                    kind: node.awaitKeyword == nil ? .for : .forAwait, condition: condition, conditionExpressions: [],
                    body: code, keywordRange: node.forKeyword.textRange, label: label, range: node.textRange)))
    }

    mutating func whileLoop(_ node: WhileStmtSyntax, label: String?) {
        let mark = scopes.mark
        var tests: [ExpressionID] = []
        let condition = collecting { tests = $0.conditions(node.conditions) }
        let code = collectingScope { $0.statements(node.body.statements) }
        scopes.leave(to: mark)
        steps.append(
            .loop(
                Loop(
                    kind: .while, condition: condition, conditionExpressions: tests, body: code,
                    keywordRange: node.whileKeyword.textRange, label: label, range: node.textRange)))
    }

    mutating func repeatLoop(_ node: RepeatStmtSyntax, label: String?) {
        let code = collectingScope { $0.statements(node.body.statements) }
        var test = Self.unknown
        let condition = collecting { test = $0.expression(node.condition) }
        steps.append(
            .loop(
                Loop(
                    kind: .repeatWhile, condition: condition, conditionExpressions: [test], body: code,
                    keywordRange: node.repeatKeyword.textRange, label: label, range: node.textRange)))
    }
}
