import RuleCatalogue
import SourceModel

/// Carries blocking effects from library calls up through synchronous callers, to every async context that they reach.
///
/// Goes backwards and breadth first: from each blocking call to the function it stands in, to that function's callers,
/// and so on, asking what a call means only when its name is the name of something that blocks. A function takes each
/// kind of effect once, by its shortest path, so recursion ends and the work is linear in the calls that matter.
struct EffectPropagation {
    private let resolver: Resolver
    private let contexts: ContextResolver
    private let matcher: EffectMatcher
    private let sites: SiteIndex
    private var callers: Callers
    private var effects: [BodyReference: [Effect]] = [:]
    private var seen: Set<Key> = []
    private var queue: [EffectID] = []
    /// Names with an entry that depends on the caller.
    private let contextualNames: Set<String>

    private struct Key: Hashable {
        var region: BodyReference
        var rule: RuleID
        var harm: Harm
        var isLikely: Bool
        /// Set in async contexts, where every site counts.
        var site: Site?
        var isConditional: Bool
    }

    init(resolver: Resolver, contexts: ContextResolver) {
        self.resolver = resolver
        self.contexts = contexts
        matcher = EffectMatcher(resolver: resolver)
        sites = SiteIndex(files: resolver.index.files)
        callers = Callers(resolver: resolver, contexts: contexts, sites: sites)
        contextualNames = Set(
            resolver.catalogue.relevantNames.filter { name in
                resolver.catalogue.effects(named: name).contains { !$0.isIndependentOfContext }
            })
    }

    /// - Returns: the effects of each region, in the order in which they were found.
    mutating func run() -> [BodyReference: [Effect]] {
        addLibraryCalls()
        addPollingLoops()
        addMarkedFunctions()
        var next = 0
        while next < queue.count {
            let id = queue[next]
            next += 1
            carryUp(id)
        }
        return effects
    }

    // MARK: Where effects begin

    private mutating func addLibraryCalls() {
        for name in resolver.catalogue.relevantNames.sorted() {
            for site in sites.named(name) { addLibraryCall(site) }
        }
        for site in aliasedInitializers() { addLibraryCall(site) }
    }

    /// Initializers that are not spelled with their type's name: `Alias(…)`, `.init(…)`.
    private func aliasedInitializers() -> [Site] {
        let aliases = Set(
            resolver.index.files.flatMap { file in file.summary.typeAliases.map(\.name) })
        return aliases.subtracting(resolver.catalogue.relevantNames).sorted().flatMap { sites.named($0) }
            + sites.named("init")
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
        add(
            Effect(
                rule: match.entry.rule, entry: match.entry, api: match.entry.declaration.text,
                confidence: match.confidence, site: site, cause: nil, depth: 0,
                conditions: belong(match.conditions, to: region)),
            to: region)
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
        if case .function = resolver.index.body(region).kind { return conditions }
        return []
    }

    private mutating func addPollingLoops() {
        let finder = PollingLoops(resolver: resolver, matcher: matcher)
        for loop in finder.all() {
            add(
                Effect(
                    rule: "busy-wait-in-async", entry: nil, api: "loop", confidence: .likely, site: .loop(loop),
                    cause: nil, depth: 0, conditions: []),
                to: contexts.region(of: loop.body))
        }
    }

    /// Functions that the workspace itself calls blocking.
    private mutating func addMarkedFunctions() {
        for file in resolver.index.files.indices {
            for (position, function) in resolver.index.files[file].summary.functions.enumerated()
            where (function.markers.isBlocking || function.isNoAsync) && !function.isAsync {
                addCalls(ofMarked: FunctionReference(file, FunctionID(position)), function)
            }
        }
    }

    private mutating func addCalls(ofMarked reference: FunctionReference, _ function: FunctionDeclaration) {
        // `noasync` also guards what is tied to a thread; its own code says better whether it blocks.
        if !function.markers.isBlocking, let body = function.body,
            effects[contexts.region(of: BodyReference(reference.file, body))] != nil
        {
            return
        }
        // A function with a callback is guarded because an async form exists, not because it waits.
        if !function.markers.isBlocking, function.takesCallback { return }
        let symbol = resolver.symbol(of: reference)
        for (site, confidence) in callers.of(reference) {
            let region = contexts.region(of: body(of: site))
            if !function.markers.isBlocking {
                // Through synchronous code a guarded function may be right; on an event loop it is at home.
                guard let context = contexts.context(of: region), context.executor != .eventLoop else { continue }
            }
            add(
                Effect(
                    rule: "blocking-in-async", entry: nil, api: symbol, confidence: confidence, site: site,
                    cause: nil, depth: 0, conditions: []),
                to: region)
        }
    }

    // MARK: The way up

    private mutating func add(_ effect: Effect, to region: BodyReference) {
        let isContext = contexts.context(of: region) != nil
        let harm = effect.entry.map { Harm($0, budget: resolver.options.stallBudgetMilliseconds) } ?? .medium
        let key = Key(
            region: region, rule: effect.rule, harm: harm, isLikely: effect.confidence >= .likely,
            site: isContext ? effect.site : nil, isConditional: !effect.conditions.isEmpty)
        guard seen.insert(key).inserted else { return }
        effects[region, default: []].append(effect)
        guard !isContext else { return }
        queue.append(EffectID(region: region, index: (effects[region]?.count ?? 1) - 1))
    }

    private mutating func carryUp(_ id: EffectID) {
        guard let effect = effects[id.region]?[id.index] else { return }
        let body = resolver.index.body(id.region)
        switch body.kind {
        case .function(let function):
            let reference = FunctionReference(id.region.file, function)
            let declaration = resolver.index.function(reference)
            // Callers of an asynchronous function only suspend; a marked function speaks for itself.
            guard !declaration.isAsync, !declaration.markers.isNonblocking, !declaration.markers.isBlocking,
                !contexts.runsOnOwnExecutor(reference)
            else { return }
            for (site, confidence) in callers.of(reference) {
                carry(effect, id, through: site, confidence, from: declaration)
            }
        case .closure(let form):
            guard contexts.closures.placement(of: id.region) == .callable else { return }
            for (site, confidence) in callers.of(form, id.region) {
                carry(effect, id, through: site, confidence, from: nil)
            }
        case .propertyInitializer(let property):
            for (site, confidence) in callers.of(PropertyReference(id.region.file, property)) {
                carry(effect, id, through: site, confidence, from: nil)
            }
        case .topLevel, .asyncLet, .defaultArgument: return
        }
    }

    private mutating func carry(
        _ effect: Effect, _ id: EffectID, through site: Site, _ confidence: Confidence,
        from declaration: FunctionDeclaration?
    ) {
        guard let conditions = settle(effect.conditions, at: site, declaration), !contexts.isPostponed(site) else {
            return
        }
        let region = contexts.region(of: body(of: site))
        guard region != id.region else { return }
        add(
            Effect(
                rule: effect.rule, entry: effect.entry, api: effect.api,
                confidence: min(effect.confidence, confidence), site: site, cause: id, depth: effect.depth + 1,
                conditions: belong(conditions, to: region)),
            to: region)
    }

    /// What is left of an effect's conditions once a caller's arguments are known; `nil` when one of them makes the
    /// call harmless.
    private func settle(
        _ conditions: [LiftedCondition], at site: Site, _ declaration: FunctionDeclaration?
    ) -> [LiftedCondition]? {
        guard !conditions.isEmpty else { return [] }
        guard case .call(let reference) = site, let declaration else { return [] }
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
    /// Returns nothing and is given an escaping function to call later.
    fileprivate var takesCallback: Bool {
        guard result == nil || result == .tuple([]) else { return false }
        return parameters.contains { parameter in
            guard case .function(let shape) = parameter.type.withoutOptional else { return false }
            return shape.isEscaping || parameter.type.withoutOptional != parameter.type
        }
    }
}
