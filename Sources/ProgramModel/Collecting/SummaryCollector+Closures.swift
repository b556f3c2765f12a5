import SwiftSyntax

/// Closures: bodies of their own, whose captures are evaluated where they stand.
extension SummaryCollector {
    mutating func closure(_ node: ClosureExprSyntax, _ use: ClosureForm.Use) -> ExpressionID {
        descending(otherwise: Self.unknown) { $0.innerClosure(node, use) }
    }

    private mutating func innerClosure(_ node: ClosureExprSyntax, _ use: ClosureForm.Use) -> ExpressionID {
        let signature = node.signature
        let traits = Self.traits(signature?.attributes, nil)
        let isAsync = signature?.effectSpecifiers?.asyncSpecifier != nil
        let captures = signature?.capture.map { captured($0.items) } ?? []
        let form = ClosureForm(
            use: use, isolation: traits.isolation, attributes: traits.attributes, isDeclaredAsync: isAsync,
            result: signature?.returnClause.map { reference($0.type) }, captures: captures.map(\.text))
        let id = reserveBody(
            .closure(form), parent: body, isAsync: isAsync, range: node.textRange,
            nameRange: node.leftBrace.textRange)
        inside(id, shorthand: signature?.parameterClause == nil) { collector in
            for capture in captures {
                guard let value = capture.value else { continue }
                collector.declareLocal(capture.name, type: nil, origin: .capture(value: value), isMutable: false)
            }
            collector.parameters(signature?.parameterClause)
            collector.statements(node.statements, yieldsValue: true)
        }
        return add(.closure(id))
    }

    /// One entry of a capture list; `value` is `nil` for `self`, which stays `self`.
    private struct Capture {
        var text: String
        var name: String
        var value: ExpressionID?
    }

    private mutating func captured(_ items: ClosureCaptureListSyntax) -> [Capture] {
        var captures: [Capture] = []
        for item in items {
            let name = item.name.identifierText
            let specifier = item.specifier.map { $0.specifier.text + " " } ?? ""
            var value: ExpressionID?
            if let written = item.initializer?.value {
                value = expression(written)
            } else if name != "self" {
                value = self.name(item.name, isCallee: false)
            }
            captures.append(Capture(text: specifier + name, name: name, value: value))
        }
        return captures
    }

    private mutating func parameters(_ clause: ClosureSignatureSyntax.ParameterClause?) {
        var parameters: [LocalID] = []
        switch clause {
        case .simpleInput(let list)?:
            for parameter in list {
                parameters.append(closureParameter(parameter.name.identifierText, nil, index: parameters.count))
            }
        case .parameterClause(let clause)?:
            for parameter in clause.parameters {
                let name = (parameter.secondName ?? parameter.firstName).identifierText
                let type = parameter.type.map { reference($0) }
                parameters.append(closureParameter(name, type, index: parameters.count))
            }
        case nil: return
        }
        summary.bodies[body.index].parameters = parameters
    }

    private mutating func closureParameter(_ name: String, _ type: TypeReference?, index: Int) -> LocalID {
        declareLocal(name, type: type, origin: .closureParameter(body, index: index), isMutable: false)
    }
}
