import ProgramModel
import RuleCatalogue
import SourceModel

/// A raw lock in asynchronous code, and a critical section of an async context in which something blocks.
enum LockInAsync: Rule {
    static let id: RuleID = "lock-in-async"

    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var found: [CallReference: Int?] = [:]
        for call in context.roles.libraryCalls where isRawLock(call, context) { found[call] = .some(nil) }
        for region in context.program.regions where context.program.contexts.context(of: region) != nil {
            for (call, offset) in sectionsThatBlock(context.program.effects[region], context) { found[call] = offset }
        }
        return found.compactMap { call, during in detection(call, during, context, builder) }
    }

    private static func detection(
        _ call: CallReference, _ during: Int?, _ context: RuleContext, _ builder: DetectionBuilder
    ) -> Detection? {
        let body = BodyReference(call.file, context.index.call(call).body)
        guard !context.heldAcrossAwait.contains(call), let execution = context.program.contexts.context(of: body)
        else { return nil }
        let match = context.program.matcher.entry(of: call)
        let callee = match?.entry.declaration.text ?? context.symbol(of: call) ?? "lock()"
        var path = [
            Detection.Step(symbol: callee, file: call.file, offset: context.index.call(call).nameRange.start)
        ]
        var severity = Severity.warning
        if execution.executor != .cooperativePool { severity = severity.raised }
        if execution.isEntryPoint { severity = severity.lowered }
        var detection = builder.make(
            id, site: .call(call), callee: callee, api: match.map { builder.libraryName($0.entry) } ?? callee,
            in: execution, severity: severity,
            confidence: match?.confidence ?? .likely, path: path, waits: "a lock",
            advice: during == nil
                ? "Use an actor, or `withLock { }` around a few loads and stores"
                : "Take the blocking call out of the critical section")
        if let during {
            path.append(
                Detection.Step(
                    symbol: "this call blocks while the lock is held", file: call.file, offset: during, isRemark: true))
        }
        detection.path = path
        return detection
    }

    /// A momentary lock that is taken by name in an asynchronous body itself.
    private static func isRawLock(_ reference: CallReference, _ context: RuleContext) -> Bool {
        let call = context.index.call(reference)
        guard call.awaits == .none, context.program.contexts.isAsynchronous(BodyReference(reference.file, call.body)),
            let entry = context.program.matcher.entry(of: reference)?.entry
        else { return false }
        return entry.acquires && entry.isMomentaryLock && entry.latency?.p99 != 0
    }

    /// Lock calls in whose critical section one of some effects happens, with the place of the effect.
    private static func sectionsThatBlock(
        _ effects: [Effect], _ context: RuleContext
    ) -> [(CallReference, Int)] {
        var result: [(CallReference, Int)] = []
        var offsets: [BodyReference: Set<Int>] = [:]
        let builder = DetectionBuilder(context: context)
        for effect in effects where blocks(effect, context) {
            let body = context.resolver.body(of: effect.site)
            let place = builder.place(of: effect.site).start
            offsets[body, default: []].insert(place)
            if let scoped = scopedLock(around: body, context) { result.append((scoped, place)) }
        }
        for (body, places) in offsets
        where context.roles.mayLock(file: body.file) {
            let held = LockTracker.acquisitionsHeld(at: places, in: body, of: context.program, roles: context.roles)
            result += held.filter { !places.contains(context.index.call($0.call).nameRange.start) }
                .map { ($0.call, $0.during) }
        }
        return result
    }

    private static func blocks(_ effect: Effect, _ context: RuleContext) -> Bool {
        guard effect.confidence >= .likely, effect.rule != id, let entry = effect.entry else { return false }
        return Harm(entry, budget: context.resolver.options.stallBudgetMilliseconds) > .low
    }

    /// The `withLock` call that a body is the closure of, or is inside of.
    private static func scopedLock(around body: BodyReference, _ context: RuleContext) -> CallReference? {
        var current = body
        var steps = 0
        while steps < 100 {
            steps += 1
            let candidate = context.index.body(current)
            guard case .closure(let form) = candidate.kind,
                context.program.contexts.closures.placement(of: current) == .inline
            else { return nil }
            if case .argument(let id, _) = form.use {
                let call = CallReference(current.file, id)
                if context.program.matcher.entry(of: call)?.entry.scope == true { return call }
            }
            guard let parent = candidate.parent else { return nil }
            current = BodyReference(current.file, parent)
        }
        return nil
    }
}
