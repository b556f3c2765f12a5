import ProgramModel
import RuleCatalogue
import SourceModel

/// Runs every rule over a linked program.
package enum RuleEngine {
    /// - Parameter leastConfidence: what is less sure may be left out, which saves time.
    /// - Returns: what all rules found, ordered by file, place and rule; equal programs give equal lists.
    package static func detections(
        in program: Program, catalogue: Catalogue, atLeast leastConfidence: Confidence = .possible
    ) -> [Detection] {
        let bridges = BridgeFinder(program: program).bridges()
        let roles = LockRoles(program: program)
        let held = LockTracker.acquisitionsHeldAcrossAwait(in: program, roles: roles)
        let context = RuleContext(
            program: program, catalogue: catalogue, roles: roles, bridges: bridges,
            heldAcrossAwait: Set(held.map(\.call)), leastConfidence: leastConfidence)
        var detections: [Detection] = []
        for rule in registered { detections += rule.check(context) }
        detections += LockHeldAcrossAwait.detections(for: held, context)
        var seen: Set<Place> = []
        return detections.sorted(by: Detection.order).filter {
            seen.insert(Place(file: $0.file, anchor: $0.anchor, rule: $0.rule)).inserted
        }
    }

    /// One rule says one thing about a place.
    private struct Place: Hashable {
        var file: Int
        var anchor: Int
        var rule: RuleID
    }

    private static var registered: [any Rule.Type] {
        [
            BlockingCallInAsync.self, SyncOverAsync.self, LockInAsync.self, AsyncSiblingExists.self,
            IneffectiveOffload.self,
        ]
    }
}

extension Detection {
    static func order(_ left: Detection, _ right: Detection) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.anchor != right.anchor { return left.anchor < right.anchor }
        if left.rule != right.rule { return left.rule < right.rule }
        return left.callee < right.callee
    }
}
