import RuleCatalogue
import SourceModel

/// One way in which code holds its thread: a blocking API, and the site through which the code reaches it.
package struct Effect: Sendable {
    package var rule: RuleID
    /// The catalogue's entry; `nil` for functions that the workspace marks as blocking.
    package var entry: EffectEntry?
    /// The blocking declaration, as Swift spells it.
    package var api: String
    package var confidence: Confidence
    /// The call or read in this body.
    package var site: Site
    /// The effect of the called function that this one comes from; `nil` when the site is the blocking API itself.
    package var cause: EffectID?
    /// Calls between the site and the API; 0 for the API itself.
    package var depth: Int
    /// Parameters of this function that a caller may set so that nothing blocks.
    package var conditions: [LiftedCondition]
}

/// Names an effect: the region that has it and its position there.
package struct EffectID: Hashable, Sendable {
    package let region: BodyReference
    package let index: Int
}

/// How much harm an effect does wherever it runs.
package enum Harm: Int, Sendable, Hashable, Comparable {
    case low
    case medium
    case high

    package static func < (left: Harm, right: Harm) -> Bool { left.rawValue < right.rawValue }

    /// - Parameter budget: the longest accepted stall, in milliseconds.
    package init(_ entry: EffectEntry, budget: Double) {
        if !entry.bounded {
            self = .high
        } else if entry.waits == .time {
            self = .high
        } else {
            self = (entry.latency?.p99 ?? budget + 1) > budget ? .medium : .low
        }
    }
}
