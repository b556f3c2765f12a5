import ProgramModel
import RuleCatalogue
import Rules
import SourceModel

/// Finds what could be written instead of a blocking call.
///
/// Must not do I/O and must not trap. A fix that may not compile is refused with a reason, so what is offered still
/// needs to be analysed again, but never to be repaired by hand.
package struct FixFinder {
    let program: Program
    let targets: FixTargets
    private let sendability: Sendability
    /// What is reported in each file.
    private let detections: [Int: [Detection]]

    /// - Parameters:
    ///   - targets: files that fixes may change beside the finding's own.
    ///   - detections: all that are to be mended, so that those that stand side by side can be mended together.
    package init(_ program: Program, targets: FixTargets, detections: [Detection] = []) {
        self.program = program
        self.targets = targets
        self.detections = Dictionary(grouping: detections, by: \.file)
        sendability = Sendability(program)
    }

    /// - Parameters:
    ///   - detection: of the program that the finder was made for.
    ///   - target: the detection's file.
    package func outcome(for detection: Detection, in target: FixTarget) -> FixOutcome {
        var outcome = FixOutcome(drafts: [], refusals: [])
        do throws(FixRefusal) {
            guard let place = detection.site else { throw FixRefusal("nothing is called there") }
            if case .loop(let loop) = place {
                outcome.drafts.append(try SuspendingPoll(program: program, target: target, loop: loop).draft())
                return outcome
            }
            let site = try BlockingSite(place, in: program, target)
            var isMended = false
            for candidate in try candidates(for: detection, site, target) {
                // Nobody lends where there is another way; one that changes other functions may still fail.
                if candidate.lends, isMended { continue }
                do throws(FixRefusal) {
                    outcome.drafts.append(try draft(candidate, site, target))
                    if case .alongTheWay = candidate { continue }
                    isMended = true
                } catch {
                    if candidate.isExtra { continue }
                    if !candidate.lends { outcome.refusals.append(error.reason) }
                }
            }
        } catch {
            outcome.refusals.append(error.reason)
        }
        return outcome
    }

    /// What may take the place of a call.
    enum Candidate {
        case sibling
        case overload
        case effectiveOffload
        case scopedLock
        case narrowedLock
        case suspendingLock
        case bridge(BlockingSite)
        case queueHop(lends: Bool)
        case replacement(EffectEntry, form: String)
        /// Moves the statement together with those beside it.
        case neighbours
        case offload(lends: Bool)
        /// Moves a call together with the closures that it runs.
        case whole(BlockingSite, lends: Bool)
        /// Moves the body of a continuation's closure.
        case continuation(lends: Bool)
        case teardown(EffectEntry?)
        case outsideSetUp
        /// What is deferred is awaited at the ways out of its block, with the first of these that fits.
        indirect case awaitedCleanup([Candidate], BlockingSite)
        /// Moves everything that is done under a lock.
        case lockedSection
        /// The first of several that fits moves a call that takes a lock and gives it up.
        indirect case scopeOfLock([Candidate])
        /// The first of several that fits.
        indirect case alongTheWay([Candidate])
        /// The first of the others that fits, in a synchronous function that becomes `async` with its callers.
        indirect case converted([Candidate], BlockingSite)

        /// Why it does not fit is of no interest: it is only for places of its own kind.
        var isExtra: Bool {
            switch self {
            case .neighbours, .lockedSection: true
            default: false
            }
        }

        var lends: Bool {
            switch self {
            case .offload(let lends), .whole(_, let lends), .continuation(let lends), .queueHop(let lends): lends
            default: false
            }
        }
    }

    private func draft(
        _ candidate: Candidate, _ site: BlockingSite, _ target: FixTarget
    ) throws(FixRefusal) -> FixDraft {
        switch candidate {
        case .sibling: try AsyncSibling(program: program, target: target, site: site).draft()
        case .effectiveOffload:
            try EffectiveOffload(program: program, target: target, sendability: sendability, site: site).draft()
        case .narrowedLock: try NarrowedLock(program: program, target: target, site: site).draft()
        case .suspendingLock: try SuspendingLock(program: program, target: target, site: site).draft()
        case .bridge(let place):
            try AwaitedBridge(
                program: program, target: try targets.target(place.site.file), targets: targets,
                sendability: sendability, site: place
            ).draft()
        case .scopedLock: try ScopedLock(program: program, target: target, site: site).draft()
        case .queueHop(let lends):
            try QueueHop(
                program: program, target: target, sendability: sendability, site: site, lends: lends
            ).draft()
        case .overload: try AsyncOverload(program: program, target: target, site: site).draft()
        case .replacement(let entry, let form):
            try AsyncReplacement(program: program, target: target, site: site, entry: entry).draft(form)
        case .neighbours:
            try Neighbours(
                program: program, target: target, sendability: sendability, site: site,
                others: try others(in: target, site)
            ).draft()
        case .offload(let lends):
            try Offload(program: program, target: target, sendability: sendability, site: site, lends: lends).draft()
        case .whole(let call, let lends):
            try Offload(
                program: program, target: try targets.target(call.site.file), sendability: sendability, site: call,
                copiesVariables: belongsToActor(call), lends: lends
            ).draft()
        case .continuation(let lends):
            try ContinuationBody(
                program: program, target: target, sendability: sendability, site: site, lends: lends
            ).draft()
        case .teardown(let entry):
            try TeardownBlock(
                program: program, target: target, sendability: sendability, site: site, entry: entry
            ).draft()
        case .outsideSetUp:
            try OutsideSetUp(program: program, target: target, sendability: sendability, site: site).draft()
        case .awaitedCleanup(let candidates, let place):
            try AwaitedCleanup(program: program, target: try targets.target(place.site.file), site: place)
                .draft(try first(of: candidates, place, try targets.target(place.site.file)))
        case .lockedSection:
            try LockedSection(program: program, target: target, sendability: sendability, site: site).draft()
        case .scopeOfLock(let candidates):
            try first(of: candidates, site, target).adding(reason: LockedSection.reason)
        case .alongTheWay(let candidates): try first(of: candidates, site, target)
        case .converted(let candidates, let place): try converted(candidates, place)
        }
    }

    /// Awaits what a synchronous function waits for, and lets its callers await the function.
    private func converted(_ candidates: [Candidate], _ site: BlockingSite) throws(FixRefusal) -> FixDraft {
        guard case .function(let function) = program.index.kind(of: site.body) else {
            throw FixRefusal("the closure around the call is synchronous")
        }
        var conversion = AsyncConversion(program: program, targets: targets, sendability: sendability, site: site)
        try conversion.convert(FunctionReference(site.body.file, function))
        let inner = try first(of: candidates, site, try targets.target(site.body.file))
        return FixDraft(
            title: inner.title + ", in a function that becomes `async`", style: inner.style,
            reasons: [conversion.reason] + inner.reasons, rewrites: inner.rewrites + conversion.rewrites)
    }

    private func first(
        of candidates: [Candidate], _ site: BlockingSite, _ target: FixTarget
    ) throws(FixRefusal) -> FixDraft {
        var refusal = FixRefusal("nothing may take the place of the call")
        for candidate in candidates {
            do throws(FixRefusal) {
                return try draft(candidate, site, target)
            } catch {
                if !candidate.lends, !candidate.isExtra { refusal = error }
            }
        }
        throw refusal
    }

    /// The fixes that fit the rule, the best one first.
    private func candidates(
        for detection: Detection, _ site: BlockingSite, _ target: FixTarget
    ) throws(FixRefusal) -> [Candidate] {
        switch detection.rule {
        case "async-sibling-exists":
            try checkIsAsynchronous(site)
            return [.sibling]
        case "ineffective-offload": return [.effectiveOffload]
        case "lock-in-async":
            let isAsynchronous = AsynchronousCode(program: program).contains(site.body)
            let ways = lockWithoutThread(site)
            return [.scopedLock] + (isAsynchronous ? [.lockedSection] : [])
                + (ways.isEmpty ? scopeOfLock(site, target, isAsynchronous: isAsynchronous) : ways)
        case "lock-held-across-await": return [.narrowedLock, .suspendingLock]
        case "sync-over-async":
            if detection.path.count == 1 { return [.bridge(site)] }
            return bridgeInHelper(site) + (try awaiting(detection.rule, site, isDirect: false))
        case "busy-wait-in-async": throw FixRefusal("whoever makes the change has to tell of it")
        default: break
        }
        if AsynchronousCode(program: program).contains(site.body) {
            let candidates = try awaiting(detection.rule, site, isDirect: detection.path.count == 1)
            return candidates.filter { !$0.lends } + inHelper(detection, site) + candidates.filter(\.lends)
        }
        if case .closure = program.index.kind(of: site.body) {
            let calls = try whole(detection.rule, site, target, isDirect: detection.path.count == 1)
            return Array(calls.prefix(1)) + inHelper(detection, site) + calls.dropFirst()
        }
        guard case .function = program.index.kind(of: site.body) else {
            throw FixRefusal("the code around the call is synchronous")
        }
        return [.converted(try awaiting(detection.rule, site, isDirect: detection.path.count == 1), site)]
    }

    /// What may take the place of a call where something may be awaited.
    func awaiting(_ rule: RuleID, _ site: BlockingSite, isDirect: Bool) throws(FixRefusal) -> [Candidate] {
        var candidates: [Candidate] = []
        let entry = isDirect ? effect(of: rule, site, isDirect: true)?.entry : nil
        if site.node.deferral != nil, !site.awaitsDeferred {
            return [.teardown(entry), .outsideSetUp]
                + (try awaitedCleanup(site) { place throws(FixRefusal) in
                    try awaiting(rule, place, isDirect: isDirect).filter {
                        if case .neighbours = $0 { false } else { true }
                    }
                })
        }
        if rule == "future-wait-in-async", entry?.typeName == "DispatchSemaphore" { candidates.append(.suspendingLock) }
        if let entry, entry.asyncOverload { candidates.append(.overload) }
        if let entry, let form = entry.asyncForm { candidates.append(.replacement(entry, form: form)) }
        let isSync = rule == "dispatch-sync-in-async" && entry != nil
        if isSync { candidates.append(.queueHop(lends: false)) }
        if let entry, entry.threadBound { throw FixRefusal("the call belongs to the thread that makes it") }
        // Nobody sleeps on a thread of its own, and what has an async form needs no thread.
        let isWait = entry.map { $0.asyncForm != nil && ($0.waits == .time || $0.waits == .futureWork) } ?? false
        if !isWait {
            if candidates.isEmpty { candidates.append(.neighbours) }
            candidates.append(.offload(lends: false))
        }
        if isSync { candidates.append(.queueHop(lends: true)) }
        if !isWait { candidates.append(.offload(lends: true)) }
        if !isWait, !site.awaitsDeferred { candidates.append(.lockedSection) }
        return candidates
    }

    /// Asynchronous code may await what it defers at the ways out of the block.
    private func awaitedCleanup(
        _ site: BlockingSite, _ candidates: (BlockingSite) throws(FixRefusal) -> [Candidate]
    ) throws(FixRefusal) -> [Candidate] {
        guard AsynchronousCode(program: program).contains(site.body) else { return [] }
        var place = site
        place.awaitsDeferred = true
        return [.awaitedCleanup(try candidates(place), place)]
    }

    /// Rules whose fixes are not those of a call that waits.
    private static let ownCandidates: Set<RuleID> = [
        "async-sibling-exists", "busy-wait-in-async", "ineffective-offload", "lock-held-across-await", "lock-in-async",
        "sync-over-async",
    ]

    /// The other reported calls of the file that would be moved to another thread as well.
    private func others(in target: FixTarget, _ site: BlockingSite) throws(FixRefusal) -> [BlockingSite] {
        var others: [BlockingSite] = []
        for detection in detections[site.site.file] ?? [] {
            guard let other = detection.site, other != site.site, !Self.ownCandidates.contains(detection.rule),
                let place = try? BlockingSite(other, in: program, target), place.body == site.body,
                let candidates = try? awaiting(detection.rule, place, isDirect: detection.path.count == 1),
                case .neighbours? = candidates.first
            else { continue }
            others.append(place)
        }
        return others
    }

    /// What blocks stands in a closure that cannot suspend: the call that runs the closure moves.
    func whole(
        _ rule: RuleID, _ site: BlockingSite, _ target: FixTarget, isDirect: Bool
    ) throws(FixRefusal) -> [Candidate] {
        if isDirect, effect(of: rule, site, isDirect: true)?.entry?.threadBound == true {
            throw FixRefusal("the call belongs to the thread that makes it")
        }
        let body = ContinuationBody(program: program, target: target, sendability: sendability, site: site)
        if body.isThere { return [.continuation(lends: false), .continuation(lends: true)] }
        let call = try EnclosingCall(program: program, target: target).site(around: site)
        if call.node.deferral != nil {
            return try awaitedCleanup(call) { place in [.whole(place, lends: false), .whole(place, lends: true)] }
        }
        if AsynchronousCode(program: program).contains(call.body) {
            return [.whole(call, lends: false), .whole(call, lends: true)]
        }
        return [.converted([.whole(call, lends: false), .whole(call, lends: true)], call)]
    }

    /// A lock on a file belongs to the process, so another thread may wait for it.
    private func lockWithoutThread(_ site: BlockingSite) -> [Candidate] {
        let effects = program.effects[program.contexts.region(of: site.body)].filter { $0.site == site.site }
        let isFree =
            effects.contains { $0.rule == "lock-in-async" && $0.entry?.bounded == false }
            && !effects.contains { $0.entry?.threadBound ?? true }
        return isFree && AsynchronousCode(program: program).contains(site.body)
            ? [.offload(lends: false), .offload(lends: true)] : []
    }

    /// What an actor guards may be read before a call moves; elsewhere one of its closures may hold a lock for it.
    private func belongsToActor(_ call: BlockingSite) -> Bool {
        let kind = program.contexts.context(of: call.body)?.kind
        return kind == .actorMethod || kind == .mainActor || kind == .globalActor
    }

    /// The effect that the call has by itself, or through what it calls.
    private func effect(of rule: RuleID, _ site: BlockingSite, isDirect: Bool) -> Effect? {
        program.effects[program.contexts.region(of: site.body)].first {
            $0.site == site.site && ($0.cause == nil) == isDirect && $0.rule == rule
        }
    }

    /// The innermost function or closure around the call must be asynchronous itself.
    private func checkIsAsynchronous(_ site: BlockingSite) throws(FixRefusal) {
        if AsynchronousCode(program: program).contains(site.body) { return }
        if case .closure = program.index.kind(of: site.body) {
            throw FixRefusal("the closure around the call is synchronous")
        }
        let name = program.resolver.symbol(around: site.body).name
        throw FixRefusal("`\(name)` is synchronous: make it `async`")
    }
}
