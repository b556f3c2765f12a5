import ProgramModel
import RuleCatalogue
import SourceModel

/// Looks at the facts of a linked program and reports what one rule is about.
///
/// Must not trap, must not do I/O and must not keep state between calls.
protocol Rule {
    /// - Parameter context: the program, its catalogue, and what other rules have already claimed.
    static func check(_ context: RuleContext) -> [Detection]
}

/// All that a rule may see.
struct RuleContext {
    let program: Program
    let catalogue: Catalogue
    let roles: LockRoles
    /// Waits that are half of a task-and-semaphore bridge: `sync-over-async` speaks of them, and of calls that end in
    /// them.
    let bridges: [CallReference: Bridge]
    /// Lock acquisitions that last over a suspension: `lock-held-across-await` speaks of them.
    let heldAcrossAwait: Set<CallReference>
    /// What is less sure need not be put into words.
    let leastConfidence: Confidence

    var index: DeclarationIndex { program.index }
    var resolver: Resolver { program.resolver }
}
