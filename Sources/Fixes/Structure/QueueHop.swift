import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Awaits a queue's turn instead of waiting for it: `queue.sync { … }` becomes `queue.async` behind a continuation, and
/// on the main queue `MainActor.run`.
struct QueueHop {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite
    /// Whether what is not `Sendable` may be lent to the queue.
    var lends = false

    func draft() throws(FixRefusal) -> FixDraft {
        let lending = Lending(program: program, target: target, sendability: sendability, site: site)
        if lends, !lending.isPossible { throw FixRefusal("others may use its values meanwhile") }
        guard let call = site.node.as(FunctionCallExprSyntax.self), site.calledMember?.memberName == "sync",
            let queue = site.receiver, call.arguments.isEmpty, let closure = call.trailingClosure,
            closure.signature == nil
        else { throw FixRefusal("only `queue.sync { … }` has a mechanical replacement") }
        let name = target.text(queue)
        guard !name.contains("?") else { throw FixRefusal("there may be no queue") }
        let place = try AwaitPlace(of: site.node, awaitsDeferred: site.awaitsDeferred)
        let returned = closure.statements.count > 1 ? closure.statements.last?.item.as(ReturnStmtSyntax.self) : nil
        var code = closure.statements.map { Syntax($0.item) }
        if let value = returned?.expression { code[code.count - 1] = Syntax(value) }
        let plan: CapturePlan
        do throws(CaptureProblem) {
            var planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
            planner.copiesVariables = false
            planner.lends = lends
            plan = try planner.plan(for: code, at: Syntax(closure.statements))
        } catch {
            throw error.refusal
        }
        if name == "DispatchQueue.main" { return try onMainActor(call, closure, place, plan) }
        let isExpression = !place.isUnused
        if isExpression { try checkValue(closure, returned) }
        let isThrowing = code.contains { $0.throwsOut }
        if isThrowing, !place.mayThrow { throw FixRefusal("the closure throws, and nothing here takes an error") }
        // Comments at the ends stay with the statements.
        let inside = SourceRange(closure.leftBrace.textRange.end, closure.rightBrace.textRange.start)
        let body = Edits.apply(plan.rewrites, to: inside, of: target).withoutWhiteSpaceAround
        if isExpression, body.contains("//") { throw FixRefusal("a comment stands in the closure") }
        let work = OffloadForm.Work(
            body: body, isExpression: isExpression && returned == nil, isThrowing: isThrowing, isVoid: !isExpression,
            captures: plan.text, lent: plan.lent, result: program.standardResult(in: site.body))
        let offload = Offload(program: program, target: target, sendability: sendability, site: site)
        let form = OffloadForm(threads: .queue(name))
        let indentation = Indentation(at: site.node.textRange.start, in: target.text)
        let text = form.text(work, indentation, room: 0, isCondition: false)
        let rewrites =
            try place.words(addingTry: isThrowing, target) + [target.replacing(site.node.textRange, with: text)]
        return FixDraft(
            title: offload.title(form), style: .structure,
            reasons: (plan.lent.isEmpty ? [] : [Lending.reason(plan.lent)]) + offload.reasons(place, form),
            rewrites: rewrites)
    }

    private func onMainActor(
        _ call: FunctionCallExprSyntax, _ closure: ClosureExprSyntax, _ place: AwaitPlace, _ plan: CapturePlan
    ) throws(FixRefusal) -> FixDraft {
        guard plan.list.isEmpty, plan.lent.isEmpty, plan.rewrites.isEmpty else {
            throw FixRefusal("the closure needs a capture list")
        }
        if !place.isUnused { try checkValue(closure, nil) }
        let offload = Offload(program: program, target: target, sendability: sendability, site: site)
        return FixDraft(
            title: "Run it on the main actor", style: .structure,
            reasons: offload.reasons(place, OffloadForm(threads: .ownQueue)),
            rewrites: try place.words(addingTry: false, target) + [
                target.replacing(call.textRange, with: "MainActor.run \(target.text(closure))")
            ])
    }

    /// - Parameter returned: the `return` at the end of several statements.
    private func checkValue(_ closure: ClosureExprSyntax, _ returned: ReturnStmtSyntax?) throws(FixRefusal) {
        let isSingle = closure.statements.count == 1 && closure.statements.first?.item.is(ExprSyntax.self) == true
        guard isSingle || returned?.expression != nil, let call = site.call
        else { throw FixRefusal("the closure returns its value from more than one expression") }
        guard sendability.answer(program.resolver.resolve(call).result) == .yes else {
            throw FixRefusal("the value of the closure may not be `Sendable`")
        }
    }
}

extension String {
    fileprivate var withoutWhiteSpaceAround: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
