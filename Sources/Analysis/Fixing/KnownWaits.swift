import ProgramModel
import RuleCatalogue
import SourceModel

/// The code that asynchronous code is known to wait in, by the kind of wait.
///
/// A finding tells of one way of a kind; what stands beside it in the same function is known with it. When a fix makes
/// that function asynchronous, the rest is reported where it stands, and is no news.
struct KnownWaits {
    private let program: Program
    private var known: Set<Wait> = []

    private struct Wait: Hashable {
        var region: BodyReference
        var rule: RuleID
    }

    /// O(effects).
    init(_ program: Program) {
        self.program = program
        var seen: Set<EffectID> = []
        for region in program.effects.regions where program.contexts.context(of: region) != nil {
            for effect in program.effects[region] where effect.confidence >= .likely {
                known.insert(Wait(region: region, rule: effect.rule))
                var cause = effect.cause
                // Ways meet: the rest of a way is walked once.
                while let id = cause, seen.insert(id).inserted {
                    known.insert(Wait(region: id.region, rule: effect.rule))
                    cause = program.effects[id]?.cause
                }
            }
        }
    }

    /// Whether some asynchronous code waited in the code at a place, as the rule says. O(bodies of the file).
    func contains(_ rule: RuleID, at offset: Int, in file: Int) -> Bool {
        guard program.files.indices.contains(file) else { return false }
        let bodies = program.files[file].summary.bodies
        let around = bodies.indices.filter { bodies[$0].range.contains(offset) }
        // Bodies nest: the innermost is the shortest.
        let length = { (range: SourceRange) in range.end - range.start }
        let innermost = around.min { length(bodies[$0].range) < length(bodies[$1].range) }
        guard let innermost else { return false }
        let region = program.contexts.region(of: BodyReference(file, BodyID(innermost)))
        return known.contains(Wait(region: region, rule: rule))
    }
}
