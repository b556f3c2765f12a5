import ProgramModel
import RuleCatalogue
import SourceModel

/// One way in which synchronous code holds its caller's thread, as other files see it.
struct OutwardEffect: Hashable {
    private var symbol: String
    private var rule: RuleID
    private var api: String
    private var confidence: Confidence
    private var conditions: [LiftedCondition]
    private var isOffMainThread: Bool

    /// O(effects of the program).
    static func all(of files: Set<Int>, in program: Program) -> Set<OutwardEffect> {
        var found: Set<OutwardEffect> = []
        for region in program.effects.regions
        where files.contains(region.file) && isReachable(region, in: program)
            && program.contexts.context(of: region) == nil
        {
            let symbol = program.resolver.symbol(around: region).name
            for effect in program.effects[region] {
                found.insert(
                    OutwardEffect(
                        symbol: symbol, rule: effect.rule, api: effect.api, confidence: effect.confidence,
                        conditions: effect.conditions, isOffMainThread: effect.isOffMainThread))
            }
        }
        return found
    }

    /// Whether code of other files can run a region: what stands inside a function is run there, unless it is a closure
    /// that a property keeps.
    private static func isReachable(_ region: BodyReference, in program: Program) -> Bool {
        switch program.index.kind(of: region) {
        case .function(let id): program.index.function(FunctionReference(region.file, id)).enclosingBody == nil
        case .closure: program.effects.holder(of: region) != nil
        case .propertyInitializer, .defaultArgument: true
        case .topLevel, .asyncLet: false
        }
    }
}

/// What other files see of some files before they are changed; remembers what it had to find out.
///
/// Not Sendable: one thread asks.
final class UnchangedEffects {
    private let program: Program
    private var relinked: [Set<Int>: Set<OutwardEffect>] = [:]

    /// - Parameter program: linked whole.
    init(_ program: Program) { self.program = program }

    /// Whether files that were linked anew show other files nothing that they did not show before.
    ///
    /// A whole program leaves out what no asynchronous code reaches; files that are linked alone cannot know that. So
    /// they may show what they show when they are linked alone and nothing has changed.
    func include(_ effects: Set<OutwardEffect>, of files: Set<Int>) -> Bool {
        let missing = effects.subtracting(OutwardEffect.all(of: files, in: program))
        return missing.isEmpty || missing.isSubset(of: linkedAlone(files))
    }

    private func linkedAlone(_ files: Set<Int>) -> Set<OutwardEffect> {
        if let known = relinked[files] { return known }
        let same = files.reduce(into: [Int: ProgramFile]()) { $0[$1] = program.files[$1] }
        let effects = Program(relinking: same, in: program).map { OutwardEffect.all(of: files, in: $0) } ?? []
        relinked[files] = effects
        return effects
    }
}
