import ProgramModel
import RuleCatalogue
import SourceModel
import SwiftSyntax

/// Turns the `defer` of an asynchronous test into a teardown block, which may suspend and runs on no thread of the pool.
///
/// Blocks run in the opposite order of their making, after everything that is still deferred. So what was deferred
/// before, and would have run after, becomes a block as well.
struct TeardownBlock {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite
    /// The call's async form, and whether it throws.
    let entry: EffectEntry?

    func draft() throws(FixRefusal) -> FixDraft {
        guard let own = site.node.deferral, let item = own.parent?.as(CodeBlockItemSyntax.self),
            let list = item.parent?.as(CodeBlockItemListSyntax.self)
        else { throw FixRefusal("a `defer` block cannot suspend") }
        try checkIsTest(list)
        var rewrites: [Rewrite] = []
        for other in list {
            if let deferred = other.item.as(DeferStmtSyntax.self) {
                try checkCaptures(of: deferred)
                rewrites.append(target.replacing(deferred.deferKeyword.textRange, with: "addTeardownBlock"))
            }
            if other.id == item.id { break }
        }
        if let statement = own.body.statements.first, own.body.statements.count == 1,
            let form = try asyncForm(of: statement)
        {
            rewrites.append(target.replacing(statement.textRange, with: form))
        }
        return FixDraft(
            title: "Clean up in a teardown block", style: .structure,
            reasons: ["it runs after the test instead of at its end"], rewrites: rewrites)
    }

    /// `self` must be the test case, and the block must be that of the test itself: a teardown block of an inner scope
    /// would run too late.
    private func checkIsTest(_ list: CodeBlockItemListSyntax) throws(FixRefusal) {
        guard case .function(let id) = program.index.kind(of: site.body),
            let owner = program.index.owner(of: FunctionReference(site.site.file, id)),
            program.resolver.withSupertypes(owner).contains(where: {
                program.index[$0].qualifiedName == "XCTestCase"
            }), !program.index.function(FunctionReference(site.site.file, id)).isStatic,
            endsWithItsFunction(list)
        else { throw FixRefusal("a `defer` block cannot suspend") }
    }

    /// Whether the block is that of the function, or of a `do` that is its last statement and after no other `defer`.
    private func endsWithItsFunction(_ list: CodeBlockItemListSyntax) -> Bool {
        guard let owner = list.parent?.parent else { return false }
        if owner.is(FunctionDeclSyntax.self) { return true }
        guard owner.is(DoStmtSyntax.self), let item = owner.parent?.as(CodeBlockItemSyntax.self),
            let outer = item.parent?.as(CodeBlockItemListSyntax.self),
            outer.parent?.parent?.is(FunctionDeclSyntax.self) == true
        else { return false }
        return outer.last?.id == item.id && !outer.contains { $0.item.is(DeferStmtSyntax.self) }
    }

    private func checkCaptures(of deferred: DeferStmtSyntax) throws(FixRefusal) {
        let planner = CapturePlanner(program: program, target: target, sendability: sendability, site: site)
        do throws(CaptureProblem) {
            let plan = try planner.plan(
                for: deferred.body.statements.map { Syntax($0.item) }, at: Syntax(deferred))
            guard plan.list.isEmpty, plan.rewrites.isEmpty else {
                throw CaptureProblem.refused("it uses what changes meanwhile")
            }
        } catch {
            throw FixRefusal("a `defer` block cannot suspend, and in a teardown block \(error.refusal.reason)")
        }
    }

    /// `try await client.shutdown()` for `XCTAssertNoThrow(try client.syncShutdown())`.
    private func asyncForm(of statement: CodeBlockItemSyntax) throws(FixRefusal) -> String? {
        guard let entry, let template = entry.asyncForm, let call = statement.item.as(FunctionCallExprSyntax.self),
            call.calledExpression.lastName == "XCTAssertNoThrow", call.arguments.count == 1,
            let attempt = call.arguments.first?.expression.as(TryExprSyntax.self),
            attempt.expression.id == site.node.id
        else { return nil }
        let form = try AsyncReplacement(program: program, target: target, site: site, entry: entry).filled(template)
        return form.hasPrefix("try await ") || form.hasPrefix("await ") ? form : nil
    }
}

extension ExprSyntax {
    /// The `defer` that the expression stands in, unless a closure is between.
    var deferral: DeferStmtSyntax? {
        var current = parent
        while let node = current, !node.is(ClosureExprSyntax.self), !node.is(FunctionDeclSyntax.self) {
            if let deferred = node.as(DeferStmtSyntax.self) { return deferred }
            current = node.parent
        }
        return nil
    }
}
