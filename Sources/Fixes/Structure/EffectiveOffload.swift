import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Makes an offload effective that leaves its call on threads that the cooperative pool needs.
struct EffectiveOffload {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    func draft() throws(FixRefusal) -> FixDraft {
        guard let call = site.node.as(FunctionCallExprSyntax.self), let member = site.calledMember else {
            throw FixRefusal("the offload is not written as a plain call")
        }
        return member.memberName == "detached" ? try detached(call) : try globalQueue(member)
    }

    /// `DispatchQueue.global(qos: .utility)` becomes a serial queue of its own with the same quality of service.
    private func globalQueue(_ member: MemberAccessExprSyntax) throws(FixRefusal) -> FixDraft {
        guard let queue = member.base?.as(FunctionCallExprSyntax.self),
            queue.calledExpression.trimmedDescription == "DispatchQueue.global"
        else { throw FixRefusal("the queue is made elsewhere: give it a label of its own there") }
        guard queue.arguments.allSatisfy({ $0.label?.text == "qos" }) else {
            throw FixRefusal("the queue is chosen by its priority")
        }
        let quality = queue.arguments.first.map { ", qos: " + target.text($0.expression) } ?? ""
        let rewrite = target.replacing(queue.textRange, with: "DispatchQueue(label: \"blocking\"\(quality))")
        return FixDraft(title: "Use a serial queue of its own", style: .structure, rewrites: [rewrite])
    }

    /// `await Task.detached { … }.value` becomes a job of an executor; its closure stays as it is.
    private func detached(_ call: FunctionCallExprSyntax) throws(FixRefusal) -> FixDraft {
        guard let value = call.parent?.as(MemberAccessExprSyntax.self), value.memberName == "value",
            let closure = call.trailingClosure, call.additionalTrailingClosures.isEmpty
        else { throw FixRefusal("the task is not awaited where it is made") }
        let search = FreeNames(in: closure.statements.map { Syntax($0.item) })
        if search.obstacle == FreeNames.awaits { throw FixRefusal("the task suspends, so it is more than a move") }
        let place = try AwaitPlace(of: ExprSyntax(value))
        let offload = Offload(program: program, target: target, sendability: sendability, site: site)
        let (form, extra) = try offload.form(for: place)
        let callee: String
        let end: String
        switch form.threads {
        case .executor(let name): (callee, end) = ("\(name).submit", ".value")
        case .nioThreadPool: (callee, end) = ("NIOThreadPool.singleton.runIfActive", "")
        case .ownQueue, .queue:
            let body = DetachedBody(program: program, target: target, sendability: sendability, site: site)
            let text = try body.text(form, closure, at: value, place)
            let words = try place.words(addingTry: body.isThrowing(closure), target)
            return FixDraft(
                title: offload.title(form), style: form.style, reasons: offload.reasons(place, form),
                rewrites: words + [target.replacing(value.textRange, with: text)] + extra)
        }
        // One change from end to end: a fix inside the closure must not be made together with this one.
        let text = "\(callee) \(target.text(closure))\(end)"
        let words = try place.words(addingTry: true, target)
        return FixDraft(
            title: offload.title(form), style: form.style, reasons: offload.reasons(place, form),
            rewrites: words + [target.replacing(value.textRange, with: text)] + extra)
    }
}
