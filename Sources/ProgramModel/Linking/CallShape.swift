import RuleCatalogue

/// The arguments of a call, as far as they decide which declaration takes it.
struct CallShape {
    /// Of the arguments in parentheses.
    let labels: [String?]
    let trailingClosures: Int

    init(_ call: Call) {
        labels = call.plainLabels
        trailingClosures = call.trailingClosureCount
    }
}

extension Call {
    /// Labels of all arguments, trailing closures included (those without a label as `nil`).
    package var labels: [String?] { arguments.map(\.label) }

    /// Labels of the arguments in parentheses.
    package var plainLabels: [String?] { arguments.filter { !$0.isTrailingClosure }.map(\.label) }

    package var trailingClosureCount: Int { arguments.reduce(0) { $0 + ($1.isTrailingClosure ? 1 : 0) } }

    /// The name that the call spells.
    package func baseName(in summary: FileSummary) -> String { summary.baseName(of: callee) }
}

extension FileSummary {
    /// The call whose name begins at an offset of the file, in bytes; O(calls of the file).
    package func call(namedAt offset: Int) -> CallID? {
        calls.indices.first { calls.nameRange(at: $0).start == offset }.map { CallID($0) }
    }

    /// The name that a call of an expression spells.
    func baseName(of callee: ExpressionID) -> String {
        switch self[callee] {
        case .name(let name, _), .member(_, let name, _), .implicitMember(let name): return name
        case .local(let local): return locals[local.index].name
        case .unwrap(let inner):
            switch self[inner] {
            case .name(let name, _), .member(_, let name, _): return name
            case .local(let local): return locals[local.index].name
            default: return ""
            }
        default: return ""
        }
    }
}

extension EffectEntry {
    /// As `matches(labels:trailingClosures:)`, for labels that are all in parentheses.
    func matches(_ labels: [String?]) -> Bool { matches(labels: labels, trailingClosures: 0) }

    func matches(_ shape: CallShape) -> Bool {
        matches(labels: shape.labels, trailingClosures: shape.trailingClosures)
    }
}
