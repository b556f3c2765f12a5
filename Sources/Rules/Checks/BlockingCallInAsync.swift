import ProgramModel
import SourceModel

/// Every rule that is data alone: a blocking effect of the catalogue, or of a marked function, in an async context.
enum BlockingCallInAsync: Rule {
    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var detections: [Detection] = []
        for region in context.program.regions {
            guard let execution = context.program.contexts.context(of: region) else { continue }
            let effects = context.program.effects[region]
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
            var candidate = builder.detection(rule, effect, in: execution)
            if isMinor(effect, in: execution, context) { candidate.confidence = .possible }
            if let known = best[rule], !isBetter(candidate, than: known) { continue }
            best[rule] = candidate
        }
        // What the call does says more than that somebody marked it.
        if best.count > 1, best.contains(where: { $0.key != "blocking-in-async" && $0.value.confidence >= .likely }) {
            best["blocking-in-async"] = nil
        }
        let worst = best.values.filter { $0.confidence >= .likely }.map(\.severity).max() ?? .note
        let shown = best.values.filter { $0.severity > .note || worst == .note || $0.path.count == 1 }
        return shown.count > 1 && shown.allSatisfy { $0.path.count > 1 } ? worstOnly(shown) : Array(shown)
    }

    /// A helper that blocks in several ways is one thing to move away: the worst way speaks for all.
    private static func worstOnly(_ detections: [Detection]) -> [Detection] {
        let likely = detections.filter { $0.confidence >= .likely }
        let order = (likely.isEmpty ? detections : likely).sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            if left.confidence != right.confidence { return left.confidence > right.confidence }
            if left.path.count != right.path.count { return left.path.count < right.path.count }
            return left.rule < right.rule
        }
        return Array(order.prefix(1))
    }

    /// A short question to the file system, somewhere behind a helper, on a pool: true, and not worth anybody's time.
    private static func isMinor(_ effect: Effect, in execution: ExecutionContext, _ context: RuleContext) -> Bool {
        guard effect.cause != nil, execution.executor == .cooperativePool, let entry = effect.entry else {
            return false
        }
        return Harm(entry, budget: context.resolver.options.stallBudgetMilliseconds) == .low
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
        while let cause = current.cause, let next = effects[cause], steps < 10_000 {
            current = next
            steps += 1
        }
        return current.site
    }
}
