import ProgramModel
import SourceModel
import SwiftSyntax

/// Moves everything that is done under a lock, with the taking of the lock and its release, so that no task suspends
/// while it holds the lock.
///
/// The thread that takes the lock gives it up, so this is right for every lock, also for those that belong to a thread.
struct LockedSection {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    /// Said of a fix that moves a lock.
    static let reason = "the lock is taken and given up on the other thread"

    private static let refusal = FixRefusal("the lock is not taken and given up in one block")

    func draft() throws(FixRefusal) -> FixDraft {
        guard let section = section() else { throw Self.refusal }
        let lending = Lending(program: program, target: target, sendability: sendability, site: site)
        let offload = Offload(
            program: program, target: target, sendability: sendability, site: site, copiesVariables: false,
            lends: lending.isPossible)
        var planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        planner.copiesVariables = false
        planner.lends = lending.isPossible
        let group = OffloadGroup(offload: offload, planner: planner, releasedLock: section.lock)
        var draft = try group.draft(growing: section.range, in: section.list, because: Self.refusal)
        draft.title += ", with the lock that they hold"
        draft.reasons.append(Self.reason)
        return draft
    }

    private struct Section {
        var list: CodeBlockItemListSyntax
        var range: ClosedRange<Int>
        /// As it is written.
        var lock: String
    }

    /// The outermost section of the function or closure that the call stands in.
    private func section() -> Section? {
        var found: Section?
        var current = Syntax(site.node)
        while let parent = current.parent, !current.is(ClosureExprSyntax.self), !current.is(FunctionDeclSyntax.self) {
            if let item = current.as(CodeBlockItemSyntax.self), let list = parent.as(CodeBlockItemListSyntax.self) {
                found = section(around: item, in: list) ?? found
            }
            current = parent
        }
        return found
    }

    private func section(around item: CodeBlockItemSyntax, in list: CodeBlockItemListSyntax) -> Section? {
        let items = Array(list)
        guard let place = items.firstIndex(where: { $0.id == item.id }) else { return nil }
        for start in items.indices[...place] {
            guard let lock = items[start].receiver(of: "lock") else { continue }
            let next = start + 1 < items.count ? items[start + 1].item.as(DeferStmtSyntax.self) : nil
            if next?.body.statements.only?.receiver(of: "unlock") == lock {
                return Section(list: list, range: start...(items.count - 1), lock: lock)
            }
            let end = items.indices[start...].first { items[$0].receiver(of: "unlock") == lock }
            if let end, end > place { return Section(list: list, range: start...end, lock: lock) }
        }
        return nil
    }
}

extension CodeBlockItemSyntax {
    /// `a.b` of the statement `try a.b.lock()`.
    fileprivate func receiver(of method: String) -> String? {
        guard var expression = item.as(ExprSyntax.self) else { return nil }
        if let attempt = expression.as(TryExprSyntax.self) { expression = attempt.expression }
        guard let call = expression.as(FunctionCallExprSyntax.self), call.arguments.isEmpty,
            call.trailingClosure == nil, let member = call.calledExpression.as(MemberAccessExprSyntax.self),
            member.memberName == method
        else { return nil }
        return member.base?.trimmedDescription
    }
}

extension CodeBlockItemListSyntax {
    fileprivate var only: CodeBlockItemSyntax? { count == 1 ? first : nil }
}
