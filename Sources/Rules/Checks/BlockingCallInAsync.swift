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

    /// What could be said of an effect; put into words only when it is said, because words cost most.
    private struct Candidate {
        var rule: RuleID
        var effect: Effect
        var severity: Severity
        var confidence: Confidence
        /// Links of the evidence path.
        var links: Int
        var isLikely: Bool { confidence >= .likely }
    }

    /// One finding for each rule at a site; what is minor is left out beside what is not.
    private static func findings(
        at effects: [Effect], in execution: ExecutionContext, _ context: RuleContext, _ builder: DetectionBuilder
    ) -> [Detection] {
        var best: [RuleID: Candidate] = [:]
        for effect in effects {
            guard let rule = rule(for: effect, context) else { continue }
            let isMinor = isMinor(effect, in: execution, context)
            let candidate = Candidate(
                rule: rule, effect: effect, severity: builder.severity(rule, effect, in: execution),
                confidence: isMinor ? .possible : effect.confidence, links: context.program.links(of: effect))
            if let known = best[rule], !isBetter(candidate, than: known, in: execution, builder) { continue }
            best[rule] = candidate
        }
        // What the call does says more than that somebody marked it.
        if best.count > 1, best.contains(where: { $0.key != "blocking-in-async" && $0.value.isLikely }) {
            best["blocking-in-async"] = nil
        }
        let worst = best.values.filter(\.isLikely).map(\.severity).max() ?? .note
        var shown = best.values.filter { $0.severity > .note || worst == .note || $0.links == 1 }
        if shown.count > 1, shown.allSatisfy({ $0.links > 1 }) { shown = worstOnly(shown) }
        return shown.filter { $0.confidence >= context.leastConfidence }.map { candidate in
            var detection = builder.detection(candidate.rule, candidate.effect, in: execution)
            detection.confidence = candidate.confidence
            return detection
        }
    }

    /// A helper that blocks in several ways is one thing to move away: the worst way speaks for all.
    private static func worstOnly(_ candidates: [Candidate]) -> [Candidate] {
        let likely = candidates.filter(\.isLikely)
        let order = (likely.isEmpty ? candidates : likely).sorted { left, right in
            if left.severity != right.severity { return left.severity > right.severity }
            if left.confidence != right.confidence { return left.confidence > right.confidence }
            if left.links != right.links { return left.links < right.links }
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

    private static func isBetter(
        _ candidate: Candidate, than known: Candidate, in execution: ExecutionContext, _ builder: DetectionBuilder
    ) -> Bool {
        if candidate.isLikely != known.isLikely { return candidate.isLikely }
        if candidate.severity != known.severity { return candidate.severity > known.severity }
        if candidate.links != known.links { return candidate.links < known.links }
        let message = { builder.detection($0, $1, in: execution).message }
        return message(candidate.rule, candidate.effect) < message(known.rule, known.effect)
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

    /// How many places an effect's evidence path has.
    func links(of effect: Effect) -> Int {
        var current = effect
        var count = 1
        while let cause = current.cause, let next = effects[cause], count < 1_000 {
            current = next
            count += 1
        }
        return count
    }
}
