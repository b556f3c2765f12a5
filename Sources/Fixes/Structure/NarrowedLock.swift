import struct SourceModel.SourceRange
import ProgramModel
import SourceModel
import SwiftSyntax

/// Gives a lock up before the task suspends: what stands before and after the suspension is guarded in scopes of its own.
///
/// Only where what is awaited uses nothing that the lock guards. Whether others may come in between is for a person to
/// say, so the fix is never safe.
struct NarrowedLock {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    func draft() throws(FixRefusal) -> FixDraft {
        let lock = ScopedLock(program: program, target: target, site: site)
        let receiver = try lock.receiver()
        let (items, start) = try lock.statements()
        let section = try section(of: receiver, items, after: start)
        let unlocks = section.code.contains { item in
            item.tokens(viewMode: .sourceAccurate).contains { $0.text == "unlock" || $0.text == "lock" }
        }
        if unlocks { throw FixRefusal("the lock is given up or taken again in between") }
        guard let first = section.code.firstIndex(where: \.suspends),
            let last = section.code.lastIndex(where: \.suspends)
        else { throw FixRefusal("the suspension does not stand in the same block") }
        var before = Part(statements: Array(section.code[..<first]), target)
        let middle = Array(section.code[first...last])
        var after = Part(statements: Array(section.code[(last + 1)...]), target)
        let split = try SplitAssignment(middle, in: target, at: Syntax(items[start]))
        if let split { after.text = after.text.isEmpty ? split.assignment : split.assignment + "\n" + after.text }
        guard !before.isEmpty || !after.isEmpty || split != nil else {
            throw FixRefusal("the lock guards nothing but what suspends")
        }
        try checkIndependence(
            of: middle, from: section.code.filter { item in !middle.contains { $0.id == item.id } }, split)
        try before.close(usedIn: Array(section.code[first...]) + section.rest)
        try after.close(usedIn: section.rest)

        let indentation = Indentation(at: items[start].textRange.start, in: target.text)
        var rewrites: [Rewrite] = []
        if let range = before.range {
            let comments = lock.comments(SourceRange(items[start].textRange.end, range.start))
            before.text = (comments + [before.text]).joined(separator: "\n")
            rewrites.append(
                target.replacing(
                    SourceRange(items[start].textRange.start, range.end), with: before.scoped(receiver, indentation)))
        } else {
            rewrites.append(removal(of: items[start].textRange))
        }
        if let deferred = section.deferred { rewrites.append(removal(of: deferred.textRange)) }
        if let split { rewrites.append(target.replacing(split.range, with: split.binding)) }
        rewrites += try closing(after, section, middle, receiver, indentation)
        return FixDraft(
            title: "Hold the lock only where nothing is awaited", style: .structure,
            reasons: ["others may take the lock while the task suspends"], rewrites: rewrites)
    }

    private func closing(
        _ after: Part, _ section: Section, _ middle: [CodeBlockItemSyntax], _ receiver: String,
        _ indentation: Indentation
    ) throws(FixRefusal) -> [Rewrite] {
        if after.isEmpty { return section.unlock.map { [removal(of: $0.textRange)] } ?? [] }
        let text = after.scoped(receiver, indentation)
        if let range = after.range {
            return [target.replacing(SourceRange(range.start, section.unlock?.textRange.end ?? range.end), with: text)]
        }
        if let unlock = section.unlock { return [target.replacing(unlock.textRange, with: text)] }
        guard let end = middle.last?.textRange.end else { return [] }
        return [target.inserting("\n" + indentation.line + text, at: end)]
    }

    private func removal(of range: SourceRange) -> Rewrite { Lines(target).removal(of: range) }

    // MARK: The section

    private struct Section {
        var code: [CodeBlockItemSyntax]
        /// `defer { lock.unlock() }`
        var deferred: CodeBlockItemSyntax?
        var unlock: CodeBlockItemSyntax?
        var rest: [CodeBlockItemSyntax]
    }

    private func section(
        of receiver: String, _ items: [CodeBlockItemSyntax], after start: Int
    ) throws(FixRefusal) -> Section {
        let unlock = receiver + ".unlock()"
        if items.indices.contains(start + 1), let deferred = items[start + 1].item.as(DeferStmtSyntax.self),
            deferred.body.statements.count == 1, deferred.body.statements.first?.trimmedDescription == unlock
        {
            return Section(code: Array(items[(start + 2)...]), deferred: items[start + 1], unlock: nil, rest: [])
        }
        guard let end = items[(start + 1)...].firstIndex(where: { $0.trimmedDescription == unlock }) else {
            throw FixRefusal("the lock is not given up in the same block")
        }
        return Section(
            code: Array(items[(start + 1)..<end]), deferred: nil, unlock: items[end], rest: Array(items[(end + 1)...]))
    }

    // MARK: What the lock guards

    /// What is awaited must use no variable that is used under the lock, and no method of the same type: that may use it.
    private func checkIndependence(
        of middle: [CodeBlockItemSyntax], from guarded: [CodeBlockItemSyntax], _ split: SplitAssignment?
    ) throws(FixRefusal) {
        var shared = Set(FreeNames(in: guarded.map { Syntax($0.item) }).uses.filter(isVariable).map(\.name))
        if let split { shared.insert(split.root) }
        let code = split.map { [Syntax($0.value)] } ?? middle.map { Syntax($0.item) }
        for use in FreeNames(in: code).uses {
            let isSelf = use.node.baseName.tokenKind == .keyword(.self)
            if isSelf || isOwnFunction(use.name) {
                throw FixRefusal("what is awaited belongs to the same type, and may need the lock")
            }
            if shared.contains(use.name) {
                throw FixRefusal("`\(use.name)` is used under the lock and in what is awaited")
            }
        }
    }

    private func isVariable(_ use: FreeNames.Use) -> Bool {
        if let local = LexicalScope.binding(of: use.name, at: Syntax(use.node)) {
            return local.kind == .variable || local.kind == .inoutParameter
        }
        return use.name.first?.isUppercase != true && !isOwnFunction(use.name)
    }

    private func isOwnFunction(_ name: String) -> Bool {
        guard
            let owner = program.index.nominal(
                of: program.index.body(site.body).enclosingType, in: site.site.file)
        else { return false }
        return program.resolver.members(named: name, of: owner, from: site.site.file).contains { _, members in
            members.contains { member in
                if case .function = member { true } else { false }
            }
        }
    }
}

/// Statements that are to stand in a scope of the lock.
private struct Part {
    let statements: [CodeBlockItemSyntax]
    let range: SourceRange?
    var text: String
    private var result: String?

    init(statements: [CodeBlockItemSyntax], _ target: FixTarget) {
        self.statements = statements
        if let first = statements.first, let last = statements.last {
            let range = SourceRange(first.textRange.start, last.textRange.end)
            self.range = range
            text = target.text(range)
        } else {
            range = nil
            text = ""
        }
    }

    var isEmpty: Bool { text.isEmpty }

    /// Finds the value that later statements need, and makes sure that the rest may stand in a closure.
    mutating func close(usedIn later: [CodeBlockItemSyntax]) throws(FixRefusal) {
        let names = FreeNames(in: statements.map { Syntax($0.item) })
        if let obstacle = names.obstacle {
            throw FixRefusal("\(obstacle), so it cannot stand in `withLock`")
        }
        let declared = statements.flatMap(\.declaredNames).filter { name in later.contains { $0.mentions(name) } }
        guard declared.count <= 1 else { throw FixRefusal("several locals of the section are used after it") }
        result = declared.first
    }

    func scoped(_ receiver: String, _ indentation: Indentation) -> String {
        let isThrowing = statements.contains { Syntax($0.item).throwsOut }
        let head = result.map { "let \($0) = " } ?? ""
        let opening = "\(head)\(isThrowing ? "try " : "")\(receiver).withLock {"
        var body = text
        if let result { body += "\n\(indentation.line)return \(result)" }
        if !body.contains("\n"), !body.contains("//") { return opening + " \(body) }" }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            index > 0 && line.first?.isWhitespace == false ? indentation.line + line : String(line)
        }
        let inner = indentation.line + indentation.step
        let text = indentation.indented(lines.joined(separator: "\n"))
        return "\(opening)\n\(inner)\(text)\n\(indentation.line)}"
    }
}

/// `sum += await download()`: the awaited value is bound first, and the assignment stays under the lock.
private struct SplitAssignment {
    let range: SourceRange
    let value: ExprSyntax
    /// The variable that is assigned to.
    let root: String
    let binding: String
    let assignment: String

    /// - Returns: `nil` when the statement is no such assignment to what others can see.
    init?(_ middle: [CodeBlockItemSyntax], in target: FixTarget, at place: Syntax) throws(FixRefusal) {
        guard middle.count == 1, let item = middle.first, let sequence = item.item.as(SequenceExprSyntax.self) else {
            return nil
        }
        let elements = Array(sequence.elements)
        guard elements.count == 3, elements[1].isAssignment, let root = elements[0].rootName else { return nil }
        if let local = LexicalScope.binding(of: root, at: place), local.kind != .inoutParameter { return nil }
        guard !Syntax(elements[0]).suspends else { return nil }
        let taken = target.tree.tokens(viewMode: .sourceAccurate).contains { $0.text == "value" }
        let name = taken ? "awaitedValue" : "value"
        self.root = root
        range = item.textRange
        value = elements[2]
        binding = "let \(name) = \(target.text(elements[2]))"
        assignment = "\(target.text(elements[0])) \(target.text(elements[1])) \(name)"
    }
}

extension SyntaxProtocol {
    /// Whether the code awaits something itself.
    var suspends: Bool {
        let search = AwaitSearch(viewMode: .sourceAccurate)
        search.walk(self)
        return search.isFound
    }
}

private final class AwaitSearch: SyntaxVisitor {
    var isFound = false

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        isFound = true
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.awaitKeyword != nil { isFound = true }
        return .visitChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
