import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Moves the statements that belong together: from the declaration of a local that may not cross threads to its last
/// use.
struct OffloadGroup {
    let offload: Offload
    let planner: CapturePlanner
    /// A lock that the group takes and gives up: nothing after it needs the object.
    var releasedLock: String?

    private var target: FixTarget { offload.target }
    private var program: Program { offload.program }

    /// - Parameters:
    ///   - name: the local that cannot be captured.
    ///   - refusal: why not; thrown when the statements cannot move either.
    func draft(
        movedNode: ExprSyntax, _ name: String, _ binding: LexicalScope.Binding, because refusal: FixRefusal
    ) throws(FixRefusal) -> FixDraft {
        guard let declaration = binding.statement, let list = declaration.parent?.as(CodeBlockItemListSyntax.self)
        else { throw refusal }
        let items = Array(list)
        guard let start = items.firstIndex(where: { $0.id == declaration.id }),
            let end = items.firstIndex(where: { $0.textRange.contains(movedNode.textRange) })
        else { throw refusal }
        return try draft(growing: min(start, end)...end, in: list, because: refusal)
    }

    /// - Parameter range: of statements in the list that move, with those that they cannot leave behind.
    func draft(
        growing range: ClosedRange<Int>, in list: CodeBlockItemListSyntax, because refusal: FixRefusal
    ) throws(FixRefusal) -> FixDraft {
        let items = Array(list)
        var (start, end) = (range.lowerBound, range.upperBound)
        // Each round takes in the locals that the one before could not leave out.
        for _ in 0..<12 {
            end = try extended(start...end, in: items, refusal)
            let group = Array(items[start...end])
            do throws(CaptureProblem) {
                return try draft(group, rest: items[(end + 1)...], in: list, refusal)
            } catch {
                guard case .local(_, let other, _) = error, let statement = other.statement,
                    let index = items.firstIndex(where: { $0.id == statement.id }), index < start
                else {
                    throw FixRefusal(
                        "\(refusal.reason), and the statements around it cannot move: \(error.refusal.reason)")
                }
                start = index
            }
        }
        throw refusal
    }

    /// - Parameter range: of statements in the list that move as they are.
    func draft(_ range: ClosedRange<Int>, of list: CodeBlockItemListSyntax) throws(FixRefusal) -> FixDraft {
        let items = Array(list)
        let refusal = FixRefusal("the statements around it cannot move with it")
        do throws(CaptureProblem) {
            return try draft(Array(items[range]), rest: items[(range.upperBound + 1)...], in: list, refusal)
        } catch {
            throw FixRefusal("\(refusal.reason): \(error.refusal.reason)")
        }
    }

    /// The statement that the expression belongs to moves alone, and what it changes of the locals comes back.
    func draftReturningVariables(_ movedNode: ExprSyntax) throws(FixRefusal) -> FixDraft {
        let refusal = FixRefusal("the statement is more than a call")
        let place = try AwaitPlace(of: movedNode)
        guard ReturnedVariables.mayMove(place), let item = place.statement,
            let list = item.parent?.as(CodeBlockItemListSyntax.self)
        else { throw refusal }
        var planner = planner
        planner.returnsVariables = true
        do throws(CaptureProblem) {
            return try OffloadGroup(offload: offload, planner: planner).draft([item], rest: [], in: list, refusal)
        } catch {
            throw error.refusal
        }
    }

    /// The group with the last use of every local in it that may not leave it.
    private func extended(
        _ range: ClosedRange<Int>, in items: [CodeBlockItemSyntax], _ refusal: FixRefusal
    ) throws(FixRefusal) -> Int {
        var end = range.upperBound
        var index = range.lowerBound
        while index <= end {
            for name in items[index].declaredNames where offload.sendability.answer(planner.type(ofLocal: name)) != .yes
            {
                if let last = items.lastIndex(where: { $0.mentions(name) }) { end = max(end, last) }
            }
            index += 1
        }
        return end
    }

    private func draft(
        _ group: [CodeBlockItemSyntax], rest: ArraySlice<CodeBlockItemSyntax>, in list: CodeBlockItemListSyntax,
        _ refusal: FixRefusal
    ) throws(CaptureProblem) -> FixDraft {
        guard let first = group.first, let last = group.last else { throw .refused(refusal) }
        let place: AwaitPlace
        var form: OffloadForm
        var extra: [Rewrite]
        do throws(FixRefusal) {
            place = try AwaitPlace(ofStatement: first)
            (form, extra) = try offload.form(for: place)
        } catch {
            throw .refused(error)
        }
        let returned = last.item.as(ReturnStmtSyntax.self)
        var code = group.map { Syntax($0.item) }
        if let value = returned?.expression {
            code[code.count - 1] = Syntax(value)
            try checkReturned(value)
        } else if returned != nil {
            throw .refused("it returns from the function")
        }
        try checkDeferred(group, rest)
        try checkReleased(group, rest)
        let plan = try planner.plan(for: code, at: Syntax(first))
        if !plan.lent.isEmpty { (form, extra) = offload.ownQueue }
        let results = returned == nil ? try results(of: group, rest) : []
        let isThrowing = code.contains { $0.throwsOut }
        if isThrowing, !place.mayThrow { throw .refused("it throws, and nothing here takes an error") }
        let variables = ReturnedVariables(program: program, file: planner.file, statement: first)
        do throws(FixRefusal) {
            try variables.check(plan.returned, isThrowing: isThrowing)
        } catch {
            throw .refused(error)
        }

        let range = SourceRange(first.textRange.start, last.textRange.end)
        let indentation = Indentation(at: range.start, in: target.text)
        let names = results.map(\.name) + plan.returned
        // `let x = …` and `return x` at the end are one.
        let given = names.count == 1 ? last.constant(named: names[0]) : nil
        let head = given.map { value -> [Rewrite] in
            let word = group.count == 1 ? "" : "return "
            return [target.replacing(SourceRange(last.textRange.start, value.textRange.start), with: word)]
        }
        var body = Edits.apply(plan.rewrites + (head ?? []), to: range, of: target)
        if !plan.returned.isEmpty {
            let pattern = Self.pattern(plan.returned)
            body = "var \(pattern) = \(pattern)\n\(indentation.line)\(body)"
        }
        if !names.isEmpty, given == nil { body += "\n\(indentation.line)return \(Self.pattern(names))" }
        let work = OffloadForm.Work(
            body: body, isExpression: given != nil && group.count == 1, isThrowing: isThrowing,
            isVoid: names.isEmpty && returned == nil, captures: plan.text, lent: plan.lent,
            result: program.standardResult(in: offload.site.body))
        let call = form.text(work, indentation, room: 0, isCondition: false)
        let words = isThrowing || form.throwsByItself ? "try await " : "await "
        let changed = plan.returned.isEmpty ? "" : Self.pattern(plan.returned) + " = "
        let text = changed + self.head(results, isReturn: returned != nil) + words + call
        let copied = plan.returned.isEmpty ? nil : variables.reason
        let lent = plan.lent.isEmpty ? [] : [Lending.reason(plan.lent)]
        return FixDraft(
            title: title(form, group.count), style: form.style,
            reasons: lent + [copied].compactMap { $0 } + plan.reasons + offload.reasons(place, form),
            rewrites: [target.replacing(range, with: text)] + extra)
    }

    /// `a`, or `(a, b)`.
    private static func pattern(_ names: [String]) -> String {
        names.count == 1 ? names[0] : "(\(names.joined(separator: ", ")))"
    }

    private func title(_ form: OffloadForm, _ count: Int) -> String {
        let what = count == 1 ? "the statement" : "these \(count) statements"
        switch form.threads {
        case .executor(let name): return "Run \(what) on `\(name)` and await the future"
        case .nioThreadPool: return "Run \(what) on NIO's thread pool"
        case .ownQueue: return "Run \(what) on a serial queue of \(count == 1 ? "its" : "their") own"
        case .queue(let name): return "Hand \(what) to `\(name)` and await them"
        }
    }

    private func head(_ results: [Result], isReturn: Bool) -> String {
        if isReturn { return "return " }
        guard let first = results.first else { return "" }
        let word = first.isVariable ? "var" : "let"
        return "\(word) \(Self.pattern(results.map(\.name))) = "
    }

    // MARK: What comes back

    private struct Result {
        var name: String
        var isVariable: Bool
    }

    /// Locals of the group that the statements after it use.
    private func results(
        of group: [CodeBlockItemSyntax], _ rest: ArraySlice<CodeBlockItemSyntax>
    ) throws(CaptureProblem) -> [Result] {
        var results: [Result] = []
        for item in group {
            let isDeclaredVariable =
                item.item.as(VariableDeclSyntax.self)?.bindingSpecifier.tokenKind == .keyword(.var)
            for name in item.declaredNames where rest.contains(where: { $0.mentions(name) }) {
                guard offload.sendability.answer(planner.type(ofLocal: name)) == .yes else {
                    throw .refused("`\(name)` is used later and may not be `Sendable`")
                }
                let isVariable = isDeclaredVariable && rest.contains { $0.mayChange(name) }
                results.append(Result(name: name, isVariable: isVariable))
            }
        }
        if results.count > 1, results.contains(where: \.isVariable) {
            throw .refused("several variables are used later")
        }
        return results
    }

    private func checkReturned(_ value: ExprSyntax) throws(CaptureProblem) {
        guard case .function(let function) = program.index.body(planner.site.body).kind,
            let written = program.index.function(FunctionReference(planner.file, function)).result
        else { throw .refused("the type of the returned value is not known") }
        let owner = program.index.function(FunctionReference(planner.file, function)).parent
        let type = program.resolver.type(written, of: owner, in: planner.file)
        guard offload.sendability.answer(type) == .yes else {
            throw .refused("the returned value, of `\(program.spelled(type))`, may not be `Sendable`")
        }
    }

    /// What only the group uses is released when the group ends; that is wrong when its `deinit` ends something for the
    /// statements after it too.
    private func checkReleased(
        _ group: [CodeBlockItemSyntax], _ rest: ArraySlice<CodeBlockItemSyntax>
    ) throws(CaptureProblem) {
        guard !rest.isEmpty else { return }
        let lifetimes = Lifetimes(program: program)
        for name in group.flatMap(\.declaredNames)
        where name != releasedLock && !rest.contains(where: { $0.mentions(name) }) {
            guard !lifetimes.endWithWork(planner.type(ofLocal: name)) else {
                throw .refused("the `deinit` of `\(name)` would run before the statements after it")
            }
        }
    }

    /// A `defer` of the group runs when the group ends; that is right when it only cleans up what the group made and
    /// nothing uses later.
    private func checkDeferred(
        _ group: [CodeBlockItemSyntax], _ rest: ArraySlice<CodeBlockItemSyntax>
    ) throws(CaptureProblem) {
        // The block ends where the group does.
        if rest.isEmpty { return }
        let declared = Set(group.flatMap(\.declaredNames))
        for item in group {
            guard let deferred = item.item.as(DeferStmtSyntax.self) else { continue }
            let names = FreeNames(in: [Syntax(deferred.body)]).uses.map(\.name)
            let locals = names.filter { LexicalScope.binding(of: $0, at: Syntax(deferred)) != nil }
            guard !locals.isEmpty, locals.allSatisfy(declared.contains), deferred.onlyCleansUp,
                !locals.contains(where: { name in rest.contains { $0.mentions(name) } })
            else { throw .refused("a `defer` would run too early") }
        }
    }
}

extension DeferStmtSyntax {
    /// Whether all that it calls is named like the end of something: `handle.close()`, `fileManager.removeItem(at: url)`.
    fileprivate var onlyCleansUp: Bool {
        let search = CalledNames(viewMode: .sourceAccurate)
        search.walk(body)
        return search.names.allSatisfy { name in Self.endings.contains { name.lowercased().contains($0) } }
    }

    private static let endings = [
        "close", "remove", "delete", "dealloc", "deinit", "destroy", "free", "unlock", "release", "unlink", "rmdir",
        "munmap", "stop", "finali", "invalidate", "cancel", "terminate", "cleanup", "shutdown",
    ]
}

/// Collects what is called, by its last name.
private final class CalledNames: SyntaxVisitor {
    private(set) var names: [String] = []

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        names.append(node.calledExpression.lastName ?? "")
        return .visitChildren
    }
}

extension CodeBlockItemSyntax {
    /// Names that the statement adds to its block.
    var declaredNames: [String] {
        if let variable = item.as(VariableDeclSyntax.self) {
            return variable.bindings.flatMap { binding in
                binding.pattern.tokens(viewMode: .sourceAccurate).compactMap { token in
                    token.parent?.is(IdentifierPatternSyntax.self) == true ? token.text : nil
                }
            }
        }
        guard let guarded = item.as(GuardStmtSyntax.self) else { return [] }
        return guarded.conditions.tokens(viewMode: .sourceAccurate).compactMap { token in
            token.parent?.is(IdentifierPatternSyntax.self) == true ? token.text : nil
        }
    }

    /// The value of `let name = value`.
    fileprivate func constant(named name: String) -> ExprSyntax? {
        guard let variable = item.as(VariableDeclSyntax.self), variable.bindingSpecifier.tokenKind == .keyword(.let),
            onlyLocalName == name, variable.modifiers.isEmpty, variable.attributes.isEmpty,
            let binding = variable.bindings.first, binding.typeAnnotation == nil
        else { return nil }
        return binding.initializer?.value
    }

    /// Whether the statement may change a variable: by an assignment, with `&`, or by a method.
    fileprivate func mayChange(_ name: String) -> Bool {
        let names = FreeNames(in: [Syntax(item)])
        if names.mutated.contains(name) { return true }
        return names.uses.contains { use in
            guard use.name == name, let member = use.node.parent?.as(MemberAccessExprSyntax.self) else { return false }
            return member.parent?.is(FunctionCallExprSyntax.self) == true
        }
    }
}

extension SyntaxProtocol {
    /// Whether the code uses a name, not as a member or a label.
    func mentions(_ name: String) -> Bool {
        tokens(viewMode: .sourceAccurate).contains { token in
            guard token.text == name else { return false }
            if let reference = token.parent?.as(DeclReferenceExprSyntax.self) {
                return reference.parent?.as(MemberAccessExprSyntax.self)?.declName.id != reference.id
            }
            // `if let name`
            return token.parent?.is(IdentifierPatternSyntax.self) == true
        }
    }
}

extension SyntaxProtocol {
    /// Whether an error can leave the code: a `try` or a `throw` that nothing in it catches.
    var throwsOut: Bool {
        let search = ThrowSearch(viewMode: .sourceAccurate)
        search.walk(self)
        return search.throwsOut
    }
}
