import ProgramModel
import RuleCatalogue
import SourceModel

/// Runs every rule over a linked program.
package enum RuleEngine {
    /// - Returns: what all rules found, ordered by file, place and rule; equal programs give equal lists.
    package static func detections(in program: Program, catalogue: Catalogue) -> [Detection] {
        let bridges = BridgeFinder(program: program).bridges()
        let held = LockTracker.acquisitionsHeldAcrossAwait(in: program)
        let context = RuleContext(
            program: program, catalogue: catalogue, bridges: bridges, heldAcrossAwait: Set(held.map(\.call)))
        var detections: [Detection] = []
        for rule in registered { detections += rule.check(context) }
        detections += LockHeldAcrossAwait.detections(for: held, context)
        return detections.sorted(by: Detection.order)
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
