import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Takes the semaphore out of `Task { …; done.signal() }` with `done.wait()`: the function awaits the work itself.
struct AwaitedBridge {
    let program: Program
    let target: FixTarget
    let targets: FixTargets
    let sendability: Sendability
    let site: BlockingSite

    func draft() throws(FixRefusal) -> FixDraft {
        let parts = try BridgeParts(site, target)
        var reasons: [String] = []
        var conversion = AsyncConversion(program: program, targets: targets, sendability: sendability, site: site)
        if !AsynchronousCode(program: program).contains(site.body) {
            guard case .function(let function) = program.index.kind(of: site.body) else {
                throw FixRefusal("the closure around the bridge is synchronous")
            }
            try conversion.convert(FunctionReference(site.site.file, function))
            reasons.append(conversion.reason)
        }
        reasons.append("what the task does is no longer bounded by a wait, and callers suspend")
        if parts.isInlined {
            reasons[reasons.count - 1] = "the work runs in the function itself, and others may run meanwhile"
        }
        return FixDraft(
            title: "Await the work instead of waiting for it", style: .structure, reasons: reasons,
            rewrites: try rewrites(parts) + conversion.rewrites)
    }

    private func rewrites(_ parts: BridgeParts) throws(FixRefusal) -> [Rewrite] {
        let lines = Lines(target)
        var rewrites = [lines.removal(of: parts.declaration.textRange)]
        rewrites += parts.entering.map { lines.removal(of: $0.textRange) }
        if parts.isInlined {
            rewrites.append(target.replacing(parts.task.textRange, with: parts.inlined(target)))
            rewrites.append(lines.removal(of: parts.wait.textRange))
            rewrites += parts.unsafeMarks(before: parts.task).map { target.replacing($0, with: "") }
        } else {
            rewrites.append(lines.removal(of: parts.signal.textRange))
            let name = parts.isNameFree("task") ? "task" : "bridgedTask"
            rewrites.append(target.inserting("let \(name) = ", at: parts.task.textRange.start))
            rewrites.append(target.replacing(parts.wait.textRange, with: "await \(name).value"))
        }
        return rewrites
    }
}

/// The pieces of a bridge, when it has no others.
private struct BridgeParts {
    /// `let done = DispatchSemaphore(value: 0)`
    let declaration: CodeBlockItemSyntax
    /// `group.enter()`
    let entering: [CodeBlockItemSyntax]
    /// `Task { … }`
    let task: CodeBlockItemSyntax
    let closure: ClosureExprSyntax
    /// `done.signal()`, or the `defer` around it.
    let signal: CodeBlockItemSyntax
    /// `done.wait()`
    let wait: CodeBlockItemSyntax
    /// The block that has all of them.
    private let items: [CodeBlockItemSyntax]

    init(_ site: BlockingSite, _ target: FixTarget) throws(FixRefusal) {
        guard let name = site.receiver?.as(DeclReferenceExprSyntax.self)?.baseName.text, site.arguments.isEmpty,
            let wait = site.node.parent?.as(CodeBlockItemSyntax.self),
            let list = wait.parent?.as(CodeBlockItemListSyntax.self)
        else { throw FixRefusal("the wait is no statement of its own, or has a limit") }
        let items = Array(list)
        guard let declaration = items.first(where: { $0.onlyLocalName == name }),
            let made = declaration.item.as(VariableDeclSyntax.self)?.bindings.first?.initializer?.value
                .trimmedDescription,
            ["DispatchSemaphore(value: 0)", "DispatchGroup()"].contains(made)
        else { throw FixRefusal("what is waited for is not made in the same block") }
        let mentioning = items.filter { $0.id != declaration.id && $0.mentions(name) }
        let tasks = mentioning.filter { Self.closure(of: $0) != nil }
        guard tasks.count == 1, let task = tasks.first, let closure = Self.closure(of: task) else {
            throw FixRefusal("the task is not started in the same block, or there are several")
        }
        let entering = mentioning.filter { $0.trimmedDescription == "\(name).enter()" }
        guard mentioning.count == 2 + entering.count, entering.count <= 1, mentioning.last?.id == wait.id else {
            throw FixRefusal("`\(name)` is used for more than the wait")
        }
        let calls = ["\(name).signal()", "\(name).leave()"]
        let signals = Array(closure.statements).filter { $0.mentions(name) }
        guard signals.count == 1, let signal = signals.first,
            calls.contains(signal.trimmedDescription)
                && signal.id == closure.statements.last?.id
                || signal.item.as(DeferStmtSyntax.self).map({ Self.only(calls, in: $0) }) == true
        else { throw FixRefusal("the signal is not the last thing that the task does") }
        guard closure.signature == nil || closure.signature?.parameterClause == nil else {
            throw FixRefusal("the task's closure takes parameters")
        }
        for item in closure.statements where Syntax(item.item).throwsOut {
            throw FixRefusal("the task may end with an error, and then the wait would never end")
        }
        (self.declaration, self.entering, self.task, self.closure) = (declaration, entering, task, closure)
        (self.signal, self.wait, self.items) = (signal, wait, items)
    }

    private static func only(_ calls: [String], in deferred: DeferStmtSyntax) -> Bool {
        deferred.body.statements.count == 1
            && calls.contains(deferred.body.statements.first?.trimmedDescription ?? "")
    }

    /// Of `Task { … }`, `Task.detached { … }` and the like as a statement.
    private static func closure(of item: CodeBlockItemSyntax) -> ClosureExprSyntax? {
        guard let call = item.item.as(FunctionCallExprSyntax.self),
            ["Task", "Task.detached"].contains(call.calledExpression.trimmedDescription),
            call.additionalTrailingClosures.isEmpty
        else { return nil }
        return call.trailingClosure
    }

    func isNameFree(_ name: String) -> Bool { !items.contains { $0.mentions(name) || $0.declaredNames.contains(name) } }

    private var code: [CodeBlockItemSyntax] { Array(closure.statements).filter { $0.id != signal.id } }

    /// A plain task that is waited for at once does nothing that its code alone would not do.
    var isInlined: Bool {
        guard let call = task.item.as(FunctionCallExprSyntax.self), call.arguments.isEmpty,
            call.calledExpression.trimmedDescription == "Task", closure.signature == nil,
            let position = items.firstIndex(where: { $0.id == task.id }), position + 1 < items.count,
            items[position + 1].id == wait.id, !code.isEmpty
        else { return false }
        let names = FreeNames(in: code.map { Syntax($0.item) })
        guard names.obstacle == nil || names.obstacle == FreeNames.awaits else { return false }
        let hasDefer = code.contains { $0.item.is(DeferStmtSyntax.self) }
        return !hasDefer && code.flatMap(\.declaredNames).allSatisfy(isNameFree)
    }

    /// The task's statements, where the task stands.
    func inlined(_ target: FixTarget) -> String {
        guard let first = code.first, let last = code.last else { return "" }
        let outer = Indentation(at: task.textRange.start, in: target.text)
        let inner = Indentation(at: first.textRange.start, in: target.text)
        let text = target.text(SourceRange(first.textRange.start, last.textRange.end))
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            guard index > 0, line.hasPrefix(inner.line) else { return String(line) }
            return outer.line + line.dropFirst(inner.line.count)
        }.joined(separator: "\n")
    }

    /// `nonisolated(unsafe)` of variables that only the task shared.
    func unsafeMarks(before task: CodeBlockItemSyntax) -> [SourceRange] {
        items.prefix { $0.id != task.id }.compactMap { item in
            guard let variable = item.item.as(VariableDeclSyntax.self), let name = item.onlyLocalName,
                let mark = variable.modifiers.first(where: { $0.trimmedDescription == "nonisolated(unsafe)" }),
                code.contains(where: { $0.mentions(name) })
            else { return nil }
            return SourceRange(mark.textRange.start, variable.bindingSpecifier.textRange.start)
        }
    }
}
