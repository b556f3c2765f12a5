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

    /// Effects of code that other files may run, going by the names that they spell. O(effects of the program).
    ///
    /// - Parameters:
    ///   - program: `whole`, or one in which only these files were changed.
    ///   - whole: linked with all files.
    static func all(of files: Set<Int>, in program: Program, seenFrom whole: Program) -> Set<OutwardEffect> {
        var found: Set<OutwardEffect> = []
        for region in program.effects.regions
        where files.contains(region.file) && whole.mayRun(region, of: program, outside: files)
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
    /// - Parameter edited: `program` with these files changed.
    ///
    /// A whole program leaves out what no asynchronous code reaches; files that are linked alone cannot know that. So
    /// they may show what they show when they are linked alone and nothing has changed.
    func covers(_ files: Set<Int>, of edited: Program) -> Bool {
        let effects = OutwardEffect.all(of: files, in: edited, seenFrom: program)
        if effects.isEmpty { return true }
        let missing = effects.subtracting(OutwardEffect.all(of: files, in: program, seenFrom: program))
        return missing.isEmpty || missing.isSubset(of: linkedAlone(files))
    }

    private func linkedAlone(_ files: Set<Int>) -> Set<OutwardEffect> {
        if let known = relinked[files] { return known }
        let same = files.reduce(into: [Int: ProgramFile]()) { $0[$1] = program.files[$1] }
        let alone = try? Program(relinking: same, in: program)
        let effects = alone.map { OutwardEffect.all(of: files, in: $0, seenFrom: program) } ?? []
        relinked[files] = effects
        return effects
    }
}
