import ProgramModel
import SourceModel

/// Every rule that is data alone: a blocking effect of the catalogue, or of a marked function, in an async context.
enum BlockingCallInAsync: Rule {
    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var detections: [Detection] = []
        for (region, effects) in context.program.effects {
            guard let execution = context.program.contexts.context(of: region) else { continue }
            for (_, group) in Dictionary(grouping: effects, by: \.site) {
                detections += findings(at: group, in: execution, context, builder)
            }
        }
        return detections
    }

    /// One finding for each rule at a site; what is minor is left out beside what is not.
    private static func findings(
        at effects: [Effect], in execution: ExecutionContext, _ context: RuleContext, _ builder: DetectionBuilder
    ) -> [Detection] {
        var best: [RuleID: Detection] = [:]
        for effect in effects {
            guard let rule = rule(for: effect, context) else { continue }
            let candidate = builder.detection(rule, effect, in: execution)
            if let known = best[rule], !isBetter(candidate, than: known) { continue }
            best[rule] = candidate
        }
        // What the call does says more than that somebody marked it.
        if best.count > 1, best.contains(where: { $0.key != "blocking-in-async" && $0.value.confidence >= .likely }) {
            best["blocking-in-async"] = nil
        }
        let worst = best.values.filter { $0.confidence >= .likely }.map(\.severity).max() ?? .note
        return best.values.filter { $0.severity > .note || worst == .note || $0.path.count == 1 }
    }

    private static func isBetter(_ candidate: Detection, than known: Detection) -> Bool {
        let candidateIsLikely = candidate.confidence >= .likely
        let knownIsLikely = known.confidence >= .likely
        if candidateIsLikely != knownIsLikely { return candidateIsLikely }
        if candidate.severity != known.severity { return candidate.severity > known.severity }
        if candidate.path.count != known.path.count { return candidate.path.count < known.path.count }
        return candidate.message < known.message
    }

    /// The rule that speaks of an effect; `nil` when another rule has claimed its site.
    private static func rule(for effect: Effect, _ context: RuleContext) -> RuleID? {
        guard case .call(let call) = context.program.origin(of: effect) else { return effect.rule }
        let isDirect = effect.cause == nil
        if context.bridges[call] != nil { return isDirect ? nil : SyncOverAsync.id }
        if isDirect, effect.rule == LockInAsync.id, context.heldAcrossAwait.contains(call) { return nil }
        if effect.rule == LockInAsync.id, case .call(let site) = effect.site, context.heldAcrossAwait.contains(site) {
            return nil
        }
        return effect.rule
    }
}

extension Program {
    /// The blocking call at the end of an effect's path.
    func origin(of effect: Effect) -> Site {
        var current = effect
        var steps = 0
        while let cause = current.cause, let next = self[cause], steps < 10_000 {
            current = next
            steps += 1
        }
        return current.site
    }
}
