import RuleCatalogue
import SourceModel

/// The linked program: what calls mean, which code is an async context, and what blocks in it.
///
/// Not Sendable: one thread links it and asks it questions. The same files in the same order give the same answers.
package final class Program {
    package let resolver: Resolver
    package let contexts: ContextResolver
    package let matcher: CatalogueMatcher
    package let effects: EffectTable
    package let sites: SiteIndex

    package var index: DeclarationIndex { resolver.index }
    package var files: [ProgramFile] { resolver.index.files }

    /// - Parameters:
    ///   - files: summaries, in the order that reports use.
    ///   - catalogue: what libraries do.
    package init(files: [ProgramFile], catalogue: Catalogue, options: ProgramOptions = ProgramOptions()) {
        resolver = Resolver(files: files, catalogue: catalogue, options: options)
        sites = SiteIndex(files: files)
        contexts = ContextResolver(resolver: resolver, sites: sites)
        let effectMatcher = EffectMatcher(resolver: resolver)
        matcher = CatalogueMatcher(matcher: effectMatcher, contexts: contexts, resolver: resolver)
        var propagation = EffectPropagation(
            resolver: resolver, contexts: contexts, matcher: effectMatcher, sites: sites)
        effects = propagation.run()
    }
}

/// What the catalogue says about single sites, for rules that look at more than one of them.
package struct CatalogueMatcher {
    fileprivate let matcher: EffectMatcher
    fileprivate let contexts: ContextResolver
    fileprivate let resolver: Resolver

    /// The entry that a call matches, momentary locks and releases included.
    package func entry(of call: CallReference) -> (entry: EffectEntry, confidence: Confidence)? {
        let body = BodyReference(call.file, resolver.index.call(call).body)
        return matcher.match(call, from: contexts.facts(of: body)).map { ($0.entry, $0.confidence) }
    }
}
