import ProgramModel
import RuleCatalogue
import Rules
import SourceModel
import SwiftSyntax

/// What may be written in the functions between a call and what blocks behind it.
extension FixFinder {
    /// The second choice for a call of a helper that blocks: a function on the way to the blocking call becomes `async`,
    /// the last one that can.
    func inHelper(_ detection: Detection, _ site: BlockingSite) -> [Candidate] {
        let ways = program.effects[program.contexts.region(of: site.body)]
            .filter { $0.site == site.site && $0.cause != nil && $0.rule == detection.rule }
            .map(way(of:))
        // Several calls may block behind the site; the finding tells of one of them.
        guard let way = ways.first(where: { isWay($0, of: detection) }) ?? ways.first else { return [] }
        var candidates: [Candidate] = []
        for (position, effect) in way.enumerated().dropFirst().reversed() {
            candidates += inHelper(detection.rule, effect.site, isDirect: position == way.count - 1)
        }
        return candidates.isEmpty ? [] : [.alongTheWay(candidates)]
    }

    private func inHelper(_ rule: RuleID, _ call: Site, isDirect: Bool) -> [Candidate] {
        guard let target = try? targets.target(call.file), let place = try? BlockingSite(call, in: program, target),
            !AsynchronousCode(program: program).contains(place.body)
        else { return [] }
        if case .closure = program.index.kind(of: place.body) {
            return (try? whole(rule, place, target, isDirect: isDirect)) ?? []
        }
        guard case .function = program.index.kind(of: place.body),
            let candidates = try? awaiting(rule, place, isDirect: isDirect)
        else { return [] }
        return [.converted(candidates, place)]
    }

    /// The effects from a call to the one that blocks by itself.
    private func way(of effect: Effect) -> [Effect] {
        var way = [effect]
        while let cause = way.last?.cause, let next = program.effects[cause] { way.append(next) }
        return way
    }

    private func isWay(_ way: [Effect], of detection: Detection) -> Bool {
        guard let step = detection.path.last, case .call(let call)? = way.last?.site else { return false }
        return step.file == call.file && program.index.call(call).nameRange.start == step.offset
    }

    /// A call that takes a lock, runs its closure and gives the lock up does so as well on another thread. What the lock
    /// guards is read there, and not before.
    func scopeOfLock(_ site: BlockingSite, _ target: FixTarget, isAsynchronous: Bool) -> [Candidate] {
        guard let call = site.node.as(FunctionCallExprSyntax.self), call.trailingClosure != nil,
            call.additionalTrailingClosures.isEmpty
        else { return [] }
        if isAsynchronous { return [.scopeOfLock([.whole(site, lends: false), .whole(site, lends: true)])] }
        guard case .closure = program.index.kind(of: site.body),
            let ways = try? whole("lock-in-async", site, target, isDirect: false)
        else { return [] }
        let calls = ways.filter {
            if case .continuation = $0 { false } else { true }
        }
        return calls.isEmpty ? [] : [.scopeOfLock(calls)]
    }

    /// The bridge that a called helper has.
    func bridgeInHelper(_ site: BlockingSite) -> [Candidate] {
        let effects = program.effects[program.contexts.region(of: site.body)]
        guard var effect = effects.first(where: { $0.site == site.site && $0.cause != nil }) else { return [] }
        while let cause = effect.cause, let next = program.effects[cause] { effect = next }
        guard let target = try? targets.target(effect.site.file),
            let place = try? BlockingSite(effect.site, in: program, target)
        else { return [] }
        return [.bridge(place)]
    }
}
