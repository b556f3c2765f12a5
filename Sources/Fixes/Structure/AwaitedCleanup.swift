import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Turns a `defer` of asynchronous code into a local function that may suspend, and awaits it at every way out of the
/// block: at its end, before each `return`, and where an error leaves it.
///
/// That is what people write by hand as long as an `await` may not stand in a `defer`.
struct AwaitedCleanup {
    let program: Program
    let target: FixTarget
    /// The call in the `defer`.
    let site: BlockingSite

    private static let reason =
        "what was deferred is awaited at each way out of the block, and whoever adds another has to await it too"

    /// Nobody reads a change of more lines than these to see that only their depth changes.
    private static let maximumLines = 100

    /// - Parameter inner: what becomes of the call in the `defer`.
    func draft(_ inner: FixDraft) throws(FixRefusal) -> FixDraft {
        guard let deferred = site.node.deferral, let item = deferred.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self)
        else { throw Self.refusal("it is no statement of a block") }
        let rest = Array(list.drop { $0.position <= item.position })
        guard !rest.isEmpty else { throw Self.refusal("nothing follows it") }
        try checkNames(in: deferred)
        let exits = BlockExits(of: rest)
        if exits.leavesLoop { throw Self.refusal("what follows leaves a loop around it") }
        if exits.returns.contains(where: exits.hasOtherWork(at:)) {
            throw Self.refusal("what follows defers something too, and returns")
        }
        let name = try name(in: list)
        let isThrowing = rest.contains(where: Self.throwsOut)
        let place = try AwaitPlace(ofStatement: rest[0])
        if isThrowing, !place.mayThrow { throw Self.refusal("it is not known who takes an error of what follows") }
        let lines = try WholeLines(from: item, to: rest, in: target)
        var ways: [Rewrite] = []
        for exit in exits.returns { ways += try awaiting(name, before: exit) }
        let tail = tail(lines.indentation, name, isThrowing: isThrowing, exits, reachesEnd: !rest.alwaysLeave)
        if isThrowing || exits.hasOtherWork {
            guard lines.count <= Self.maximumLines else { throw Self.refusal("what follows is too long to be nested") }
            ways = lines.nested(ways, tail: tail)
        } else if !tail.isEmpty {
            ways.append(target.inserting(tail, at: lines.end))
        }
        let declaration = target.replacing(deferred.deferKeyword.textRange, with: "func \(name)() async")
        return FixDraft(
            title: inner.title + ", at each way out", style: inner.style, reasons: [Self.reason] + inner.reasons,
            rewrites: broken(inner.rewrites, in: deferred) + [declaration] + ways)
    }

    /// A block of one line gets three where its line would be too long.
    private func broken(_ rewrites: [Rewrite], in deferred: DeferStmtSyntax) -> [Rewrite] {
        guard !rewrites.contains(where: { $0.newText.contains("\n") && deferred.textRange.contains($0.range) }),
            let statement = deferred.body.statements.first, let block = OneLineBlock(around: statement, target),
            Edits.apply(rewrites, to: statement.textRange, of: target).utf8.count + 24 > block.room
        else { return rewrites }
        return block.breaks + rewrites
    }

    /// A `catch` for what never throws would be told by the compiler.
    private static func throwsOut(_ statement: CodeBlockItemSyntax) -> Bool {
        let search = ThrowSearch(viewMode: .sourceAccurate)
        search.skipsAssertions = true
        search.walk(statement.item)
        return search.throwsOut
    }

    private static func refusal(_ reason: String) -> FixRefusal {
        FixRefusal("a `defer` block cannot suspend, and \(reason)")
    }

    // MARK: Names

    /// A function may use only what has a value where it is declared; what is deferred sees what comes later too.
    private func checkNames(in deferred: DeferStmtSyntax) throws(FixRefusal) {
        let names = FreeNames(in: [Syntax(deferred.body)])
        for use in names.uses {
            guard let binding = LexicalScope.binding(of: use.name, at: Syntax(deferred)) else { continue }
            if binding.kind == .inoutParameter { throw Self.refusal("`\(use.name)` is an `inout` parameter") }
            if names.mutated.contains(use.name) || names.changedByMethods.contains(use.name) {
                throw Self.refusal("it changes the local variable `\(use.name)`")
            }
            guard let variable = binding.statement?.item.as(VariableDeclSyntax.self) else { continue }
            let isAsync = variable.modifiers.contains { $0.name.text == "async" }
            guard !isAsync, variable.bindings.allSatisfy({ $0.initializer != nil }) else {
                throw Self.refusal("`\(use.name)` may have no value yet")
            }
        }
        var current = Syntax(deferred).parent
        while let node = current, !node.is(FunctionDeclSyntax.self) {
            if node.is(InitializerDeclSyntax.self) { throw Self.refusal("it stands in an initializer") }
            current = node.parent
        }
        if let function = current?.as(FunctionDeclSyntax.self),
            function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.mutating) })
        {
            throw Self.refusal("it stands in a mutating function")
        }
    }

    /// What the local function is called: a word that nothing around it uses.
    private func name(in list: CodeBlockItemListSyntax) throws(FixRefusal) -> String {
        var code = Syntax(list)
        while let parent = code.parent, !code.is(FunctionDeclSyntax.self) { code = parent }
        let words = Set(code.tokens(viewMode: .sourceAccurate).map(\.text))
        guard let name = ["cleanUp", "cleanUpFirst", "tearDown", "wrapUp"].first(where: { !words.contains($0) }) else {
            throw Self.refusal("too much is cleaned up there")
        }
        return name
    }

    // MARK: Ways out

    /// `return value` awaits the clean-up between its value and itself.
    private func awaiting(_ name: String, before exit: ReturnStmtSyntax) throws(FixRefusal) -> [Rewrite] {
        let start = exit.textRange.start
        let line = Indentation.lineStart(of: start, in: target.text)
        let isFirst = target.text(SourceRange(line, start)).allSatisfy(\.isWhitespace)
        let indentation = Indentation(at: start, in: target.text)
        var breaks: [Rewrite] = []
        var inner = indentation.line
        if !isFirst {
            guard let block = OneLineBlock(around: exit, target) else {
                throw Self.refusal("a `return` stands on a line with other code")
            }
            breaks = block.breaks
            inner = indentation.deeper.line
        }
        guard let value = exit.expression, !isPlain(value) else {
            return breaks + [target.inserting("await \(name)()\n\(inner)", at: start)]
        }
        let result = try declaration(of: value, in: exit)
        return breaks + [
            target.replacing(SourceRange(start, value.textRange.start), with: result),
            target.inserting("\n\(inner)await \(name)()\n\(inner)return result", at: value.textRange.end),
        ]
    }

    /// A local or a literal: what is cleaned up before cannot change it.
    private func isPlain(_ value: ExprSyntax) -> Bool {
        if let name = value.as(DeclReferenceExprSyntax.self) {
            return LexicalScope.binding(of: name.baseName.text, at: Syntax(value)) != nil
        }
        return value.is(NilLiteralExprSyntax.self) || value.is(BooleanLiteralExprSyntax.self)
            || value.is(IntegerLiteralExprSyntax.self)
    }

    /// `let result: Int = `, with the type of the function, which the value may depend on.
    private func declaration(of value: ExprSyntax, in exit: ReturnStmtSyntax) throws(FixRefusal) -> String {
        if value.mentions("result") { throw Self.refusal("`result` means two things") }
        var current = Syntax(exit).parent
        while let node = current {
            if let closure = node.as(ClosureExprSyntax.self) {
                if let type = closure.signature?.returnClause?.type { return "let result: \(target.text(type)) = " }
                guard value.isTypedByItself else { throw Self.refusal("the type of a returned value is not known") }
                return "let result = "
            }
            if let function = node.as(FunctionDeclSyntax.self) {
                guard let type = function.signature.returnClause?.type, !type.is(SomeOrAnyTypeSyntax.self) else {
                    throw Self.refusal("the type of a returned value is not known")
                }
                return "let result: \(target.text(type)) = "
            }
            current = node.parent
        }
        throw Self.refusal("the type of a returned value is not known")
    }

    /// What follows the last line.
    private func tail(
        _ indentation: Indentation, _ name: String, isThrowing: Bool, _ exits: BlockExits, reachesEnd: Bool
    ) -> String {
        let (outer, inner) = (indentation.line, indentation.line + indentation.step)
        var text = ""
        if isThrowing {
            text = "\n\(outer)} catch {\n\(inner)await \(name)()\n\(inner)throw error\n\(outer)}"
        } else if exits.hasOtherWork {
            text = "\n\(outer)}"
        }
        return reachesEnd ? text + "\n\(outer)await \(name)()" : text
    }
}

/// The lines from the end of one statement to the end of the last after it, when nothing else stands on them.
private struct WholeLines {
    /// Without their ends, and without those that are empty.
    private var lines: [SourceRange] = []
    private let target: FixTarget
    var count: Int { lines.count }
    let end: Int
    let indentation: Indentation

    init(from item: CodeBlockItemSyntax, to rest: [CodeBlockItemSyntax], in target: FixTarget) throws(FixRefusal) {
        let refusal = FixRefusal("a `defer` block cannot suspend, and other code stands on its lines")
        guard let first = rest.first, let last = rest.last, let token = last.lastToken(viewMode: .sourceAccurate),
            let next = token.nextToken(viewMode: .sourceAccurate)
        else { throw refusal }
        self.target = target
        indentation = Indentation(at: item.textRange.start, in: target.text)
        end = last.textRange.end + Indentation.restOfLine(after: last.textRange.end, in: target.text)
        var start = item.textRange.end + Indentation.restOfLine(after: item.textRange.end, in: target.text) + 1
        guard start <= first.textRange.start, next.textRange.start > end, item.isFirstOnItsLine(target) else {
            throw refusal
        }
        while start < end {
            let length = Indentation.restOfLine(after: start, in: target.text)
            let line = SourceRange(start, start + length)
            if !target.text(line).allSatisfy(\.isWhitespace) { lines.append(line) }
            start += length + 1
        }
        guard !lines.isEmpty else { throw refusal }
    }

    /// The lines in a `do` of their own. Each is replaced as a whole, so that nothing else changes it meanwhile and then
    /// stands at the wrong depth.
    func nested(_ rewrites: [Rewrite], tail: String) -> [Rewrite] {
        let (outer, step) = (indentation.line, indentation.step)
        return lines.enumerated().map { number, line in
            let text = Edits.apply(rewrites, to: line, of: target)
            let head = number == 0 ? "\(outer)do {\n" : ""
            let isLast = number == lines.count - 1
            return target.replacing(line, with: head + step + indentation.indented(text) + (isLast ? tail : ""))
        }
    }
}

extension CodeBlockItemSyntax {
    fileprivate func isFirstOnItsLine(_ target: FixTarget) -> Bool {
        let start = Indentation.lineStart(of: textRange.start, in: target.text)
        return target.text(SourceRange(start, textRange.start)).allSatisfy(\.isWhitespace)
    }
}

extension ExprSyntax {
    /// Whether the expression has a type without anything that asks for one.
    fileprivate var isTypedByItself: Bool {
        let inner = self.as(TryExprSyntax.self)?.expression ?? self.as(AwaitExprSyntax.self)?.expression
        if let inner { return inner.isTypedByItself }
        guard let call = self.as(FunctionCallExprSyntax.self) else { return false }
        if let member = call.calledExpression.as(MemberAccessExprSyntax.self) { return member.base != nil }
        return call.calledExpression.is(DeclReferenceExprSyntax.self)
    }
}
