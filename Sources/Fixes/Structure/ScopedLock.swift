import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Puts the statements between `lock()` and `unlock()` into the lock's own scope: `lock.withLock { … }`.
///
/// The scope cannot suspend, so the compiler keeps what a reader had to check.
struct ScopedLock {
    let program: Program
    let target: FixTarget
    let site: BlockingSite

    private static let types: Set<String> = ["NSLock", "NSRecursiveLock", "NSCondition", "NIOLock", "NSLocking"]

    func draft() throws(FixRefusal) -> FixDraft {
        let receiver = try receiver()
        let (items, start) = try statements()
        let section = try section(of: receiver, in: items, after: start)
        let names = FreeNames(in: section.code.map { Syntax($0.item) })
        if section.value == nil, let obstacle = names.obstacle {
            throw FixRefusal("\(obstacle), so it cannot stand in `withLock`")
        }
        for name in names.mutated {
            if let binding = LexicalScope.binding(of: name, at: Syntax(items[start])), binding.kind == .constant {
                throw FixRefusal("it sets the constant `\(name)` for the first time")
            }
        }
        let declared = section.code.flatMap(\.declaredNames).filter { name in
            section.rest.contains { $0.mentions(name) }
        }
        guard declared.count <= 1 else { throw FixRefusal("several locals of the section are used after it") }
        return draft(items, start, section, receiver, declared.first)
    }

    /// The lock as it is written, when it has a scope.
    func receiver() throws(FixRefusal) -> String {
        guard let call = site.call, let receiver = site.receiver, site.calledMember?.memberName == "lock",
            site.arguments.isEmpty, isKnown(call)
        else { throw FixRefusal("the lock has no `withLock`") }
        return target.text(receiver)
    }

    private func isKnown(_ call: CallReference) -> Bool {
        guard case .external(let callee) = program.resolver.resolve(call).target,
            case .nominal(let id, _)? = callee.receiver?.unwrapped
        else { return false }
        return Self.types.contains(program.index[id].qualifiedName)
    }

    /// The statements of the block that takes the lock, and which of them does.
    func statements() throws(FixRefusal) -> ([CodeBlockItemSyntax], Int) {
        guard let item = site.node.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self)
        else { throw FixRefusal("the lock is not taken by a statement of its own") }
        let items = Array(list)
        guard let start = items.firstIndex(where: { $0.id == item.id }) else {
            throw FixRefusal("the lock is not taken by a statement of its own")
        }
        return (items, start)
    }

    /// The comments between two places, one for each line.
    func comments(_ range: SourceRange) -> [String] {
        target.text(range).split(separator: "\n").compactMap { line in
            let text = line.drop { $0 == " " || $0 == "\t" }
            guard let mark = text.indices.first(where: { text[$0...].hasPrefix("//") || text[$0...].hasPrefix("/*") })
            else { return nil }
            return String(text[mark...].reversed().drop { $0.isWhitespace }.reversed())
        }
    }

    private struct Section {
        /// Statements that hold the lock.
        var code: [CodeBlockItemSyntax]
        /// What the last of them returns from the function.
        var value: ExprSyntax?
        /// The last statement that is replaced.
        var end: Int
        var rest: [CodeBlockItemSyntax]
    }

    private func section(
        of receiver: String, in items: [CodeBlockItemSyntax], after start: Int
    ) throws(FixRefusal) -> Section {
        let unlock = receiver + ".unlock()"
        if items.indices.contains(start + 1), let deferred = items[start + 1].item.as(DeferStmtSyntax.self),
            deferred.body.statements.count == 1,
            deferred.body.statements.first?.trimmedDescription == unlock
        {
            let code = Array(items[(start + 2)...])
            guard !code.isEmpty else { throw FixRefusal("nothing stands behind the `defer`") }
            let value = code.last?.item.as(ReturnStmtSyntax.self)?.expression
            let moved = code.dropLast(value == nil ? 0 : 1).map { Syntax($0.item) } + (value.map { [Syntax($0)] } ?? [])
            if let obstacle = FreeNames(in: moved).obstacle {
                throw FixRefusal("\(obstacle), so it cannot stand in `withLock`")
            }
            return Section(code: code, value: value, end: items.count - 1, rest: [])
        }
        guard let end = items[(start + 1)...].firstIndex(where: { $0.trimmedDescription == unlock }) else {
            throw FixRefusal("the lock is not given up in the same block")
        }
        return Section(
            code: Array(items[(start + 1)..<end]), value: nil, end: end, rest: Array(items[(end + 1)...]))
    }

    private func draft(
        _ items: [CodeBlockItemSyntax], _ start: Int, _ section: Section, _ receiver: String, _ result: String?
    ) -> FixDraft {
        let indentation = Indentation(at: items[start].textRange.start, in: target.text)
        let range = SourceRange(items[start].textRange.start, items[section.end].textRange.end)
        var body = ""
        var opening = comments(SourceRange(items[start].textRange.end, range.end))
        var closing: [String] = []
        if let first = section.code.first, let last = section.code.last {
            opening = comments(SourceRange(items[start].textRange.end, first.textRange.start))
            closing = comments(SourceRange(last.textRange.end, range.end))
            body = target.text(SourceRange(first.textRange.start, last.textRange.end))
            if let result { body += "\n\(indentation.line)return \(result)" }
        }
        if !opening.isEmpty || !closing.isEmpty {
            body = (opening + (body.isEmpty ? [] : [body]) + closing).joined(separator: "\n" + indentation.line)
        }
        let throwing = section.code.contains { Syntax($0.item).throwsOut } ? "try " : ""
        let head = section.value != nil ? "return " : result.map { "let \($0) = " } ?? ""
        var text = "\(head)\(throwing)\(receiver).withLock {"
        if body.isEmpty {
            text += "}"
        } else if section.code.count == 1, let value = section.value, !body.contains("\n"), !body.contains("//") {
            text += " \(target.text(value)) }"
        } else if section.code.count == 1, !body.contains("\n"), !body.contains("//"), result == nil,
            section.value == nil
        {
            text += " \(body) }"
        } else {
            let inner = indentation.line + indentation.step
            text += "\n\(inner)\(indentation.indented(body))\n\(indentation.line)}"
        }
        return FixDraft(
            title: "Hold the lock in the scope of `withLock`", style: .structure,
            rewrites: [target.replacing(range, with: text)])
    }
}
