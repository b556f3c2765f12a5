/// The parameters of one declaration, ready to be compared with the arguments of calls.
///
/// Arguments stand in the order of the parameters; only defaulted parameters may be left out; a trailing closure
/// fits a parameter of any label. Sets of argument counts are bits of one word, so a comparison allocates nothing
/// and costs O(parameters × arguments) whatever the labels are.
package struct ParameterList: Sendable, Hashable {
    /// `_` for a parameter without a label.
    package let labels: [String]
    /// Bit `i` is set when parameter `i` may be left out.
    private let defaulted: UInt64

    /// The most parameters that can be told apart; Swift code stays far below.
    private static let limit = 62

    /// `nil` when there are no labels (a property) or more than can be compared.
    package init?(_ labels: [String]?, defaults: [String]) {
        guard let labels, labels.count <= Self.limit else { return nil }
        self.labels = labels
        var defaulted: UInt64 = 0
        for (index, label) in labels.enumerated() where defaults.contains(label) { defaulted |= 1 << UInt64(index) }
        self.defaulted = defaulted
    }

    /// Whether a call with these arguments can be a call of the declaration.
    ///
    /// - Parameters:
    ///   - callLabels: of the arguments in parentheses, `nil` for one without.
    ///   - trailingClosures: number of closures after the parentheses.
    package func accepts(labels callLabels: [String?], trailingClosures: Int) -> Bool {
        let count = callLabels.count + trailingClosures
        guard count <= labels.count else { return false }
        var fits: UInt64 = 1 << UInt64(count)
        for index in labels.indices.reversed() { fits = absorbing(index, fits, callLabels, count) }
        return fits & 1 == 1
    }

    /// The 0-based parameter that an argument of a call is for; `nil` when the call does not match or has no such
    /// argument.
    ///
    /// When several parameters could take it, arguments in parentheses take the first, trailing closures the last.
    ///
    /// - Parameters:
    ///   - argument: 0-based, parenthesised arguments first, trailing closures after them.
    ///   - callLabels: of the arguments in parentheses, `nil` for one without.
    ///   - trailingClosures: number of closures after the parentheses.
    package func parameter(ofArgument argument: Int, labels callLabels: [String?], trailingClosures: Int) -> Int? {
        let assigned = parameters(labels: callLabels, trailingClosures: trailingClosures)
        guard let assigned, assigned.indices.contains(argument) else { return nil }
        return assigned[argument]
    }

    /// The parameter of every argument, in the order of the arguments; `nil` when the call does not match.
    package func parameters(labels callLabels: [String?], trailingClosures: Int) -> [Int]? {
        let count = callLabels.count + trailingClosures
        guard count <= labels.count else { return nil }
        // fits[i]: the counts of arguments that may be taken before parameter i so that the rest still matches.
        var fits = [UInt64](repeating: 0, count: labels.count + 1)
        fits[labels.count] = 1 << UInt64(count)
        for index in labels.indices.reversed() { fits[index] = absorbing(index, fits[index + 1], callLabels, count) }
        guard fits[0] & 1 == 1 else { return nil }
        var result: [Int] = []
        for index in labels.indices where result.count < count {
            let taken = result.count
            let canTake = fits[index + 1] >> UInt64(taken + 1) & 1 == 1 && takes(index, taken, callLabels)
            let canSkip = fits[index + 1] >> UInt64(taken) & 1 == 1 && isDefaulted(index)
            let isTrailing = taken >= callLabels.count
            if canTake, !(isTrailing && canSkip) { result.append(index) }
        }
        return result
    }

    /// The 0-based parameter that a label or position names.
    package func index(of reference: ArgumentReference) -> Int? {
        switch reference {
        case .label(let label): labels.firstIndex(of: label)
        case .position(let position): labels.indices.contains(position) ? position : nil
        }
    }

    package func isDefaulted(_ index: Int) -> Bool { defaulted >> UInt64(index) & 1 == 1 }

    /// The counts before parameter `index`, given the counts after it.
    private func absorbing(_ index: Int, _ after: UInt64, _ callLabels: [String?], _ count: Int) -> UInt64 {
        var before: UInt64 = isDefaulted(index) ? after : 0
        for argument in 0..<count where after >> UInt64(argument + 1) & 1 == 1 && takes(index, argument, callLabels) {
            before |= 1 << UInt64(argument)
        }
        return before
    }

    private func takes(_ index: Int, _ argument: Int, _ callLabels: [String?]) -> Bool {
        argument >= callLabels.count || labels[index] == callLabels[argument] ?? "_"
    }
}
