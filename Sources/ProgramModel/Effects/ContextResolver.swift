import SourceModel

/// Says for every body whether its code is an async context, and which.
///
/// Three answers: a context, surely none (`nil` for synchronous code that its callers decide on), and `nil` for
/// what is not known; the last two are silent alike.
package final class ContextResolver {
    private let resolver: Resolver
    package let isolation: IsolationResolver
    package let closures: ClosurePlacement
    private let postponed: PostponedArguments
    private var contexts: ReferenceTable<BodyID, ExecutionContext?>

    /// - Parameters:
    ///   - previous: of the program before some files were edited.
    ///   - files: the edited files.
    init(resolver: Resolver, sites: SiteIndex, previous: ContextResolver? = nil, files: Set<Int>? = nil) {
        self.resolver = resolver
        isolation = IsolationResolver(resolver: resolver)
        closures = ClosurePlacement(resolver: resolver, isolation: isolation)
        postponed = PostponedArguments(
            resolver: resolver, sites: sites, previous: previous?.postponed, files: files)
        contexts = ReferenceTable(files: resolver.index.files.count)
    }

    /// Whether a site stands in an argument that does not run with its call.
    func isPostponed(_ site: Site) -> Bool { postponed.contains(site) }

    package func region(of body: BodyReference) -> BodyReference { closures.region(of: body) }

    /// The context of the code of a body, which is that of the region it runs in.
    package func context(of body: BodyReference) -> ExecutionContext? {
        let region = region(of: body)
        if let known = contexts[region] { return known }
        contexts.set(region, to: nil)
        let found = compute(region)
        contexts.set(region, to: found)
        return found
    }

    /// What conditions of the catalogue may ask about the code around a call.
    func facts(of body: BodyReference) -> CallerFacts {
        guard let context = context(of: body) else { return CallerFacts() }
        return CallerFacts(isOnMainActor: context.isMainActor, isAsynchronous: isAsynchronous(context.root))
    }

    /// Whether a region is asynchronous code itself, not synchronous code of an actor.
    package func isAsynchronous(_ region: BodyReference) -> Bool {
        switch resolver.index.kind(of: region) {
        case .function(let function): return resolver.index.function(FunctionReference(region.file, function)).isAsync
        case .closure:
            guard case .context(let kind, _) = closures.placement(of: region) else { return false }
            return [.taskClosure, .taskGroupClosure, .asyncClosure].contains(kind)
                || resolver.index.body(region).isAsync
        case .asyncLet: return true
        case .topLevel: return resolver.index.body(region).isAsync
        case .propertyInitializer, .defaultArgument: return false
        }
    }

    /// Whether a function is a member of an actor whose executor is its own: its callers only suspend.
    package func runsOnOwnExecutor(_ function: FunctionReference) -> Bool {
        guard case .actor(let actor) = isolation.isolation(of: function) else { return false }
        return isolation.hasOwnExecutor(actor)
    }

    private func compute(_ region: BodyReference) -> ExecutionContext? {
        let body = resolver.index.body(region)
        switch body.kind {
        case .topLevel:
            guard body.isAsync else { return nil }
            return ExecutionContext(kind: .mainActor, executor: .mainThread, root: region, isEntryPoint: true)
        case .function(let function): return context(of: FunctionReference(region.file, function), region)
        case .closure, .asyncLet:
            guard case .context(let kind, let executor) = closures.placement(of: region) else { return nil }
            let inherited = kind == .taskClosure || kind == .asyncLet ? inheritedExecutor(region, executor) : executor
            guard let inherited else { return nil }
            return ExecutionContext(kind: kind, executor: inherited, root: region, isEntryPoint: false)
        case .propertyInitializer(let property): return context(of: PropertyReference(region.file, property), region)
        case .defaultArgument: return nil
        }
    }

    /// The first use of a `lazy` property, or of a static one of a global actor, runs its value where it is isolated.
    private func context(of property: PropertyReference, _ region: BodyReference) -> ExecutionContext? {
        let declaration = resolver.index.property(property)
        guard declaration.parent != nil, declaration.isLazy || declaration.isStatic else { return nil }
        switch isolation.isolation(of: property) {
        case .globalActor("MainActor"):
            return ExecutionContext(kind: .mainActor, executor: .mainThread, root: region, isEntryPoint: false)
        case .globalActor:
            return ExecutionContext(kind: .globalActor, executor: .cooperativePool, root: region, isEntryPoint: false)
        case .actor(let actor) where !isolation.hasOwnExecutor(actor):
            return ExecutionContext(kind: .actorMethod, executor: .cooperativePool, root: region, isEntryPoint: false)
        case .actor, .none: return nil
        }
    }

    /// `Task { }` and closures inside isolated code run where that code runs.
    private func inheritedExecutor(_ region: BodyReference, _ executor: ContextExecutor) -> ContextExecutor? {
        guard executor != .mainThread, case .closure(let form) = resolver.index.kind(of: region),
            case .argument(let call, _) = form.use
        else { return executor }
        let name = resolver.index.call(CallReference(region.file, call))
            .baseName(in: resolver.index.files[region.file].summary)
        guard name == "Task", let parent = resolver.index.body(region).parent else { return executor }
        let outer = self.region(of: BodyReference(region.file, parent))
        if let context = context(of: outer) { return context.isMainActor ? .mainThread : executor }
        // The code of an actor with an executor of its own starts tasks there.
        if case .function(let function) = resolver.index.kind(of: outer),
            case .actor(let actor) = isolation.isolation(of: FunctionReference(outer.file, function)),
            isolation.hasOwnExecutor(actor)
        {
            return nil
        }
        return executor
    }

    private func context(of function: FunctionReference, _ region: BodyReference) -> ExecutionContext? {
        let declaration = resolver.index.function(function)
        let isStart = isEntryPoint(declaration, function)
        func context(_ kind: ContextKind, _ executor: ContextExecutor) -> ExecutionContext {
            ExecutionContext(kind: kind, executor: executor, root: region, isEntryPoint: isStart)
        }
        switch isolation.isolation(of: function) {
        case .globalActor("MainActor"): return context(.mainActor, .mainThread)
        case .globalActor: return context(.globalActor, .cooperativePool)
        case .actor(let actor):
            return isolation.hasOwnExecutor(actor) ? nil : context(.actorMethod, .cooperativePool)
        case .none:
            if declaration.isAsync { return context(.asyncFunction, .cooperativePool) }
            return runsOnEventLoop(declaration, function) ? context(.eventLoop, .eventLoop) : nil
        }
    }

    /// Methods that a library calls on an event loop: NIO's channel handlers.
    private func runsOnEventLoop(_ declaration: FunctionDeclaration, _ function: FunctionReference) -> Bool {
        guard declaration.kind == .function, !declaration.isStatic, let owner = resolver.index.owner(of: function)
        else { return false }
        return resolver.withSupertypes(owner).contains { supertype in
            let nominal = resolver.index[supertype]
            guard resolver.catalogueDescribes(nominal) else { return false }
            return resolver.catalogue.types(named: nominal.qualifiedName).contains {
                $0.eventLoopMethods.contains(declaration.name)
            }
        }
    }

    /// `static func main() async` of an `@main` type, and `run()` of an `AsyncParsableCommand`.
    private func isEntryPoint(_ declaration: FunctionDeclaration, _ function: FunctionReference) -> Bool {
        guard let owner = resolver.index.owner(of: function) else { return false }
        if declaration.name == "main", declaration.isStatic {
            return resolver.index[owner].declarations.contains { place in
                resolver.index.files[place.file].summary.types[place.id.index].attributes
                    .contains("main")
            }
        }
        guard declaration.name == "run", declaration.parameters.isEmpty, !declaration.isStatic else { return false }
        return resolver.withSupertypes(owner).contains {
            ["AsyncParsableCommand", "ParsableCommand"].contains(resolver.index[$0].qualifiedName)
        }
    }
}
