import ProgramModel
import RuleCatalogue
import SourceModel
import SwiftSyntax

/// Replaces a library's blocking call by the async form that the catalogue has for it.
struct AsyncReplacement {
    let program: Program
    let target: FixTarget
    let site: BlockingSite
    let entry: EffectEntry

    /// - Parameter template: as `EffectEntry.asyncForm`.
    func draft(_ template: String) throws(FixRefusal) -> FixDraft {
        let place = try AwaitPlace(of: site.node, awaitsDeferred: site.awaitsDeferred)
        try checkIsNotEmbedded()
        var (form, marks) = Self.split(try filled(template))
        if place.boundFirst != nil, !marks.asynchronous {
            throw FixRefusal("the call stands in an autoclosure, and its other form suspends elsewhere")
        }
        var test: Rewrite?
        if place.boundFirst != nil, place.isTriedInside, !place.mayThrow, !site.awaitsDeferred {
            test = try ThrowingTest(program: program, target: target, site: site).rewrite()
        }
        if marks.throwing, !place.mayThrow, entry.waits == .time, place.boundFirst == nil {
            return try sleep(form, place)
        }
        if site.awaitsDeferred, marks.throwing, !place.mayThrow { return try deferred(form, place) }
        if marks.throwing, !place.mayThrow, !place.isAsyncLet, test == nil {
            throw FixRefusal("the async form throws, and nothing here takes an error")
        }
        if place.isCondition, form.contains(" {") {
            throw FixRefusal("the async form has a trailing closure, which cannot stand in a condition")
        }
        if form.hasSuffix(".get()") { try checkFutureValue() }
        if !place.isUnused, form.hasPrefix("Task.sleep") { try checkValue(place) }
        form = formatted(form)
        var rewrites =
            marks.asynchronous
            ? try place.awaiting(
                form, insteadOf: site.node.textRange, addingTry: marks.throwing, prefix: discarding(place, form),
                target)
            : [target.replacing(site.node.textRange, with: form)]
        rewrites += [test].compactMap { $0 }
        if let module = entry.asyncModule,
            let imported = ImportInsertion.rewrite(of: module, isConditional: true, in: target)
        {
            rewrites.append(imported)
        }
        var reasons: [String] = []
        if let hazard = StateHazard(program: program, target: target).reason(at: site) { reasons.append(hazard) }
        if place.errors == .caught, place.coveringTry == nil, marks.throwing {
            reasons.append("the error of a cancelled task reaches the `catch` around it")
        }
        if place.isTriedInside { reasons.append(BoundFirst.reason) }
        let isPlainTry = place.coveringTry?.questionOrExclamationMark == nil
        if place.coveringTry != nil, !isPlainTry, entry.waits == .time {
            reasons.append("a cancelled task does not sleep on")
        }
        return FixDraft(
            title: "Await `\(Self.name(of: form))` instead", style: .asyncAPI, reasons: reasons, rewrites: rewrites)
    }

    /// No error leaves what is cleaned up: an assertion notes it, and where nothing was thrown it is dropped.
    private func deferred(_ form: String, _ place: AwaitPlace) throws(FixRefusal) -> FixDraft {
        let title = "Await `\(Self.name(of: form))` instead"
        if let assertion = place.boundFirst, assertion.isWholeStatement {
            let block = OneLineBlock(around: assertion.statement, target)
            var indentation = Indentation(at: assertion.statement.textRange.start, in: target.text)
            if block != nil { indentation = indentation.deeper }
            let (outer, inner) = (indentation.line, indentation.deeper.line)
            let text =
                "do {\n\(inner)\(discarding(place, form))try await \(formatted(form))\n\(outer)} catch {\n"
                + "\(inner)XCTFail(\"\\(error)\")\n\(outer)}"
            return FixDraft(
                title: title, style: .asyncAPI,
                rewrites: (block?.breaks ?? []) + [target.replacing(assertion.statement.textRange, with: text)])
        }
        guard place.boundFirst == nil, place.coveringTry == nil, place.isUnused else {
            throw FixRefusal("the async form throws, and nothing here takes an error")
        }
        return FixDraft(
            title: title, style: .asyncAPI, reasons: ["an error of the async form is dropped"],
            rewrites: [target.replacing(site.node.textRange, with: "try? await \(formatted(form))")])
    }

    /// An assertion takes any value; a statement of its own takes that of a future only when it is dropped.
    private func discarding(_ place: AwaitPlace, _ form: String) -> String {
        guard place.boundFirst?.isWholeStatement == true, form.hasSuffix(".get()"), let call = site.call else {
            return ""
        }
        return program.resolver.resolve(call).result.isVoid ? "" : "_ = "
    }

    /// The value of an awaited future leaves the event loop.
    private func checkFutureValue() throws(FixRefusal) {
        if let call = site.call, Sendability(program).answer(program.resolver.resolve(call).result) == .no {
            throw FixRefusal("the value of the future is not `Sendable`")
        }
        guard let made = site.receiver?.as(FunctionCallExprSyntax.self)?.calledExpression.lastName else { return }
        if made == "handler", isOfSendableType { return }
        if ["handler", "context"].contains(made) {
            throw FixRefusal("a channel's handler is not `Sendable`, so it stays on its event loop")
        }
    }

    /// `handler(type: Echo.self)`, where `Echo` says that it is `Sendable`.
    private var isOfSendableType: Bool {
        guard let range = site.receiver?.textRange else { return false }
        let summary = program.files[site.site.file].summary
        let call = summary.calls.first {
            range.contains($0.nameRange.start) && $0.baseName(in: summary) == "handler" && $0.arguments.count == 1
        }
        guard let call, call.arguments[0].label == "type" else { return false }
        let scope = Scope(file: site.site.file, body: call.body)
        guard case .metatype(let type) = program.resolver.type(of: call.arguments[0].value, in: scope) else {
            return false
        }
        return Sendability(program).answer(type) == .yes
    }

    /// Embedded channels and loops may be used by their own thread alone, which an `await` may leave.
    private func checkIsNotEmbedded() throws(FixRefusal) {
        guard let receiver = site.receiver else { return }
        let scope = CapturePlanner(program: program, target: target, sendability: Sendability(program), site: site)
        for token in receiver.tokens(viewMode: .sourceAccurate)
        where token.parent?.is(DeclReferenceExprSyntax.self) == true {
            guard case .nominal(let id, _) = scope.type(named: token.text).unwrapped,
                program.index[id].name.hasPrefix("Embedded")
            else { continue }
            throw FixRefusal("an embedded event loop belongs to its thread")
        }
    }

    /// In code that cannot throw, a sleep that is cut short by cancellation is the form that people write.
    private func sleep(_ form: String, _ place: AwaitPlace) throws(FixRefusal) -> FixDraft {
        guard place.isUnused, !place.isAsyncLet else { throw FixRefusal("the value of the call is used") }
        var reasons = ["a cancelled task goes on at once instead of sleeping to the end"]
        if let hazard = StateHazard(program: program, target: target).reason(at: site) { reasons.append(hazard) }
        let rewrite = target.replacing(site.node.textRange, with: "try? await " + formatted(form))
        return FixDraft(
            title: "Await `\(Self.name(of: form))` instead", style: .asyncAPI, reasons: reasons, rewrites: [rewrite])
    }

    /// `sleep` returns what was left of the time; its async form returns nothing.
    private func checkValue(_ place: AwaitPlace) throws(FixRefusal) {
        if let call = site.call, program.resolver.resolve(call).result.isVoid || entry.typeName == "Thread" { return }
        throw FixRefusal("the value of the call is used, and its async form has none")
    }

    /// Packages that run on systems without `Duration` get nanoseconds.
    private func formatted(_ form: String) -> String {
        guard form.hasPrefix("Task.sleep(for: .") else { return form }
        let simple = DurationText.simplified(in: form)
        guard !target.module.hasDurations else { return simple }
        return Self.inNanoseconds(simple) ?? simple
    }

    /// `Task.sleep(nanoseconds:)` for the same time, when that is a literal.
    private static func inNanoseconds(_ form: String) -> String? {
        let factors = [
            "seconds": "_000_000_000", "milliseconds": "_000_000", "microseconds": "_000", "nanoseconds": "",
        ]
        for (unit, zeros) in factors {
            let start = "Task.sleep(for: .\(unit)("
            guard form.hasPrefix(start), form.hasSuffix("))") else { continue }
            let amount = form.dropFirst(start.count).dropLast(2)
            guard amount.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            return "Task.sleep(nanoseconds: \(amount)\(zeros))"
        }
        return nil
    }

    // MARK: The template

    /// Puts the call's receiver and arguments into the places of a template.
    func filled(_ template: String) throws(FixRefusal) -> String {
        var used: Set<Int> = []
        var result = ""
        var rest = template[...]
        let labels = site.arguments.map { $0.label?.text ?? "_" }
        while let open = rest.firstIndex(of: "{") {
            let name = rest[rest.index(after: open)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            result += rest[..<open]
            guard !name.isEmpty, rest[name.endIndex...].first == "}" else {
                result += "{"
                rest = rest[rest.index(after: open)...]
                continue
            }
            rest = rest[rest.index(after: name.endIndex)...]
            if name == "receiver" {
                if let receiver = site.receiver {
                    result += target.text(receiver)
                } else if rest.first == "." {
                    rest = rest.dropFirst()
                }
                continue
            }
            guard let index = Int(name) ?? labels.firstIndex(of: String(name)), site.arguments.indices.contains(index)
            else { throw FixRefusal("the call has no argument for `\(name)` of the async form") }
            // `.distantFuture` takes its type from the parameter, and the async form has another one.
            if site.arguments[index].expression.as(MemberAccessExprSyntax.self)?.base == nil,
                site.arguments[index].expression.is(MemberAccessExprSyntax.self), entry.waits == .time
            {
                throw FixRefusal("the argument leaves its type to the call")
            }
            used.insert(index)
            result += argument(index, isReceiver: rest.first == ".")
        }
        guard used.count == site.arguments.count else {
            throw FixRefusal("the async form does not take all arguments of the call")
        }
        return result + rest
    }

    private func argument(_ index: Int, isReceiver: Bool) -> String {
        let expression = site.arguments[index].expression
        let text = target.text(expression)
        return isReceiver && expression.is(SequenceExprSyntax.self) ? "(\(text))" : text
    }

    /// Takes `try` and `await` from the front of a form.
    private static func split(_ form: String) -> (form: String, marks: (throwing: Bool, asynchronous: Bool)) {
        if form.hasPrefix("try await ") { return (String(form.dropFirst(10)), (true, true)) }
        if form.hasPrefix("await ") { return (String(form.dropFirst(6)), (false, true)) }
        return (form, (form.contains("try "), false))
    }

    /// What the title says: the form up to its arguments.
    private static func name(of form: String) -> String {
        let name = form.prefix { $0 != "(" && $0 != "{" && $0 != "\n" }
        return String(name.reversed().drop { $0 == " " }.reversed())
    }
}
