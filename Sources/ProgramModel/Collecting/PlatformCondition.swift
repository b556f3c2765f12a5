import SwiftSyntax

/// On which platforms the condition of an `#if` may be true, and on which it is whatever else is set.
struct PlatformCondition: Equatable {
    var possible: PlatformSet
    var certain: PlatformSet

    static let unknown = PlatformCondition(possible: .all, certain: [])

    var negated: PlatformCondition {
        PlatformCondition(
            possible: PlatformSet.all.subtracting(certain), certain: PlatformSet.all.subtracting(possible))
    }

    init(possible: PlatformSet, certain: PlatformSet) {
        self.possible = possible
        self.certain = certain
    }

    init(_ condition: ExprSyntax) {
        switch condition.as(ExprSyntaxEnum.self) {
        case .functionCallExpr(let call): self.init(call)
        case .prefixOperatorExpr(let prefix) where prefix.operator.text == "!":
            self = PlatformCondition(prefix.expression).negated
        case .tupleExpr(let tuple):
            guard tuple.elements.count == 1, let inner = tuple.elements.first?.expression else {
                self = .unknown
                return
            }
            self.init(inner)
        case .sequenceExpr(let sequence): self.init(sequence)
        default: self = .unknown
        }
    }

    private init(_ call: FunctionCallExprSyntax) {
        self = .unknown
        guard let argument = call.arguments.first?.expression.trimmedDescription else { return }
        switch call.calledExpression.trimmedDescription {
        case "os":
            let named = PlatformSet.named(argument)
            // One device of several, and who is none of the named, says nothing about the others of its kind.
            let isWhole = [.macOS, .linux, .android, .windows, .wasi].contains(named)
            self.init(possible: named, certain: isWhole ? named : [])
        case "canImport":
            guard let possible = PlatformSet.having(module: argument) else { return }
            self.init(possible: possible, certain: Self.alwaysThere.contains(argument) ? possible : [])
        default: return
        }
    }

    /// Modules that a platform is never without; of the libraries of Linux there are several.
    private static let alwaysThere: Set<String> = [
        "Darwin", "ObjectiveC", "WinSDK", "ucrt", "CRT", "Android", "WASILibc",
    ]

    /// `a || b && c`, which is not folded: `&&` binds tighter.
    private init(_ sequence: SequenceExprSyntax) {
        var alternatives: [PlatformCondition] = []
        var isConjunction = false
        for element in sequence.elements {
            if let sign = element.as(BinaryOperatorExprSyntax.self)?.operator.text {
                guard sign == "&&" || sign == "||" else {
                    self = .unknown
                    return
                }
                isConjunction = sign == "&&"
                continue
            }
            let next = PlatformCondition(element)
            if isConjunction, let last = alternatives.popLast() {
                alternatives.append(
                    PlatformCondition(
                        possible: last.possible.intersection(next.possible),
                        certain: last.certain.intersection(next.certain)))
            } else {
                alternatives.append(next)
            }
        }
        self.init(
            possible: alternatives.reduce(into: []) { $0.formUnion($1.possible) },
            certain: alternatives.reduce(into: []) { $0.formUnion($1.certain) })
    }
}

extension IfConfigDeclSyntax {
    /// The clauses that are ever compiled, with the platforms that each is for.
    var compiledClauses: [(clause: IfConfigClauseSyntax, platforms: PlatformSet)] {
        var left = PlatformSet.all
        return clauses.compactMap { clause in
            let condition = clause.condition.map(PlatformCondition.init)
            let platforms = left.intersection(condition?.possible ?? .all)
            left.subtract(condition?.certain ?? [])
            return clause.isNeverCompiled ? nil : (clause, platforms)
        }
    }
}

extension IfConfigClauseSyntax {
    /// `#if false`: text that is kept and never compiled.
    fileprivate var isNeverCompiled: Bool {
        condition?.as(BooleanLiteralExprSyntax.self)?.literal.tokenKind == .keyword(.false)
    }
}
