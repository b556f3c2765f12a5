import RuleCatalogue
import SourceModel

/// Finds loops that do nothing but look again until someone else changes something.
struct PollingLoops {
    let resolver: Resolver
    let matcher: EffectMatcher
    private let depth = DepthLimit(8)

    init(resolver: Resolver, matcher: EffectMatcher) {
        self.resolver = resolver
        self.matcher = matcher
    }

    /// In the order of files and of text.
    /// - Parameter only: the files whose loops are wanted; `nil` for all.
    func all(only: Set<Int>? = nil) -> [LoopReference] {
        var result: [LoopReference] = []
        for file in resolver.index.files.indices where only?.contains(file) ?? true {
            for position in resolver.index.files[file].summary.bodies.indices {
                let body = BodyReference(file, BodyID(position))
                collect(resolver.index.body(body).steps, body, &result)
            }
        }
        return result
    }

    private func collect(_ steps: [Step], _ body: BodyReference, _ result: inout [LoopReference]) {
        for step in steps {
            switch step {
            case .loop(let loop):
                if polls(loop, body.file) {
                    result.append(LoopReference(body: body, keywordRange: loop.keywordRange))
                } else {
                    collect(loop.body, body, &result)
                }
            case .branch(let arms): for arm in arms { collect(arm, body, &result) }
            case .scope(let inner), .deferred(let inner): collect(inner, body, &result)
            case .call, .read, .suspension, .assignment, .exit: continue
            }
        }
    }

    /// A `while` or `repeat` that looks at what others change, and whose body at most waits a little.
    private func polls(_ loop: Loop, _ file: Int) -> Bool {
        guard loop.kind == .while || loop.kind == .repeatWhile, !loop.conditionExpressions.isEmpty else {
            return false
        }
        let summary = resolver.index.files[file].summary
        var waits = false
        guard onlyWaits(loop.body, file, &waits), onlyLooks(loop.condition, file) else { return false }
        // A question that blocks until there is news is told as what it is.
        guard !loop.condition.contains(where: { blocks($0, file) }) else { return false }
        if isEndless(loop, summary) { return waits && looksAndLeaves(loop.body) }
        return looksAtShared(loop, file, waits)
    }

    private func blocks(_ step: Step, _ file: Int) -> Bool {
        switch step {
        case .call(let call):
            guard let entry = matcher.match(CallReference(file, call), from: CallerFacts())?.entry else { return false }
            return entry.isReportable && Harm(entry, budget: resolver.options.stallBudgetMilliseconds) > .low
        case .branch(let arms): return arms.contains { $0.contains { blocks($0, file) } }
        case .scope(let inner): return inner.contains { blocks($0, file) }
        case .read, .suspension, .assignment, .loop, .deferred, .exit: return false
        }
    }

    private func isEndless(_ loop: Loop, _ summary: FileSummary) -> Bool {
        loop.conditionExpressions.contains { id in
            if case .boolean(true) = summary[id] { return true }
            return false
        }
    }

    /// `while true { if done { break }; … }`
    private func looksAndLeaves(_ steps: [Step]) -> Bool {
        steps.contains { step in
            switch step {
            case .branch(let arms): return arms.contains { $0.contains { $0.isExit } || looksAndLeaves($0) }
            case .scope(let inner): return inner.contains { $0.isExit } || looksAndLeaves(inner)
            default: return false
            }
        }
    }

    // MARK: The condition

    private func looksAtShared(_ loop: Loop, _ file: Int, _ waits: Bool) -> Bool {
        let summary = resolver.index.files[file].summary
        var pending = loop.conditionExpressions
        var budget = 200
        while let id = pending.popLast(), budget > 0 {
            budget -= 1
            switch summary[id] {
            case .name, .member: return true
            case .call(let call):
                let reference = CallReference(file, call)
                let name = summary.calls[call.index].baseName(in: summary)
                if ["load", "try", "tryLock", "withLockIfAvailable", "trylock"].contains(name) { return true }
                if case .functions = resolver.resolve(reference).target {
                    if looks(reference) { return true }
                } else if waits {
                    return true
                }
            case .local(let local): if isChangedElsewhere(local, summary) { return true }
            case .operators(let operands, _): pending += operands
            case .unary(_, let inner), .unwrap(let inner), .optionalTry(let inner): pending.append(inner)
            default: continue
            }
        }
        return false
    }

    /// A call that only asks: an atomic, a lock that is tried, a function that changes nothing, or one outside the
    /// workspace that is given nothing to change.
    private func looks(_ call: CallReference) -> Bool {
        let site = index(call)
        guard site.awaits == .none, !site.arguments.contains(where: \.isInOut) else { return false }
        guard depth.enter() else { return false }
        defer { depth.leave() }
        switch resolver.resolve(call).target {
        case .functions(let functions): return functions.allSatisfy { onlyLooks($0) }
        case .external, .enumCase: return true
        case .implicitInitializer, .closure, .parameter, .property, .unknown: return false
        }
    }

    /// A function that changes nothing itself.
    private func onlyLooks(_ function: FunctionReference) -> Bool {
        guard let body = resolver.index.function(function).body else { return false }
        return onlyLooks(resolver.index.body(BodyReference(function.file, body)).steps, function.file)
    }

    private func onlyLooks(_ steps: [Step], _ file: Int) -> Bool {
        let summary = resolver.index.files[file].summary
        return steps.allSatisfy { step in
            switch step {
            case .read(let read):
                return !summary.reads[read.index].isWrite && summary.reads[read.index].awaits == .none
            case .call(let call): return looks(CallReference(file, call))
            case .branch(let arms): return arms.allSatisfy { onlyLooks($0, file) }
            case .scope(let inner): return onlyLooks(inner, file)
            case .exit: return true
            case .suspension, .assignment, .loop, .deferred: return false
            }
        }
    }

    /// A variable that a closure sets, which may run at the same time.
    private func isChangedElsewhere(_ local: LocalID, _ summary: FileSummary) -> Bool {
        summary.locals[local.index].isMutable
            && summary.bodies.contains { body in
                guard case .closure = body.kind else { return false }
                return assigns(local, body.steps, summary)
            }
    }

    private func assigns(_ local: LocalID, _ steps: [Step], _ summary: FileSummary) -> Bool {
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

    // MARK: The body

    /// - Parameter waits: set when something in the body sleeps or yields.
    private func onlyWaits(_ steps: [Step], _ file: Int, _ waits: inout Bool) -> Bool {
        let summary = resolver.index.files[file].summary
        for step in steps {
            switch step {
            case .read(let read):
                if summary.reads[read.index].isWrite || summary.reads[read.index].awaits != .none { return false }
            case .call(let call):
                guard isWait(CallReference(file, call), &waits) else { return false }
            case .scope(let inner): guard onlyWaits(inner, file, &waits) else { return false }
            case .branch(let arms):
                guard arms.allSatisfy({ $0.isEmpty || $0.allSatisfy(\.isLeaving) }) else { return false }
            case .exit(.continue): continue
            case .exit, .suspension, .assignment, .loop, .deferred: return false
            }
        }
        return true
    }

    private func isWait(_ call: CallReference, _ waits: inout Bool) -> Bool {
        let summary = resolver.index.files[call.file].summary
        let name = index(call).baseName(in: summary)
        if ["seconds", "milliseconds", "microseconds", "nanoseconds", "timespec", "now"].contains(name) { return true }
        let isPause: Bool
        switch name {
        case "sched_yield", "pthread_yield_np": isPause = true
        case "sleep", "usleep", "nanosleep":
            isPause = index(call).awaits == .none && !isOwnFunction(call)
        default: isPause = false
        }
        if isPause { waits = true }
        return isPause
    }

    private func isOwnFunction(_ call: CallReference) -> Bool {
        if case .functions = resolver.resolve(call).target { return true }
        return false
    }

    private func index(_ call: CallReference) -> Call { resolver.index.call(call) }
}

extension Step {
    fileprivate var isExit: Bool {
        if case .exit = self { return true }
        return false
    }

    /// Part of an arm that only leaves the loop.
    fileprivate var isLeaving: Bool {
        switch self {
        case .exit: true
        case .scope(let inner): inner.allSatisfy(\.isLeaving)
        default: false
        }
    }
}

/// Counts how deep calls are followed into one another.
private final class DepthLimit {
    private var left: Int

    init(_ limit: Int) { left = limit }

    func enter() -> Bool {
        guard left > 0 else { return false }
        left -= 1
        return true
    }

    func leave() { left += 1 }
}
