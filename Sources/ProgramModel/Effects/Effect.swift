import RuleCatalogue
import SourceModel

/// One way in which code holds its thread: a blocking API, and the site through which the code reaches it.
///
/// A class, because one API has thousands of effects along its callers, all of which share what is said of the API.
package final class Effect: Sendable {
    package let blocking: BlockingAPI
    package let confidence: Confidence
    /// The call or read in this body.
    package let site: Site
    /// The effect of the called function that this one comes from; `nil` when the site is the blocking API itself.
    package let cause: EffectID?
    /// Parameters of this function that a caller may set so that nothing blocks.
    package let conditions: [LiftedCondition]
    /// True when a test on the way, `if !Thread.isMainThread`, keeps it off the main thread.
    package let isOffMainThread: Bool

    init(
        _ blocking: BlockingAPI, confidence: Confidence, site: Site, cause: EffectID? = nil,
        conditions: [LiftedCondition] = [], isOffMainThread: Bool = false
    ) {
        self.blocking = blocking
        self.confidence = confidence
        self.site = site
        self.cause = cause
        self.conditions = conditions
        self.isOffMainThread = isOffMainThread
    }

    package var rule: RuleID { blocking.rule }
    package var entry: EffectEntry? { blocking.entry }
    package var api: String { blocking.name }
}

/// What holds the thread at the end of a path.
package final class BlockingAPI: Sendable {
    package let rule: RuleID
    /// The catalogue's entry; `nil` for loops and for functions that the workspace marks as blocking.
    package let entry: EffectEntry?
    /// The blocking declaration, as Swift spells it.
    package let name: String
    let harm: Harm

    init(rule: RuleID, entry: EffectEntry?, name: String, budget: Double) {
        self.rule = rule
        self.entry = entry
        self.name = name
        harm = entry.map { Harm($0, budget: budget) } ?? .medium
    }

    /// Whether functions of the workspace are told apart by having the effect: wrappers around locks.
    package var concernsLocks: Bool { entry.map { $0.acquires || $0.waits == .lock } ?? false }
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
