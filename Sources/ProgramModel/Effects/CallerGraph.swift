import SourceModel

/// Which code runs which, upwards from code that blocks: found out once, however many effects travel along.
///
/// Says also where an effect is seen in the end; most ways up from a blocking call lead to code that no async context
/// ever runs, and nothing has to be carried there.
struct CallerGraph {
    /// A place that runs a region.
    struct Way {
        let site: Site
        let confidence: Confidence
        /// The region that the place belongs to.
        let region: BodyReference
        /// Whether the way leads to an async context, or to a closure that is handed to a call.
        fileprivate(set) var isSeen = false
    }

    private let resolver: Resolver
    private let contexts: ContextResolver
    private let callers: Callers
    private var ways: ReferenceTable<BodyID, [Way]>
    /// In the order in which they were reached.
    private var reached: [BodyReference] = []

    init(resolver: Resolver, contexts: ContextResolver, callers: Callers) {
        self.resolver = resolver
        self.contexts = contexts
        self.callers = callers
        ways = ReferenceTable(files: resolver.index.files.count)
    }

    /// The ways that begin at a region that was explored; in the order of sites.
    func waysUp(from region: BodyReference) -> [Way] { ways[region] ?? [] }

    /// Follows every way up from some regions. O(regions and ways that are reached).
    mutating func explore(upwardsFrom regions: [BodyReference]) {
        for region in regions { reach(region) }
        var next = 0
        while next < reached.count {
            let region = reached[next]
            next += 1
            let found = findWays(from: region)
            ways.set(region, to: found)
            for way in found { reach(way.region) }
        }
        markSeen()
    }

    private mutating func reach(_ region: BodyReference) {
        guard ways[region] == nil else { return }
        ways.set(region, to: [])
        reached.append(region)
    }

    private func findWays(from region: BodyReference) -> [Way] {
        guard contexts.context(of: region) == nil else { return [] }
        return sites(thatRun: region).compactMap { site, confidence in
            guard !contexts.isPostponed(site) else { return nil }
            let caller = contexts.region(of: resolver.body(of: site))
            return caller == region ? nil : Way(site: site, confidence: confidence, region: caller)
        }
    }

    private func sites(thatRun region: BodyReference) -> [(Site, Confidence)] {
        switch resolver.index.kind(of: region) {
        case .function(let function):
            let reference = FunctionReference(region.file, function)
            let declaration = resolver.index.function(reference)
            // Callers of an asynchronous function only suspend; a marked function speaks for itself.
            guard !declaration.isAsync, !declaration.markers.isNonblocking, !declaration.markers.isBlocking,
                !contexts.runsOnOwnExecutor(reference)
            else { return [] }
            return callers.of(reference)
        case .closure(let form):
            guard contexts.closures.placement(of: region) == .callable else { return [] }
            return callers.of(form, region)
        case .propertyInitializer(let property): return callers.of(PropertyReference(region.file, property))
        case .defaultArgument(let function):
            return callers.of(defaultArgument: region, of: FunctionReference(region.file, function))
        case .topLevel, .asyncLet: return []
        }
    }

    // MARK: What is seen

    /// Goes back down from where effects are looked at.
    private mutating func markSeen() {
        var below = ReferenceTable<BodyID, [BodyReference]>(files: resolver.index.files.count)
        for region in reached {
            for way in ways[region] ?? [] { below.append(region, to: way.region) }
        }
        var seen = ReferenceTable<BodyID, Bool>(files: resolver.index.files.count)
        var pending = reached.filter(isLookedAt)
        for region in pending { seen.set(region, to: true) }
        while let region = pending.popLast() {
            for lower in below[region] ?? [] where seen[lower] == nil {
                seen.set(lower, to: true)
                pending.append(lower)
            }
        }
        for region in reached {
            let marked = (ways[region] ?? []).map { way in
                var way = way
                way.isSeen = seen[way.region] ?? false
                return way
            }
            ways.set(region, to: marked)
        }
    }

    private func isLookedAt(_ region: BodyReference) -> Bool {
        if contexts.context(of: region) != nil { return true }
        if case .closure(let form) = resolver.index.kind(of: region), case .argument = form.use { return true }
        return false
    }
}
