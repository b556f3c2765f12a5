import ProgramModel
import RuleCatalogue
import Rules
import SourceModel

/// Finds what could be written instead of a blocking call.
///
/// Must not do I/O and must not trap. A fix that may not compile is refused with a reason, so what is offered still
/// needs to be analysed again, but never to be repaired by hand.
package struct FixFinder {
    private let program: Program
    private let sendability: Sendability

    package init(_ program: Program) {
        self.program = program
        sendability = Sendability(program)
    }

    /// - Parameters:
    ///   - detection: of the program that the finder was made for.
    ///   - target: the detection's file.
    package func outcome(for detection: Detection, in target: FixTarget) -> FixOutcome {
        var outcome = FixOutcome(drafts: [], refusals: [])
        do throws(FixRefusal) {
            guard let place = detection.site else { throw FixRefusal("nothing is called there") }
            let site = try BlockingSite(place, in: program, target)
            for candidate in try candidates(for: detection, site) {
                do throws(FixRefusal) {
                    outcome.drafts.append(try draft(candidate, site, target))
                } catch {
                    outcome.refusals.append(error.reason)
                }
            }
        } catch {
            outcome.refusals.append(error.reason)
        }
        return outcome
    }

    /// What may take the place of a call.
    private enum Candidate {
        case sibling
        case overload
        case effectiveOffload
        case scopedLock
        case queueHop
        case replacement(EffectEntry, form: String)
        case offload
    }

    private func draft(
        _ candidate: Candidate, _ site: BlockingSite, _ target: FixTarget
    ) throws(FixRefusal) -> FixDraft {
        switch candidate {
        case .sibling: try AsyncSibling(program: program, target: target, site: site).draft()
        case .effectiveOffload:
            try EffectiveOffload(program: program, target: target, sendability: sendability, site: site).draft()
        case .scopedLock: try ScopedLock(program: program, target: target, site: site).draft()
        case .queueHop: try QueueHop(program: program, target: target, sendability: sendability, site: site).draft()
        case .overload: try AsyncOverload(program: program, target: target, site: site).draft()
        case .replacement(let entry, let form):
            try AsyncReplacement(program: program, target: target, site: site, entry: entry).draft(form)
        case .offload:
            try Offload(program: program, target: target, sendability: sendability, site: site).draft()
        }
    }

    /// The fixes that fit the rule, the best one first.
    private func candidates(for detection: Detection, _ site: BlockingSite) throws(FixRefusal) -> [Candidate] {
        switch detection.rule {
        case "async-sibling-exists":
            try checkIsAsynchronous(site)
            return [.sibling]
        case "ineffective-offload": return [.effectiveOffload]
        case "lock-in-async": return [.scopedLock]
        case "lock-held-across-await":
            throw FixRefusal("what the lock guards across the suspension is for a person to say")
        case "sync-over-async": throw FixRefusal("the function and its callers have to become `async`")
        case "busy-wait-in-async": throw FixRefusal("whoever makes the change has to tell of it")
        default: break
        }
        try checkIsAsynchronous(site)
        var candidates: [Candidate] = []
        let entry = directEntry(of: detection, site)
        if let entry, entry.asyncOverload { candidates.append(.overload) }
        if let entry, let form = entry.asyncForm { candidates.append(.replacement(entry, form: form)) }
        if detection.rule == "dispatch-sync-in-async", entry != nil { candidates.append(.queueHop) }
        if let entry, entry.threadBound { throw FixRefusal("the call belongs to the thread that makes it") }
        // Nobody sleeps on a thread of its own, and what has an async form needs no thread.
        let isWait = entry.map { $0.asyncForm != nil && ($0.waits == .time || $0.waits == .futureWork) } ?? false
        if !isWait { candidates.append(.offload) }
        return candidates
    }

    /// The catalogue's entry of the flagged call, when that call is the blocking API itself.
    private func directEntry(of detection: Detection, _ site: BlockingSite) -> EffectEntry? {
        guard detection.path.count == 1 else { return nil }
        return program.effects[program.contexts.region(of: site.body)].first {
            $0.site == site.site && $0.cause == nil && $0.rule == detection.rule
        }?.entry
    }

    /// A closure without an `await` that the standard library takes as an asynchronous one.
    private func isAsynchronous(_ form: ClosureForm, in file: Int) -> Bool {
        guard case .argument(let id, let index) = form.use else { return false }
        let summary = program.files[file].summary
        let call = summary.calls[id.index]
        return Self.takingAsyncClosures.contains(call.baseName(in: summary))
            && call.arguments.indices.contains(index) && call.arguments[index].label != "onCancel"
    }

    private static let takingAsyncClosures: Set<String> = [
        "withTaskCancellationHandler", "withTaskGroup", "withThrowingTaskGroup", "withDiscardingTaskGroup",
        "withThrowingDiscardingTaskGroup", "withTaskExecutorPreference",
    ]

    /// The innermost function or closure around the call must be asynchronous itself.
    private func checkIsAsynchronous(_ site: BlockingSite) throws(FixRefusal) {
        if program.contexts.region(of: site.body) == site.body, program.contexts.isAsynchronous(site.body) { return }
        if case .closure(let form) = program.index.body(site.body).kind {
            if isAsynchronous(form, in: site.body.file) { return }
            throw FixRefusal("the closure around the call is synchronous")
        }
        let name = program.resolver.symbol(around: site.body).name
        throw FixRefusal("`\(name)` is synchronous: make it `async`")
    }
}
