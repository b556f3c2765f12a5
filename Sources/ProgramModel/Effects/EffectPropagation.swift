import RuleCatalogue
import SourceModel

/// Carries blocking effects from library calls up through synchronous callers, to every async context that they reach.
///
/// Goes backwards and breadth first: from each blocking call to the function it stands in, to that function's callers,
/// and so on, asking what a call means only when its name is the name of something that blocks. A function takes each
/// kind of effect once, by its shortest path, so recursion ends and the work is linear in the calls that matter.
struct EffectPropagation {
    let resolver: Resolver
    let contexts: ContextResolver
    private let matcher: EffectMatcher
    let sites: SiteIndex
    let callers: Callers
    var effects: EffectTable
    private var seen: Set<Key> = []
    /// Those that code was found to call, by name: all effects of one share it.
    private var apis: [String: [BlockingAPI]] = [:]
    var queue: [EffectID] = []
    /// The only files whose effects are looked for; `nil` for all.
    let files: Set<Int>?
    /// Functions that asynchronous code is kept from calling.
    let guarded: [FunctionReference]
    /// Names with an entry that depends on the caller.
    private let contextualNames: Set<String>

    private struct Key: Hashable {
        var region: BodyReference
        var rule: RuleID
        var harm: Harm
        var isLikely: Bool
        /// Set in async contexts, where every site counts.
        var site: Site?
        var conditions: [LiftedCondition]
        var isOffMainThread: Bool
    }

    /// - Parameters:
    ///   - sites: of `files` alone when they are given.
    ///   - previous: what is known of other files.
    init(
        resolver: Resolver, contexts: ContextResolver, matcher: EffectMatcher, sites: SiteIndex,
        files: Set<Int>? = nil, previous: Program? = nil
    ) {
        self.files = files
        if let files, let previous {
            let others = previous.guarded.filter { !files.contains($0.file) }
            guarded = (others + files.flatMap { Self.guarded(in: $0, resolver) })
                .sorted { ($0.file, $0.id.index) < ($1.file, $1.id.index) }
        } else {
            guarded = resolver.index.files.indices.flatMap { Self.guarded(in: $0, resolver) }
        }
        self.resolver = resolver
        self.contexts = contexts
        self.matcher = matcher
        self.sites = sites
        callers = Callers(resolver: resolver, contexts: contexts, sites: sites)
        effects =
            files.flatMap { previous?.effects.leavingOut($0, files: resolver.index.files.count) }
            ?? EffectTable(files: resolver.index.files.count)
        contextualNames = Set(
            resolver.catalogue.relevantNames.filter { name in
                resolver.catalogue.effects(named: name).contains { !$0.isIndependentOfContext }
            })
    }

    /// - Returns: the effects of each region that somebody may look at.
    mutating func run() -> EffectTable {
        addBeginnings()
        var graph = CallerGraph(resolver: resolver, contexts: contexts, callers: callers)
        graph.explore(upwardsFrom: effects.regions)
        var next = 0
        while next < queue.count {
            carryUp(queue[next], along: graph)
            next += 1
        }
        noteHolders()
        return effects
    }

    /// Other files may call closures by the names of properties.
    mutating func noteHolders() {
        for region in effects.regions where files?.contains(region.file) ?? true {
            guard case .closure(let form) = resolver.index.kind(of: region),
                contexts.closures.placement(of: region) == .callable, let holder = callers.holder(of: form, region)
            else { continue }
            effects.keep(region, in: resolver.index.property(holder).name)
        }
    }

    // MARK: Where effects begin

    mutating func addBeginnings() {
        addLibraryCalls()
        addPollingLoops()
        addMarkedFunctions()
    }

    private mutating func addLibraryCalls() {
        for name in resolver.catalogue.relevantNames.sorted() {
            for site in sites.named(name) { addLibraryCall(site) }
        }
        for site in aliasedInitializers() { addLibraryCall(site) }
    }

    /// Initializers that are not spelled with their type's name: `Alias(…)`, `.init(…)`.
    private func aliasedInitializers() -> [Site] {
        let spelled = sites.names.filter {
            resolver.index.aliasNames.contains($0) && !resolver.catalogue.relevantNames.contains($0)
        }
        return spelled.sorted().flatMap { sites.named($0) } + sites.named("init")
    }

    private mutating func addLibraryCall(_ site: Site) {
        let body = self.body(of: site)
        // The context is asked for only where an entry depends on it: it resolves every closure on the way.
        let needsContext = contextualNames.contains(name(of: site))
        let caller = needsContext ? contexts.facts(of: body) : CallerFacts()
        guard let match = match(site, from: caller), match.entry.isReportable, !contexts.isPostponed(site) else {
            return
        }
        let region = contexts.region(of: body)
        let blocking = api(match.entry.rule, match.entry, named: match.entry.declaration.text)
        add(
            Effect(
                blocking, confidence: match.confidence, site: site,
                conditions: belong(match.conditions + requirements(of: site), to: region),
                isOffMainThread: isOffMainThread(site)),
            to: region)
    }

    private mutating func api(_ rule: RuleID, _ entry: EffectEntry?, named name: String) -> BlockingAPI {
        if let known = apis[name]?.first(where: { $0.rule == rule && $0.entry == entry }) { return known }
        let new = BlockingAPI(rule: rule, entry: entry, name: name, budget: resolver.options.stallBudgetMilliseconds)
        apis[name, default: []].append(new)
        return new
    }

    private func name(of site: Site) -> String {
        guard case .call(let call) = site else { return "" }
        return resolver.index.call(call).baseName(in: resolver.index.files[call.file].summary)
    }

    private func match(_ site: Site, from caller: CallerFacts) -> EffectMatch? {
        switch site {
        case .call(let call): matcher.match(call, from: caller)
        case .read(let read): matcher.match(read, from: caller)
        case .loop: nil
        }
    }

    /// Only a function's own parameters can be set by its callers.
    private func belong(_ conditions: [LiftedCondition], to region: BodyReference) -> [LiftedCondition] {
        guard !conditions.isEmpty, case .function = resolver.index.kind(of: region) else { return [] }
        // More of them would make one effect many.
        return Array(conditions.prefix(3))
    }

    private mutating func addPollingLoops() {
        let finder = PollingLoops(resolver: resolver, matcher: matcher)
        let blocking = api("busy-wait-in-async", nil, named: "loop")
        for loop in finder.all(only: files) {
            add(
                Effect(blocking, confidence: .likely, site: .loop(loop)), to: contexts.region(of: loop.body))
        }
    }

    /// Functions that the workspace itself calls blocking.
    private mutating func addMarkedFunctions() {
        for reference in guarded { addCalls(ofMarked: reference, resolver.index.function(reference)) }
    }

    /// In the order of files and of text.
    private static func guarded(in file: Int, _ resolver: Resolver) -> [FunctionReference] {
        let functions = resolver.index.files[file].summary.functions
        return functions.indices.filter { functions[$0].isGuarded }.map { FunctionReference(file, FunctionID($0)) }
    }

    private mutating func addCalls(ofMarked reference: FunctionReference, _ function: FunctionDeclaration) {
        // `noasync` also guards what is tied to a thread; its own code says better whether it blocks.
        if !function.markers.isBlocking, let body = function.body,
            effects[contexts.region(of: BodyReference(reference.file, body))].contains(where: { $0.cause == nil })
        {
            return
        }
        // A function with a callback is guarded because an async form exists, not because it waits.
        if !function.markers.isBlocking, function.takesCallback { return }
        let blocking = api("blocking-in-async", nil, named: resolver.symbol(of: reference))
        for (site, confidence) in callers.of(reference) {
            let region = contexts.region(of: body(of: site))
            if !function.markers.isBlocking {
                // Through synchronous code a guarded function may be right; on an event loop it is at home.
                guard let context = contexts.context(of: region), context.executor != .eventLoop else { continue }
            }
            add(
                Effect(blocking, confidence: confidence, site: site, isOffMainThread: isOffMainThread(site)), to: region
            )
        }
    }

    // MARK: The way up

    private mutating func add(_ effect: Effect, to region: BodyReference) {
        let context = contexts.context(of: region)
        let isContext = context != nil
        // A test on the way has sent the main thread another way.
        if effect.isOffMainThread, context?.executor == .mainThread { return }
        let key = Key(
            region: region, rule: effect.rule, harm: effect.blocking.harm, isLikely: effect.confidence >= .likely,
            site: isContext ? effect.site : nil, conditions: effect.conditions,
            isOffMainThread: effect.isOffMainThread)
        guard seen.insert(key).inserted else { return }
        // What blocks in any case needs no special ones beside it.
        if !isContext, !key.conditions.isEmpty {
            var general = key
            general.conditions = []
            if seen.contains(general) { return }
        }
        let id = effects.add(effect, to: region)
        if !isContext { queue.append(id) }
    }

    mutating func carryUp(_ id: EffectID, along graph: CallerGraph) {
        guard let effect = effects[id] else { return }
        // Of a few files alone it cannot be told what other files see of them.
        for way in graph.waysUp(from: id.region) where way.isSeen || files != nil || effect.blocking.concernsLocks {
            guard let conditions = settle(effect.conditions, at: way.site, of: id.region) else { continue }
            add(
                Effect(
                    effect.blocking, confidence: min(effect.confidence, way.confidence), site: way.site, cause: id,
                    conditions: belong(conditions + requirements(of: way.site), to: way.region),
                    isOffMainThread: effect.isOffMainThread || isOffMainThread(way.site)),
                to: way.region)
        }
    }

    /// What is left of an effect's conditions once a caller's arguments are known; `nil` when one of them makes the
    /// call harmless.
    private func settle(
        _ conditions: [LiftedCondition], at site: Site, of region: BodyReference
    ) -> [LiftedCondition]? {
        guard !conditions.isEmpty else { return [] }
        guard case .call(let reference) = site, case .function(let function) = resolver.index.kind(of: region)
        else { return [] }
        let declaration = resolver.index.function(FunctionReference(region.file, function))
        let call = resolver.index.call(reference)
        let assigned = resolver.parameters(of: call, in: declaration) ?? []
        var left: [LiftedCondition] = []
        for condition in conditions {
            guard let position = assigned.firstIndex(of: condition.parameter),
                call.arguments.indices.contains(position)
            else { continue }
            let scope = Scope(file: reference.file, body: call.body)
            switch resolver.check(condition.test, call.arguments[position].value, in: scope) {
            case .holds: return nil
            case .fails: continue
            case .depends(let parameter):
                left.append(LiftedCondition(parameter: parameter, test: condition.test))
            }
        }
        return left
    }

    private func body(of site: Site) -> BodyReference { resolver.body(of: site) }

    /// Parameters that decide whether the site is reached at all.
    private func requirements(of site: Site) -> [LiftedCondition] {
        guard case .call(let call) = site else { return [] }
        return resolver.index.call(call).requirements.map { LiftedCondition($0) }
    }

    private func isOffMainThread(_ site: Site) -> Bool {
        if case .call(let call) = site { return resolver.index.call(call).isOffMainThread }
        return false
    }
}

extension EffectEntry {
    /// Whether no condition looks at the caller.
    var isIndependentOfContext: Bool {
        !(when + unless).contains { condition in
            if case .context = condition { return true }
            return false
        }
    }

    /// Whether a call is worth a word by itself: it blocks, and not just for the moment that a lock takes.
    var isReportable: Bool { !isMomentaryLock && !scope && latency?.p99 != 0 }

    /// A lock that is held for moments: reported where it is written, by the rules about locks, and never through
    /// callers.
    package var isMomentaryLock: Bool { waits == .lock && bounded || releases && !acquires }
}

extension Scope {
    /// The scope around a closure.
    init(_ file: Int, parentOf closure: BodyReference, _ resolver: Resolver) {
        self.init(file: file, body: resolver.index.body(closure).parent ?? closure.id)
    }
}

extension FunctionDeclaration {
    /// Whether asynchronous code is kept from calling it.
    fileprivate var isGuarded: Bool { (markers.isBlocking || isNoAsync) && !isAsync }

    /// Returns nothing and is given an escaping function to call later.
    fileprivate var takesCallback: Bool {
        guard result == nil || result == .tuple([]) else { return false }
        return parameters.contains { parameter in
            guard case .function(let shape) = parameter.type.withoutOptional else { return false }
            return shape.isEscaping || parameter.type.withoutOptional != parameter.type
        }
    }
}
