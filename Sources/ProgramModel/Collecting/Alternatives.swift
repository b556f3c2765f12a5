/// A chain of conditions, of which the first that holds decides: `if`, `else if`, ..., `else`; `a ? b : c ? d : e`.
///
/// Built flat where that means the same, so that a chain of thousands does not become steps nested as deeply.
struct Alternatives {
    /// The first condition is always evaluated.
    var arms: [(condition: [Step], body: [Step])]
    /// What happens when no condition holds.
    var last: [Step]

    /// Beyond, the steps of a condition become a way of their own.
    private static let maximumNesting = 64

    /// The steps of the first condition, then one branch.
    func steps() -> [Step] {
        guard let first = arms.first else { return last }
        var nesting = 0
        // Reversed, because the chain is built from its end.
        var ways = [last]
        for arm in arms.dropFirst().reversed() {
            ways.append(arm.body)
            if arm.condition.isEmpty { continue }
            if nesting < Self.maximumNesting {
                nesting += 1
                ways = [arm.condition + Self.branch(ways)]
            } else {
                ways.append(arm.condition)
            }
        }
        ways.append(first.body)
        return first.condition + Self.branch(ways)
    }

    private static func branch(_ reversedWays: [[Step]]) -> [Step] {
        guard reversedWays.contains(where: { !$0.isEmpty }) else { return [] }
        return [.branch(reversedWays.reversed())]
    }
}

extension SummaryCollector {
    mutating func append(_ alternatives: Alternatives) { steps.append(contentsOf: alternatives.steps()) }
}
