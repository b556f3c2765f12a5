import ProgramModel
import SourceModel

/// What holds of every summary, whatever the text.
struct Invariants {
    let summary: FileSummary
    let length: Int
    private(set) var violations: [String] = []

    /// - Parameter length: of the file, in bytes.
    static func violations(in summary: FileSummary, length: Int) -> [String] {
        var invariants = Invariants(summary: summary, length: length)
        invariants.check()
        return invariants.violations
    }

    private init(summary: FileSummary, length: Int) {
        self.summary = summary
        self.length = length
    }

    private mutating func require(_ condition: Bool, _ text: @autoclosure () -> String) {
        if !condition, violations.count < 20 { violations.append(text()) }
    }

    private mutating func check() {
        require(!summary.bodies.isEmpty, "no top-level body")
        var calls = Array(repeating: 0, count: summary.calls.count)
        var reads = Array(repeating: 0, count: summary.reads.count)
        for (index, body) in summary.bodies.enumerated() {
            require(within(body.range) && within(body.nameRange), "body \(index) out of the file")
            if case .closure = body.kind { require(body.parent != nil, "closure \(index) without parent") }
            if let parent = body.parent { require(parent.index < index, "body \(index) before its parent") }
            if let type = body.enclosingType { require(summary.types.indices.contains(type.index), "type of body") }
            for local in body.parameters {
                require(summary.locals.indices.contains(local.index), "parameter of body \(index)")
                require(summary.locals[local.index].body.index == index, "parameter of another body")
            }
            var pending = body.steps
            while let step = pending.popLast() {
                switch step {
                case .call(let id):
                    require(calls.indices.contains(id.index), "call id")
                    calls[id.index] += 1
                    require(summary.calls[id.index].body.index == index, "call \(id.index) in another body")
                case .read(let id):
                    require(reads.indices.contains(id.index), "read id")
                    reads[id.index] += 1
                    require(summary.reads[id.index].body.index == index, "read \(id.index) in another body")
                case .suspension(let range): require(within(range), "suspension out of the file")
                case .assignment(let target, let value): require(exists(target) && exists(value), "assignment")
                case .branch(let arms): arms.forEach { pending.append(contentsOf: $0) }
                case .loop(let loop):
                    require(within(loop.range) && within(loop.keywordRange), "loop out of the file")
                    require(loop.conditionExpressions.allSatisfy(exists), "loop condition")
                    pending.append(contentsOf: loop.condition + loop.body)
                case .deferred(let steps), .scope(let steps): pending.append(contentsOf: steps)
                case .exit(.return(let value?)): require(exists(value), "returned value")
                case .exit: break
                }
            }
        }
        for (index, count) in calls.enumerated() { require(count == 1, "call \(index) stands \(count) times") }
        for (index, count) in reads.enumerated() { require(count == 1, "read \(index) stands \(count) times") }
        checkCalls()
        checkDeclarations()
        for (index, expression) in summary.expressions.enumerated() {
            require(parts(of: expression).allSatisfy { exists($0) && $0.index < index }, "expression \(index)")
        }
    }

    private mutating func checkCalls() {
        for (index, call) in summary.calls.enumerated() {
            require(exists(call.callee), "callee of \(index)")
            require(within(call.range) && holds(call.range, call.nameRange), "call \(index): \(call.range)")
            for argument in call.arguments {
                require(exists(argument.value) && holds(call.range, argument.range), "argument of \(index)")
            }
        }
        for (index, read) in summary.reads.enumerated() {
            require(exists(read.expression) && within(read.nameRange), "read \(index)")
        }
    }

    private mutating func checkDeclarations() {
        for (index, local) in summary.locals.enumerated() {
            require(summary.bodies.indices.contains(local.body.index), "local \(index)")
            if case .function(let id) = local.origin {
                require(summary.functions.indices.contains(id.index), "local function \(index)")
            }
        }
        for (index, function) in summary.functions.enumerated() {
            require(
                within(function.range) && holds(function.range, function.nameRange) || function.kind == .getter,
                "function \(index) \(function.name)")
            guard let body = function.body else { continue }
            if case .function(let id)? = summary.bodies.indices.contains(body.index)
                ? summary.bodies[body.index].kind : nil
            {
                require(id.index == index, "body of function \(index)")
            } else {
                require(false, "function \(index) without its body")
            }
        }
        for property in summary.properties { require(property.initializer.map(exists) ?? true, "property") }
        for (index, type) in summary.types.enumerated() {
            require(type.parent.map { $0.index < index } ?? true, "type \(index) before its parent")
            require(within(type.range) && holds(type.range, type.nameRange), "type \(index)")
        }
    }

    private func within(_ range: SourceRange) -> Bool { range.start >= 0 && range.end <= length }

    /// What the parser had to invent is empty and may stand beside the rest.
    private func holds(_ outer: SourceRange, _ inner: SourceRange) -> Bool {
        outer.contains(inner) || (inner.isEmpty && within(inner))
    }

    private func exists(_ id: ExpressionID) -> Bool { summary.expressions.indices.contains(id.index) }

    private func parts(of expression: Expression) -> [ExpressionID] {
        switch expression {
        case .member(let base, _, _): [base]
        case .call(let id): summary.calls.indices.contains(id.index) ? [] : [ExpressionID(-1)]
        case .local(let id): summary.locals.indices.contains(id.index) ? [] : [ExpressionID(-1)]
        case .closure(let id): summary.bodies.indices.contains(id.index) ? [] : [ExpressionID(-1)]
        case .subscript(let base, let arguments): [base] + arguments
        case .array(let elements), .choice(let elements): elements
        case .dictionary(let elements): elements.flatMap { [$0.key, $0.value] }
        case .tuple(let elements): elements.map(\.value)
        case .unwrap(let value), .optionalTry(let value), .cast(let value, _, _), .selfMember(let value),
            .unary(_, let value):
            [value]
        case .operators(let operands, let operators):
            operands.count == operators.count + 1 ? operands : [ExpressionID(-1)]
        default: []
        }
    }
}
