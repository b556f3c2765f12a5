import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Moves what the closure of `withCheckedContinuation` does before the task suspends: the task waits for the continuation
/// anyway, so its body may as well run on another thread.
struct ContinuationBody {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite
    var lends = false

    private static let functions: Set<String> = [
        "withCheckedContinuation", "withCheckedThrowingContinuation", "withUnsafeContinuation",
        "withUnsafeThrowingContinuation",
    ]

    /// The closure around the site, when it is that of a continuation.
    private var closure: ClosureExprSyntax? {
        var current = site.node.parent
        while let node = current, !node.is(FunctionDeclSyntax.self) {
            if let closure = node.as(ClosureExprSyntax.self) {
                guard let call = closure.parent?.as(FunctionCallExprSyntax.self),
                    call.trailingClosure?.id == closure.id, call.additionalTrailingClosures.isEmpty,
                    let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
                else { return nil }
                return Self.functions.contains(name) ? closure : nil
            }
            current = node.parent
        }
        return nil
    }

    var isThere: Bool { closure != nil }

    func draft() throws(FixRefusal) -> FixDraft {
        guard let closure, closure.parameterNames.count == 1, let first = closure.statements.first,
            let last = closure.statements.last
        else { throw FixRefusal("the closure of the continuation does not name it") }
        let lending = Lending(program: program, target: target, sendability: sendability, site: site)
        if lends, !lending.isPossible { throw FixRefusal("others may use its values meanwhile") }
        var planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        planner.lends = lends
        let plan: CapturePlan
        do throws(CaptureProblem) {
            plan = try planner.plan(for: [Syntax(closure)], at: Syntax(closure))
        } catch {
            throw error.refusal
        }
        let range = SourceRange(first.textRange.start, last.textRange.end)
        let indentation = Indentation(at: range.start, in: target.text)
        guard indentation.line != Indentation(at: closure.textRange.start, in: target.text).line else {
            throw FixRefusal("the closure of the continuation is written on one line")
        }
        let body = Edits.apply(plan.rewrites, to: range, of: target)
        var lines = plan.lent.map { "nonisolated(unsafe) let \($0)" }
        if !lines.isEmpty { lines.insert("// Nothing else uses it until the work is done.", at: 0) }
        let captures = plan.text.isEmpty ? "" : " \(plan.text) in"
        lines.append("DispatchQueue(label: \"blocking\").async {\(captures)")
        lines.append(indentation.step + indentation.indented(body))
        lines.append("}")
        let text = lines.joined(separator: "\n" + indentation.line)
        let imported = ImportInsertion.rewrite(of: "Dispatch", satisfying: Offload.modulesWithDispatch, in: target)
        return FixDraft(
            title: "Run the body on a serial queue of its own", style: .dispatch,
            reasons: plan.lent.isEmpty ? [] : [Lending.reason(plan.lent)],
            rewrites: [target.replacing(range, with: text)] + [imported].compactMap { $0 })
    }
}
