import RuleCatalogue
import SourceModel

/// What the catalogue says about single calls, for whoever looks at more than one of them; remembers its answers.
///
/// Not Sendable: belongs to its program.
package final class CatalogueMatcher {
    private let matcher: EffectMatcher
    private let contexts: ContextResolver
    private let resolver: Resolver
    private var known: ReferenceTable<CallID, Match?>

    package typealias Match = (entry: EffectEntry, confidence: Confidence)

    init(matcher: EffectMatcher, contexts: ContextResolver, resolver: Resolver) {
        self.matcher = matcher
        self.contexts = contexts
        self.resolver = resolver
        known = ReferenceTable(files: resolver.index.files.count)
    }

    /// The entry that a call matches, momentary locks and releases included. O(1) but for the first question.
    package func entry(of call: CallReference) -> Match? {
        if let known = known[call] { return known }
        let body = BodyReference(call.file, resolver.index.call(call).body)
        let match = matcher.match(call, from: contexts.facts(of: body)).map { ($0.entry, $0.confidence) }
        known.set(call, to: match)
        return match
    }
}
