import SourceModel

/// One place where blocking code is run by other code.
package struct BlockingWay: Sendable, Hashable {
    /// The region that the place belongs to.
    package let caller: BodyReference
    package let site: Site
    /// The region that is run.
    package let callee: BodyReference
}

extension Program {
    /// Who runs code that blocks, in all places: effects tell the shortest way only.
    ///
    /// - Returns: in the order of what is run, then of files and of text.
    package func blockingWays() -> [BlockingWay] {
        let callers = Callers(resolver: resolver, contexts: contexts, sites: sites)
        var graph = CallerGraph(resolver: resolver, contexts: contexts, callers: callers)
        graph.explore(upwardsFrom: effects.regions)
        return effects.regions.flatMap { region in
            graph.waysUp(from: region).filter { $0.confidence >= .likely && !effects[$0.region].isEmpty }
                .map { BlockingWay(caller: $0.region, site: $0.site, callee: region) }
        }
    }
}
