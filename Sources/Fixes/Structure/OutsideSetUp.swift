import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Takes what a closure sets up first, with the `defer` that cleans it up, out of the closure: the synchronous function
/// that waits for the closure does both, on a thread that may wait.
///
/// `runAsyncTest { let server = Server(); defer { server.stop() }; … }` in a synchronous test. An `await` may not stand in
/// a `defer`, but nothing says that these lines have to be asynchronous.
struct OutsideSetUp {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    private static let refusal = FixRefusal("a `defer` block cannot suspend")

    func draft() throws(FixRefusal) -> FixDraft {
        guard let item = site.node.deferral?.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self),
            let closure = list.parent?.as(ClosureExprSyntax.self), closure.signature == nil,
            let call = closure.parent?.as(FunctionCallExprSyntax.self), call.trailingClosure?.id == closure.id,
            call.additionalTrailingClosures.isEmpty, let statement = call.parent?.as(CodeBlockItemSyntax.self),
            let around = statement.parent?.as(CodeBlockItemListSyntax.self),
            around.parent?.parent?.is(FunctionDeclSyntax.self) == true
        else { throw Self.refusal }
        try checkIsWaitedFor()
        let setUp = Array(list.prefix { $0.position <= item.position })
        let rest = Array(list.dropFirst(setUp.count))
        for statement in setUp { try checkMayMove(statement) }
        try checkNames(of: setUp, in: rest, beside: around.filter { $0.id != statement.id }, at: Syntax(statement))
        return FixDraft(
            title: "Set up and clean up outside the closure", style: .structure,
            reasons: ["the set-up is made before the call, and cleaned up when the call has returned"],
            rewrites: try rewrites(closure, setUp, rest, statement))
    }

    // MARK: The call

    /// The function around must be synchronous and off the pool, and what it calls must wait for the closure.
    private func checkIsWaitedFor() throws(FixRefusal) {
        guard case .closure(let form) = program.index.kind(of: site.body), case .argument(let id, _) = form.use,
            let outer = program.index.parent(of: site.body), case .function = program.index.kind(of: outer),
            !AsynchronousCode(program: program).contains(outer), program.contexts.context(of: outer) == nil
        else { throw Self.refusal }
        let call = CallReference(site.body.file, id)
        guard program.index.call(call).awaits == .none,
            case .functions(let functions) = program.resolver.resolve(call).target,
            functions.allSatisfy(waitsForWork)
        else {
            throw FixRefusal("a `defer` block cannot suspend, and whether the call waits for its closure is not known")
        }
    }

    private func waitsForWork(_ function: FunctionReference) -> Bool {
        let declaration = program.index.function(function)
        guard !declaration.isAsync, let body = declaration.body else { return false }
        let summary = program.files[function.file].summary
        return summary.calls.indices.contains { position in
            let call = summary.calls[position]
            guard call.body == body else { return false }
            let entry = program.matcher.entry(of: CallReference(function.file, CallID(position)))?.entry
            // The catalogue's entry for XCTest's `wait(for:)` speaks of asynchronous code alone.
            let isXCTest = call.baseName(in: summary) == "wait" && call.arguments.first?.label == "for"
            return entry?.waits == .futureWork || isXCTest
        }
    }

    // MARK: The statements

    private func checkMayMove(_ statement: CodeBlockItemSyntax) throws(FixRefusal) {
        let isDeferred = statement.item.is(DeferStmtSyntax.self)
        guard isDeferred || statement.item.is(VariableDeclSyntax.self) else {
            throw FixRefusal("a `defer` block cannot suspend, and what stands before it may not move")
        }
        let words: Set<String> = ["await", "async", "return"]
        let isPlain = !statement.tokens(viewMode: .sourceAccurate).contains { words.contains($0.text) }
        // No error leaves a `defer`: its assertions take what is tried in them.
        guard isPlain, isDeferred || !Syntax(statement.item).throwsOut else {
            throw FixRefusal("a `defer` block cannot suspend, and what stands before it awaits or throws")
        }
    }

    /// What the rest of the closure uses must be constants that may cross threads, and no name may mean two things.
    private func checkNames(
        of setUp: [CodeBlockItemSyntax], in rest: [CodeBlockItemSyntax], beside others: [CodeBlockItemSyntax],
        at place: Syntax
    ) throws(FixRefusal) {
        let planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        for statement in setUp {
            let isConstant = statement.item.as(VariableDeclSyntax.self)?.bindingSpecifier.tokenKind == .keyword(.let)
            for name in statement.declaredNames {
                guard !others.contains(where: { $0.mentions(name) || $0.declaredNames.contains(name) }),
                    LexicalScope.binding(of: name, at: place) == nil
                else { throw FixRefusal("a `defer` block cannot suspend, and `\(name)` means two things") }
                guard rest.contains(where: { $0.mentions(name) }) else { continue }
                guard isConstant, sendability.answer(planner.type(ofLocal: name)) == .yes else {
                    throw FixRefusal("a `defer` block cannot suspend, and `\(name)` may not be `Sendable`")
                }
            }
        }
    }

    // MARK: The text

    /// Whole lines move, from the brace of the closure on, so that comments stay with what they speak of.
    private func rewrites(
        _ closure: ClosureExprSyntax, _ setUp: [CodeBlockItemSyntax], _ rest: [CodeBlockItemSyntax],
        _ statement: CodeBlockItemSyntax
    ) throws(FixRefusal) -> [Rewrite] {
        guard let first = setUp.first, let last = setUp.last, let next = rest.first else { throw Self.refusal }
        let brace = closure.leftBrace.textRange.end
        let start = brace + Indentation.restOfLine(after: brace, in: target.text) + 1
        let end = last.textRange.end + Indentation.restOfLine(after: last.textRange.end, in: target.text) + 1
        guard start <= first.textRange.start, end <= next.textRange.start else {
            throw FixRefusal("a `defer` block cannot suspend, and the closure is written on one line")
        }
        let inner = Indentation(at: first.textRange.start, in: target.text).line
        let place = statement.textRange.start
        let outer = Indentation(at: place, in: target.text).line
        var moved = ""
        for line in target.text(SourceRange(start, end)).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(inner) {
                moved += outer + line.dropFirst(inner.count) + "\n"
            } else if line.allSatisfy(\.isWhitespace) {
                moved += "\n"
            } else {
                throw FixRefusal("a `defer` block cannot suspend, and its lines are not indented alike")
            }
        }
        // The end of the last line has become an empty one, and the first line has its blanks already.
        let text = moved.dropLast().dropFirst(outer.count)
        let blanks = target.text[end...].prefix {
            [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")].contains($0)
        }
        let blankLines = blanks.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
        return [
            target.inserting(text + outer, at: place), target.replacing(SourceRange(start, blankLines), with: ""),
        ]
    }
}
