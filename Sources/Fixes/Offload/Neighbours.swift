import ProgramModel
import SourceModel
import SwiftSyntax

/// Statements that stand side by side and each hold their thread: they move together, so that the task leaves its thread
/// once and not for each of them.
struct Neighbours {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite
    /// Calls of the file that are reported as well, and that nothing but another thread mends.
    let others: [BlockingSite]

    private static let alone = FixRefusal("no statement beside it blocks")
    /// More than these are no longer read as one step.
    private static let maximumStatements = 8

    func draft() throws(FixRefusal) -> FixDraft {
        guard let statement = Self.statement(of: site.node),
            let list = statement.parent?.as(CodeBlockItemListSyntax.self)
        else { throw Self.alone }
        let items = Array(list)
        let sites = firstSites(in: list)
        guard let position = items.firstIndex(where: { $0.id == statement.id }) else { throw Self.alone }
        var (start, end) = (position, position)
        while start > 0, sites[items[start - 1].id] != nil { start -= 1 }
        while end + 1 < items.count, sites[items[end + 1].id] != nil { end += 1 }
        guard end > start, end - start < Self.maximumStatements, let first = sites[items[start].id] else {
            throw Self.alone
        }
        // The same for each of them, so that all are mended by one change.
        let offload = Offload(program: program, target: target, sendability: sendability, site: first)
        let planner = CapturePlanner(program: program, target: target, sendability: sendability, site: first)
        return try OffloadGroup(offload: offload, planner: planner).draft(start...end, of: list)
    }

    /// The first call of each statement that has one.
    private func firstSites(in list: CodeBlockItemListSyntax) -> [SyntaxIdentifier: BlockingSite] {
        var sites: [SyntaxIdentifier: BlockingSite] = [:]
        for other in [site] + others where other.body == site.body {
            guard let statement = Self.statement(of: other.node), statement.parent?.id == Syntax(list).id else {
                continue
            }
            if let known = sites[statement.id], known.node.position <= other.node.position { continue }
            sites[statement.id] = other
        }
        return sites
    }

    /// The plain statement that the call is a part of, when it always runs there.
    private static func statement(of node: ExprSyntax) -> CodeBlockItemSyntax? {
        var current = Syntax(node)
        while let parent = current.parent {
            switch parent.as(SyntaxEnum.self) {
            case .codeBlockItem(let item): return item
            // What takes the value as an argument stays on the task's thread.
            case .labeledExpr, .closureExpr, .conditionElement, .forStmt, .switchExpr, .ifExpr, .codeBlock, .throwStmt,
                .deferStmt:
                return nil
            case .variableDecl(let variable):
                guard variable.modifiers.isEmpty, variable.attributes.isEmpty else { return nil }
            default: break
            }
            current = parent
        }
        return nil
    }
}
