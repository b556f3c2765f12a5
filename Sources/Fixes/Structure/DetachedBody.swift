import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// The closure of an awaited `Task.detached`, as the work of a queue behind a continuation.
struct DetachedBody {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    func isThrowing(_ closure: ClosureExprSyntax) -> Bool {
        closure.statements.contains { Syntax($0.item).throwsOut }
    }

    /// What takes the place of `Task.detached { … }.value`.
    func text(
        _ form: OffloadForm, _ closure: ClosureExprSyntax, at value: MemberAccessExprSyntax, _ place: AwaitPlace
    ) throws(FixRefusal) -> String {
        guard closure.signature == nil, let first = closure.statements.first, let last = closure.statements.last else {
            throw FixRefusal("the closure of the task has a signature")
        }
        if isThrowing(closure), !place.mayThrow { throw FixRefusal("the task throws, and nothing here takes an error") }
        let planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        let plan: CapturePlan
        do throws(CaptureProblem) {
            plan = try planner.plan(for: [Syntax(closure)], at: Syntax(closure))
        } catch {
            throw error.refusal
        }
        let returned = last.item.as(ReturnStmtSyntax.self)?.expression
        let isExpression = closure.statements.count == 1 && (returned != nil || first.item.is(ExprSyntax.self))
        let range =
            isExpression && returned != nil
            ? returned?.textRange ?? first.textRange : SourceRange(first.textRange.start, last.textRange.end)
        let indentation = Indentation(at: value.textRange.start, in: target.text)
        let inner = Indentation(at: first.textRange.start, in: target.text)
        var body = Edits.apply(plan.rewrites, to: range, of: target)
        body = indentation.replacing(inner, in: body)
        let isVoid = isExpression ? try isVoid() : !closure.returnsValue
        if place.isUnused, !isVoid { throw FixRefusal("the value of the task is dropped") }
        let work = OffloadForm.Work(
            body: body, isExpression: isExpression, isThrowing: isThrowing(closure), isVoid: isVoid,
            captures: plan.text, result: program.standardResult(in: site.body))
        return form.text(work, indentation, room: 0, isCondition: place.isCondition)
    }

    private func isVoid() throws(FixRefusal) -> Bool {
        guard let call = site.call else { throw FixRefusal("the type of the task's value is not known") }
        let arguments = program.index.call(call).arguments
        guard case .closure(let body)? = arguments.last.map({ program.files[call.file].summary[$0.value] }) else {
            throw FixRefusal("the type of the task's value is not known")
        }
        let type = program.resolver.resultType(of: BodyReference(call.file, body))
        if type.isUnknown { throw FixRefusal("the type of the task's value is not known") }
        return type.isVoid
    }
}

extension Indentation {
    /// Text whose lines begin as one place does, as if they began as this one.
    fileprivate func replacing(_ other: Indentation, in text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            index > 0 && line.hasPrefix(other.line) ? self.line + line.dropFirst(other.line.count) : String(line)
        }.joined(separator: "\n")
    }
}

extension ClosureExprSyntax {
    /// Whether a `return` of the closure itself, or its only expression, gives a value.
    fileprivate var returnsValue: Bool {
        let search = ReturnedValues(viewMode: .sourceAccurate)
        search.walk(statements)
        return search.isFound
    }
}

/// Looks for a `return` with a value, outside of inner closures.
private final class ReturnedValues: SyntaxVisitor {
    var isFound = false

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.expression != nil { isFound = true }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
