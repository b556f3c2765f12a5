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
    /// The only files that rules may report on; `nil` for all.
    package let relinked: Set<Int>?
    /// Functions that asynchronous code is kept from calling, in the order of files.
    let guarded: [FunctionReference]

    package var index: DeclarationIndex { resolver.index }
    package var files: [ProgramFile] { resolver.index.files }

    /// - Parameters:
    ///   - files: summaries, in the order that reports use.
    ///   - catalogue: what libraries do.
    package init(files: [ProgramFile], catalogue: Catalogue, options: ProgramOptions = ProgramOptions()) {
        relinked = nil
        resolver = Resolver(files: files, catalogue: catalogue, options: options)
        sites = SiteIndex(files: files)
        contexts = ContextResolver(resolver: resolver, sites: sites)
        let effectMatcher = EffectMatcher(resolver: resolver)
        matcher = CatalogueMatcher(matcher: effectMatcher, contexts: contexts, resolver: resolver)
        var propagation = EffectPropagation(
            resolver: resolver, contexts: contexts, matcher: effectMatcher, sites: sites)
        effects = propagation.run()
        guarded = propagation.guarded
    }

    /// The program after an edit of a few files, as far as these are concerned: everything in them is resolved anew, the
    /// effects of all other files are those of `previous`.
    ///
    /// Shares declarations with `previous`, so one thread must ask both. What the edit changes elsewhere is not seen,
    /// nor what comes back from there; only a program that is linked whole knows everything.
    ///
    /// - Parameters:
    ///   - edited: by number, each with the path and the module of the file that it replaces.
    ///   - added: new files, which are numbered after the others; no other file may mean what they declare.
    /// - Throws: when nothing can be said without other files.
    package init(
        relinking edited: [Int: ProgramFile], adding added: [ProgramFile] = [], in previous: Program
    ) throws(RelinkingObstacle) {
        for (file, new) in edited {
            guard previous.files.indices.contains(file), previous.files[file].module == new.module else {
                throw .otherFile
            }
        }
        let count = previous.files.count
        let files = Set(edited.keys).union(count..<count + added.count)
        relinked = files
        resolver = Resolver(previous.resolver, replacing: edited, adding: added)
        sites = SiteIndex(files: resolver.index.files, only: files)
        contexts = ContextResolver(resolver: resolver, sites: sites, previous: previous.contexts, files: files)
        let effectMatcher = EffectMatcher(resolver: resolver)
        matcher = CatalogueMatcher(matcher: effectMatcher, contexts: contexts, resolver: resolver)
        var propagation = EffectPropagation(
            resolver: resolver, contexts: contexts, matcher: effectMatcher, sites: sites, files: files,
            previous: previous)
        effects = try propagation.runAgain()
        guarded = propagation.guarded
    }

    /// The regions that rules look at: all that have effects, or those of the files that were relinked.
    package var regions: [BodyReference] {
        relinked.map { files in effects.regions.filter { files.contains($0.file) } } ?? effects.regions
    }
}
