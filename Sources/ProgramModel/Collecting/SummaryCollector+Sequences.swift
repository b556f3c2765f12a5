import SwiftSyntax

/// Operator sequences, as written: `a + b * c`, `x = y`, `a && b()`, `c ? d : e`, `x as T`.
extension SummaryCollector {
    mutating func sequence(_ node: SequenceExprSyntax, _ use: ClosureForm.Use) -> ExpressionID {
        var elements = Array(node.elements)
        // A function type in the place of a value: `[(Int) -> Void]()`.
        if elements.contains(where: { $0.is(ArrowExprSyntax.self) }) { return add(.type(.unknown)) }
        return sequence(&elements, from: 0, use)
    }

    /// Collects the elements from `start` to the end; recursive only where `try`, `await` and `=` cover all that
    /// follows.
    private mutating func sequence(
        _ elements: inout [ExprSyntax], from start: Int, _ use: ClosureForm.Use
    ) -> ExpressionID {
        descending(otherwise: Self.unknown) { $0.innerSequence(&elements, from: start, use) }
    }

    private mutating func innerSequence(
        _ elements: inout [ExprSyntax], from start: Int, _ use: ClosureForm.Use
    ) -> ExpressionID {
        guard start < elements.count else { return Self.unknown }
        guard start + 1 < elements.count else { return expression(elements[start], use: use) }
        if let node = elements[start].as(TryExprSyntax.self) {
            elements[start] = node.expression
            return tried(node) { $0.sequence(&elements, from: start, use) }
        }
        if let node = elements[start].as(AwaitExprSyntax.self) {
            elements[start] = node.expression
            return awaited(node.awaitKeyword.textRange) { $0.sequence(&elements, from: start, use) }
        }
        if let node = elements[start].as(UnsafeExprSyntax.self) {
            elements[start] = node.expression
            return sequence(&elements, from: start, use)
        }
        if elements[start + 1].is(AssignmentExprSyntax.self) { return assignment(&elements, from: start) }
        var operation = Operation()
        return run(&operation, &elements, from: start)
    }

    /// `target = value`: the target's base first, then the value, then the write.
    private mutating func assignment(_ elements: inout [ExprSyntax], from start: Int) -> ExpressionID {
        var writes: [Chain] = []
        let target = assignmentTarget(elements[start], &writes)
        let value = sequence(&elements, from: start + 2, .assigned(target: target))
        for write in writes {
            if let name = write.target { read(write.value, at: name, isWrite: true) }
        }
        if !elements[start].is(DiscardAssignmentExprSyntax.self) {
            steps.append(.assignment(target: target, value: value))
        }
        return add(.operators(operands: [target, value], operators: ["="]))
    }

    private mutating func assignmentTarget(_ node: ExprSyntax, _ writes: inout [Chain]) -> ExpressionID {
        if let tuple = node.as(TupleExprSyntax.self) {
            var elements: [TupleElement] = []
            for element in tuple.elements {
                let value = descending(otherwise: Self.unknown) {
                    $0.assignmentTarget(element.expression, &writes)
                }
                elements.append(TupleElement(label: element.label?.identifierText, value: value))
            }
            return elements.count == 1 ? elements[0].value : add(.tuple(elements))
        }
        let chain = chain(node, isTarget: true)
        switch summary[chain.value] {
        case .name(let name, _) where !Self.isTypeName(name): writes.append(chain)
        case .member: writes.append(chain)
        case .subscript:
            if case .call(let id)? = steps.last { summary.calls[id.index].isWrite = true }
        default: break
        }
        return chain.value
    }
}

/// What has been collected of one operator sequence.
private struct Operation {
    var operands: [ExpressionID] = []
    var operators: [String] = []
    /// The steps before the right side of `&&`, `||` or `??`, while that side is collected.
    var outer: [Step]?
    var isCoalescing = false
    /// Finished conditions of `c ? d : e ? f : g`.
    var arms: [(condition: [Step], body: [Step])] = []
    var choices: [ExpressionID] = []
    /// The steps that were there before the first condition.
    var before: [Step] = []
}

extension SummaryCollector {
    private mutating func run(
        _ operation: inout Operation, _ elements: inout [ExprSyntax], from start: Int
    ) -> ExpressionID {
        var index = start
        while index < elements.count {
            let element = elements[index]
            index += 1
            switch element.as(ExprSyntaxEnum.self) {
            case .binaryOperatorExpr(let node):
                let text = node.operator.text
                if Operators.assigns(text) {
                    return compoundAssignment(&operation, text, &elements, from: index)
                }
                enter(text, &operation)
                operation.operators.append(text)
            case .assignmentExpr:
                // Only broken code has `=` in the middle of a sequence.
                return compoundAssignment(&operation, "=", &elements, from: index)
            case .unresolvedTernaryExpr(let node): ternary(node, &operation)
            case .unresolvedAsExpr(let node):
                guard index < elements.count else { break }
                cast(&operation, to: elements[index], isOptional: node.questionOrExclamationMark?.text == "?")
                index += 1
            case .unresolvedIsExpr:
                guard index < elements.count else { break }
                test(&operation, is: elements[index])
                index += 1
            default:
                // After `:` of a ternary, `try` and `await` cover all that follows, as at the start.
                let startsOver = operation.operands.isEmpty && !operation.arms.isEmpty
                let isPrefix = element.is(TryExprSyntax.self) || element.is(AwaitExprSyntax.self)
                if startsOver, isPrefix, index < elements.count {
                    operation.operands.append(sequence(&elements, from: index - 1, .other))
                    index = elements.count
                } else {
                    operation.operands.append(expression(element))
                }
            }
        }
        return finish(&operation)
    }

    /// Closes and opens the parts that run only sometimes.
    private mutating func enter(_ text: String, _ operation: inout Operation) {
        let isLogical = text == "&&" || text == "||"
        if isLogical || text == "??" || (operation.isCoalescing && Operators.bindsLooserThanCoalescing(text)) {
            leaveConditional(&operation)
        }
        guard isLogical || text == "??" else { return }
        operation.isCoalescing = text == "??"
        operation.outer = steps
        steps = []
    }

    private mutating func leaveConditional(_ operation: inout Operation) {
        guard var outer = operation.outer else { return }
        operation.outer = nil
        operation.isCoalescing = false
        swap(&outer, &steps)
        branch([outer, []])
    }

    private mutating func ternary(_ node: UnresolvedTernaryExprSyntax, _ operation: inout Operation) {
        leaveConditional(&operation)
        if operation.arms.isEmpty {
            // What is collected so far stays in front: the first condition always runs.
            operation.before = steps
            steps = []
        }
        let condition = steps
        steps = []
        let then = expression(node.thenExpression)
        operation.arms.append((operation.arms.isEmpty ? [] : condition, steps))
        operation.choices.append(then)
        steps = []
        operation.operands = []
        operation.operators = []
    }

    private mutating func cast(_ operation: inout Operation, to type: ExprSyntax, isOptional: Bool) {
        let target = type.as(TypeExprSyntax.self).map { reference($0.type) } ?? .unknown
        let value = foldTightlyBound(&operation)
        operation.operands.append(add(.cast(value, target, isOptional: isOptional)))
    }

    private mutating func test(_ operation: inout Operation, is type: ExprSyntax) {
        let target = type.as(TypeExprSyntax.self).map { reference($0.type) } ?? .unknown
        let value = foldTightlyBound(&operation)
        let tested = add(.type(target))
        operation.operands.append(add(.operators(operands: [value, tested], operators: ["is"])))
    }

    /// Takes off the operands that bind tighter than `as` and `is`: in `a ?? b + c as T` that is `b + c`.
    private mutating func foldTightlyBound(_ operation: inout Operation) -> ExpressionID {
        var first = operation.operands.count - 1
        while first > 0, first - 1 < operation.operators.count,
            !Operators.bindsLooserThanCast(operation.operators[first - 1])
        {
            first -= 1
        }
        guard first >= 0 else { return Self.unknown }
        let operands = Array(operation.operands[first...])
        let operators = Array(operation.operators.dropFirst(first))
        operation.operands.removeLast(operands.count)
        operation.operators.removeLast(operators.count)
        return operands.count == 1 ? operands[0] : add(.operators(operands: operands, operators: operators))
    }

    /// `x += y`: reads and writes the target. The read is already collected.
    private mutating func compoundAssignment(
        _ operation: inout Operation, _ text: String, _ elements: inout [ExprSyntax], from index: Int
    ) -> ExpressionID {
        let target = finish(&operation)
        let lastRead = steps.last
        let value = sequence(&elements, from: index, .other)
        if case .read(let id)? = lastRead, summary.reads[id.index].expression == target {
            read(target, at: summary.reads[id.index].nameRange, isWrite: true)
        }
        let result = add(.operators(operands: [target, value], operators: [text]))
        // A property's write is a read of its own kind; a local has no other trace.
        if case .local = summary[target] { steps.append(.assignment(target: target, value: result)) }
        return result
    }

    private mutating func finish(_ operation: inout Operation) -> ExpressionID {
        leaveConditional(&operation)
        var value = Self.unknown
        if operation.operands.count == 1, operation.operators.isEmpty {
            value = operation.operands[0]
        } else if !operation.operands.isEmpty {
            value = add(.operators(operands: operation.operands, operators: operation.operators))
        }
        guard !operation.arms.isEmpty else { return value }
        let last = steps
        steps = operation.before
        append(Alternatives(arms: operation.arms, last: last))
        return add(.choice(operation.choices + [value]))
    }
}
