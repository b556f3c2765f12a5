import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Moves the smallest expression that blocks to threads that nothing else needs.
struct Offload {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    static let maximumLineLength = 120

    /// Whether a variable property of `self` may be read before the work begins.
    var copiesVariables = true
    /// Whether what is not `Sendable` may be lent to the other thread.
    var lends = false

    func draft() throws(FixRefusal) -> FixDraft {
        if lends {
            let lending = Lending(program: program, target: target, sendability: sendability, site: site)
            guard lending.isPossible else { throw FixRefusal("others may use its values meanwhile") }
        }
        let moved = try MovedExpression(site, program)
        try checkErrorNumber()
        let place = try AwaitPlace(of: moved.node, awaitsDeferred: site.awaitsDeferred)
        var planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        planner.copiesVariables = copiesVariables
        planner.lends = lends
        planner.bound = AwaitedArgument(moved.node, place, planner)
        let plan: CapturePlan
        var isResultSent = false
        do throws(CaptureProblem) {
            try checkResult(moved.type, place)
        } catch {
            if !lends, let together = try? draft(moved, planner, insteadOf: error) { return together }
            isResultSent = true
        }
        do throws(CaptureProblem) {
            plan = try planner.plan(for: [Syntax(moved.node)], at: Syntax(moved.node))
        } catch {
            return try draft(moved, planner, insteadOf: error)
        }
        var draft = try draft(moved, place, plan, isResultSent: isResultSent || !plan.lent.isEmpty)
        if let bound = planner.bound, let statement = place.statement {
            draft = FixDraft(
                title: draft.title, style: draft.style, reasons: draft.reasons + [AwaitedArgument.reason],
                rewrites: [bound.binding(before: statement, target)] + draft.rewrites)
        }
        return draft
    }

    /// Moves the statements that belong together, where a local stands in the way.
    private func draft(
        _ moved: MovedExpression, _ planner: CapturePlanner, insteadOf problem: CaptureProblem
    ) throws(FixRefusal) -> FixDraft {
        guard case .local(let name, let binding, let refusal) = problem, !site.awaitsDeferred else {
            throw problem.refusal
        }
        var planner = planner
        planner.bound = nil
        let group = OffloadGroup(offload: self, planner: planner)
        do throws(FixRefusal) {
            return try group.draft(movedNode: moved.node, name, binding, because: refusal)
        } catch {
            guard binding.kind == .variable, let alone = try? group.draftReturningVariables(moved.node) else {
                throw error
            }
            return alone
        }
    }

    /// C functions leave their error in a variable of their thread.
    private func checkErrorNumber() throws(FixRefusal) {
        guard site.receiver == nil, let call = site.call,
            case .external(let callee) = program.resolver.resolve(call).target, callee.kind == .freeFunction
        else { return }
        var code = Syntax(site.node)
        while let parent = code.parent, !parent.is(MemberBlockItemSyntax.self), !parent.is(SourceFileSyntax.self) {
            code = parent
        }
        let reads = code.tokens(viewMode: .sourceAccurate).contains { ["errno", "perror"].contains($0.text) }
        if reads { throw FixRefusal("`errno` belongs to the thread of the call, and the function reads it") }
    }

    /// The value must be able to come back from the other thread.
    private func checkResult(_ type: ResolvedType, _ place: AwaitPlace) throws(CaptureProblem) {
        if place.isUnused { return }
        let local = place.statement.flatMap { $0.onlyLocalName }
        let refusal: FixRefusal
        switch sendability.answer(type) {
        case .yes: return
        case .no: refusal = FixRefusal("its value is of `\(program.spelled(type))`, which is not `Sendable`")
        case .unknown:
            refusal = FixRefusal(
                type.isUnknown
                    ? "the type of its value is not known, so it may not be `Sendable`"
                    : "it is not known whether its value, of `\(program.spelled(type))`, is `Sendable`")
        }
        if let local, let statement = place.statement {
            throw .local(local, LexicalScope.Binding(kind: .constant, statement: statement), refusal)
        }
        throw .refused(refusal)
    }

    /// - Parameter isResultSent: the value, or what it is made of, may not be `Sendable`. Nobody else has it, so a
    ///   continuation can send it, as no executor's future can.
    private func draft(
        _ moved: MovedExpression, _ place: AwaitPlace, _ plan: CapturePlan, isResultSent: Bool
    ) throws(FixRefusal) -> FixDraft {
        if place.isAsyncLet, !plan.lent.isEmpty { throw FixRefusal("an `async let` takes only what is `Sendable`") }
        let isThrowing = try throwsErrors(place)
        let (form, extra) = isResultSent ? ownQueue : try form(for: place)
        if case .ownQueue = form.threads, moved.node.isInterpolated, place.boundFirst == nil {
            throw FixRefusal("the call stands in a string of one line: bind its value to a name first")
        }
        if isThrowing, !place.mayThrow, !place.isAsyncLet {
            throw FixRefusal("the call throws, and nothing here takes an error")
        }
        let body = (isThrowing ? "try " : "") + Edits.apply(plan.rewrites, to: moved.node.textRange, of: target)
        var work = OffloadForm.Work(
            body: body, isExpression: true, isThrowing: isThrowing, isVoid: moved.isVoid(place.isUnused),
            captures: plan.text, lent: plan.lent, result: program.standardResult(in: site.body))
        var prefix = ""
        if place.isUnused, !work.isVoid {
            if sendability.answer(moved.type) == .yes {
                prefix = "_ = "
            } else {
                // Whatever the value is, it stays on its thread.
                work.body = "_ = " + body
                work.isExpression = false
                work.isVoid = true
            }
        }
        let addsTry = isThrowing || form.throwsByItself
        let words = place.boundFirst == nil ? try place.words(addingTry: addsTry, target) : []
        let opened = place.boundFirst == nil ? OneLineBlock(around: moved.node, target) : nil
        let indented = place.boundFirst == nil ? moved.node.textRange.start : place.start
        var indentation = Indentation(at: indented, in: target.text)
        var text = form.text(
            work, indentation,
            room: place.boundFirst == nil ? room(for: moved.node.textRange, words, prefix) : 80,
            isCondition: place.isCondition)
        if text.contains("\n"), let first = place.beforeCondition(moved.node) {
            return try draft(moved, first, plan, isResultSent: isResultSent)
        }
        var breaks: [Rewrite] = []
        if let opened, text.contains("\n") {
            indentation = indentation.deeper
            let added = words.reduce(prefix.utf8.count) { $0 + $1.newText.utf8.count }
            text = form.text(work, indentation, room: opened.room - added, isCondition: place.isCondition)
            breaks = opened.breaks
        }
        let rewrites = try place.awaiting(
            text, insteadOf: moved.node.textRange, addingTry: addsTry, prefix: prefix, target)
        let lent = plan.lent.isEmpty ? [] : [Lending.reason(plan.lent)]
        return FixDraft(
            title: title(form), style: form.style, reasons: lent + plan.reasons + reasons(place, form),
            rewrites: breaks + rewrites + extra)
    }

    /// How many bytes the new text may have on the line.
    private func room(for range: SourceRange, _ words: [Rewrite], _ prefix: String) -> Int {
        // No line may end inside an interpolation.
        if site.node.isInterpolated { return .max }
        let start = Indentation.lineStart(of: range.start, in: target.text)
        let rest = Indentation.restOfLine(after: range.end, in: target.text)
        let added = words.reduce(prefix.utf8.count) { $0 + $1.newText.utf8.count }
        return Self.maximumLineLength - (range.start - start) - rest - added
    }

    func title(_ form: OffloadForm) -> String {
        switch form.threads {
        case .executor(let name): "Run it on `\(name)` and await its future"
        case .nioThreadPool: "Run it on NIO's thread pool"
        case .ownQueue: "Run it on a serial queue of its own"
        case .queue(let name): "Hand it to `\(name)` and await it"
        }
    }

    /// What a reader should know before the fix is applied.
    func reasons(_ place: AwaitPlace, _ form: OffloadForm) -> [String] {
        var reasons: [String] = []
        // What is deferred comes after everything else.
        if !site.awaitsDeferred, let hazard = StateHazard(program: program, target: target).reason(at: site) {
            reasons.append(hazard)
        }
        if place.errors == .caught, place.coveringTry == nil, form.throwsByItself {
            reasons.append("the error of a cancelled task reaches the `catch` around it")
        }
        if place.isTriedInside { reasons.append(BoundFirst.reason) }
        if place.cutsTaskShort, place.coveringTry == nil, form.throwsByItself {
            reasons.append("a task that is cancelled ends here, without what follows")
        }
        return reasons
    }

    // MARK: Threads

    /// The form that fits the module and the place, and what else it needs.
    func form(for place: AwaitPlace) throws(FixRefusal) -> (OffloadForm, [Rewrite]) {
        let isForced = place.coveringTry?.questionOrExclamationMark?.tokenKind == .exclamationMark
        // Who is cancelled cleans up as well.
        let mayFail =
            !isForced && !site.awaitsDeferred && (place.isAsyncLet ? isTriedWhereItIsAwaited(place) : place.mayThrow)
        if mayFail {
            switch target.module.offload {
            case .executorFuture:
                let choice = try ExecutorChoice(for: site.site.file, in: program, target)
                let imported = ImportInsertion.rewrite(of: "ExecutorFutures", in: target)
                return (
                    OffloadForm(threads: .executor(choice.expression)),
                    [imported, choice.declaration].compactMap { $0 }
                )
            case .nio:
                let imported = ImportInsertion.rewrite(of: "NIOPosix", satisfying: ["NIO"], in: target)
                return (OffloadForm(threads: .nioThreadPool), [imported].compactMap { $0 })
            case .dispatch, .asyncAPI, .structure: break
            }
        }
        return ownQueue
    }

    var ownQueue: (OffloadForm, [Rewrite]) {
        (OffloadForm(threads: .ownQueue), [dispatchImport].compactMap { $0 })
    }

    private var dispatchImport: Rewrite? {
        ImportInsertion.rewrite(of: "Dispatch", satisfying: Self.modulesWithDispatch, in: target)
    }

    static let modulesWithDispatch: Set<String> = [
        "Foundation", "XCTest", "UIKit", "AppKit", "SwiftUI", "Cocoa", "CoreData", "SwiftData", "WatchKit",
    ]

    /// Whether what moves can throw: a `try` covers it, or what is awaited later is tried.
    private func throwsErrors(_ place: AwaitPlace) throws(FixRefusal) -> Bool {
        if place.isAsyncLet, place.coveringTry == nil { return isTriedWhereItIsAwaited(place) }
        guard place.isTried else { return false }
        guard let call = site.call, case .functions(let functions) = program.resolver.resolve(call).target,
            site.node.as(FunctionCallExprSyntax.self)?.trailingClosure == nil,
            site.arguments.allSatisfy({ $0.expression.is(DeclReferenceExprSyntax.self) })
        else { return true }
        return functions.contains { program.index.function($0).isThrowing || $0.file != site.site.file }
    }

    /// `try await name` somewhere below `async let name = …`.
    private func isTriedWhereItIsAwaited(_ place: AwaitPlace) -> Bool {
        guard let statement = place.statement, let name = statement.onlyLocalName,
            let block = statement.parent
        else { return false }
        return block.tokens(viewMode: .sourceAccurate).contains { token in
            guard token.text == name, let name = token.parent, name.is(DeclReferenceExprSyntax.self) else {
                return false
            }
            var current = Syntax(name)
            while let node = current.parent, !node.is(CodeBlockItemSyntax.self) {
                if node.is(TryExprSyntax.self) { return true }
                // `try a + b` tries both.
                if let list = node.as(ExprListSyntax.self),
                    list.contains(where: { $0.position < current.position && $0.isTried })
                {
                    return true
                }
                current = node
            }
            return false
        }
    }
}

/// The expression that moves, and the type of its value.
struct MovedExpression {
    let node: ExprSyntax
    let type: ResolvedType

    /// Functions whose value is that of their closure, or none.
    private static let passingOn: Set<String> = ["forEach", "withLock", "autoreleasepool"]

    /// - Parameter isUnused: whether its value is dropped where it stands now.
    func isVoid(_ isUnused: Bool) -> Bool {
        guard type.isUnknown, isUnused, let call = node.as(FunctionCallExprSyntax.self) else { return type.isVoid }
        return call.calledExpression.lastName.map(Self.passingOn.contains) ?? false
    }

    init(_ site: BlockingSite, _ program: Program) throws(FixRefusal) {
        node = site.node
        if let member = site.calledMember, member.base == nil {
            throw FixRefusal("the call leaves its type to what stands around it")
        }
        var type: ResolvedType
        switch site.site {
        case .call(let call): type = program.resolver.resolve(call).result
        case .read(let read):
            let declaration = program.index.read(read)
            type = program.resolver.type(of: declaration.expression, in: Scope(file: read.file, body: declaration.body))
        case .loop: throw FixRefusal("a loop is no expression")
        }
        if let chain = site.receiver, chain.containsOptionalChaining {
            if let parent = node.parent, parent.is(MemberAccessExprSyntax.self) || parent.is(ForceUnwrapExprSyntax.self)
            {
                throw FixRefusal("the call stands in the middle of an optional chain")
            }
            if case .optional = type {} else if !type.isUnknown { type = .optional(type) }
        }
        self.type = type
    }
}

extension ExprSyntax {
    /// `a?.b`, where the call is a part of the chain.
    fileprivate var containsOptionalChaining: Bool {
        if self.is(OptionalChainingExprSyntax.self) { return true }
        if let member = self.as(MemberAccessExprSyntax.self) { return member.base?.containsOptionalChaining ?? false }
        if let call = self.as(FunctionCallExprSyntax.self) { return call.calledExpression.containsOptionalChaining }
        if let call = self.as(SubscriptCallExprSyntax.self) { return call.calledExpression.containsOptionalChaining }
        return false
    }
}

extension ExprSyntax {
    /// `try a`, also behind `await`.
    fileprivate var isTried: Bool {
        self.is(TryExprSyntax.self) || (self.as(AwaitExprSyntax.self)?.expression.isTried ?? false)
    }
}

extension SyntaxProtocol {
    /// Whether the code stands in a string literal of one line.
    fileprivate var isInterpolated: Bool {
        var current = parent
        while let node = current, !node.is(CodeBlockItemSyntax.self) {
            if let literal = node.as(StringLiteralExprSyntax.self) {
                return literal.openingQuote.tokenKind == .stringQuote
            }
            current = node.parent
        }
        return false
    }
}

extension ResolvedType {
    var isVoid: Bool { self == .void }
}

extension CodeBlockItemSyntax {
    /// `let name = …`: the only name that the statement declares.
    var onlyLocalName: String? {
        guard let variable = item.as(VariableDeclSyntax.self), variable.bindings.count == 1 else { return nil }
        return variable.bindings.first?.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
    }
}
