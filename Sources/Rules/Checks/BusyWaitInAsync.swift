import ProgramModel
import RuleCatalogue
import SourceModel

/// A loop that does nothing but look again until something else changes.
enum BusyWaitInAsync: Rule {
    static let id: RuleID = "busy-wait-in-async"

    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var detections: [Detection] = []
        for file in context.program.files.indices {
            for position in context.program.files[file].summary.bodies.indices {
                let body = BodyReference(file, BodyID(position))
                let loops = pollingLoops(in: context.index.body(body).steps, file, context)
                guard !loops.isEmpty, let execution = context.program.contexts.context(of: body) else { continue }
                for loop in loops {
                    let step = Detection.Step(symbol: "loop", file: file, offset: loop.keywordRange.start)
                    let severity: Severity = execution.executor == .cooperativePool ? .warning : .error
                    detections.append(
                        builder.make(
                            id, file: file, range: loop.keywordRange, callee: "loop", api: "busy wait",
                            in: execution, severity: severity, confidence: .likely, path: [step], waits: "",
                            advice: "Await the change: a continuation, an `AsyncStream`, or an async event"))
                }
            }
        }
        return detections
    }

    private static func pollingLoops(in steps: [Step], _ file: Int, _ context: RuleContext) -> [Loop] {
        var found: [Loop] = []
        for step in steps {
            switch step {
            case .loop(let loop):
                if polls(loop, file, context) {
                    found.append(loop)
                } else {
                    found += pollingLoops(in: loop.body, file, context)
                }
            case .branch(let arms): for arm in arms { found += pollingLoops(in: arm, file, context) }
            case .scope(let inner), .deferred(let inner): found += pollingLoops(in: inner, file, context)
            case .call, .read, .suspension, .assignment, .exit: continue
            }
        }
        return found
    }

    /// A `while` or `repeat` over a condition that others must change, whose body only waits a little or nothing.
    private static func polls(_ loop: Loop, _ file: Int, _ context: RuleContext) -> Bool {
        guard loop.kind == .while || loop.kind == .repeatWhile, !loop.conditionExpressions.isEmpty,
            readsSharedState(loop, file, context)
        else { return false }
        return onlyWaits(loop.body, file, context) && onlyWaits(loop.condition, file, context, isCondition: true)
    }

    /// Whether the condition looks at something that is not this code's own local counter.
    private static func readsSharedState(_ loop: Loop, _ file: Int, _ context: RuleContext) -> Bool {
        let summary = context.program.files[file].summary
        var pending = loop.conditionExpressions
        var steps = 0
        while let id = pending.popLast(), steps < 200 {
            steps += 1
            switch summary[id] {
            case .name, .member: return true
            case .call(let call):
                let name = summary.calls[call.index].baseName(in: summary)
                if ["load", "try", "tryLock", "withLockIfAvailable", "isEmpty", "contains"].contains(name) { return true }
                if summary.calls[call.index].arguments.isEmpty { return true }
            case .local(let local):
                if summary.locals[local.index].isMutable, isChangedElsewhere(local, summary) { return true }
            case .operators(let operands, _): pending += operands
            case .unary(_, let inner), .unwrap(let inner), .optionalTry(let inner): pending.append(inner)
            default: continue
            }
        }
        return false
    }

    private static func isChangedElsewhere(_ local: LocalID, _ summary: FileSummary) -> Bool {
        summary.bodies.contains { body in
            guard body.parent != nil, case .closure = body.kind else { return false }
            return assigns(local, body.steps, summary)
        }
    }

    private static func assigns(_ local: LocalID, _ steps: [Step], _ summary: FileSummary) -> Bool {
        steps.contains { step in
            switch step {
            case .assignment(let target, _):
                if case .local(local) = summary[target] { return true }
                return false
            case .scope(let inner), .deferred(let inner): return assigns(local, inner, summary)
            case .branch(let arms): return arms.contains { assigns(local, $0, summary) }
            case .loop(let loop): return assigns(local, loop.body, summary)
            case .call, .read, .suspension, .exit: return false
            }
        }
    }

    /// Whether steps do nothing but sleep, yield, pause or look.
    private static func onlyWaits(
        _ steps: [Step], _ file: Int, _ context: RuleContext, isCondition: Bool = false
    ) -> Bool {
        let summary = context.program.files[file].summary
        return steps.allSatisfy { step in
            switch step {
            case .read: return true
            case .call(let call):
                let reference = CallReference(file, call)
                let name = summary.calls[call.index].baseName(in: summary)
                if isCondition {
                    return summary.calls[call.index].awaits == .none
                }
                if name == "yield", summary.calls[call.index].awaits != .none { return true }
                if ["sched_yield", "pthread_yield", "hint_spin", "pause"].contains(name) { return true }
                return context.program.matcher.entry(of: reference)?.entry.waits == .time || isDuration(name)
            case .scope(let inner): return onlyWaits(inner, file, context)
            case .branch(let arms): return arms.allSatisfy { $0.isEmpty }
            case .suspension, .assignment, .loop, .deferred, .exit: return false
            }
        }
    }

    private static func isDuration(_ name: String) -> Bool {
        ["seconds", "milliseconds", "microseconds", "nanoseconds", "timespec", "now"].contains(name)
    }
}
