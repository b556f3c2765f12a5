import ProgramModel
import SimulatedExecution
import SourceModel

/// Turns the code around one finding into a blueprint: the async context that the finding is in, what it calls, and the
/// tasks and closures that it starts.
///
/// Over-approximates on purpose: each branch may be taken, calls that nothing is known about take no time, awaits on
/// unknown code suspend for a moment. Loops run twice and recursion is cut, so that a scenario is always small.
struct ScenarioLowering {
    let program: Program
    let tables: SourceTables
    let remedy: Remedy
    let context: Context
    /// The place that the finding flags; `nil` in code from which a fix has taken it away.
    let site: Site?
    /// Whether what others do may decide how long the flagged place waits. Where it does not, functions off the flagged
    /// way are only entered for what they lock.
    let dependsOnOthers: Bool
    /// The code that the flagged place is in: a fix may have moved it into a function of its own.
    let flaggedRegion: BodyReference?

    // MARK: What comes out

    /// Resources and thread pools that were asked for.
    private var declared = Scenario("")
    private(set) var sharing: [Blueprint.Sharing] = []
    private var known: [NamedObject: ResourceID] = [:]
    private var knownPools: [NamedObject: ThreadPoolID] = [:]
    /// Statements so far; beyond a bound the scenario is given up.
    var size = 0
    /// How often the flagged place has been lowered: tells which ways lead to it.
    var visits = 0

    // MARK: Where lowering is

    /// What `self` is in the code that is being lowered.
    var selfObject = NamedObject(root: .context)
    /// What parameters and the like stand for on the way down.
    var bindings: [LocalReference: NamedObject] = [:]
    var arguments: [LocalReference: Argument] = [:]
    /// Functions on the way from the context, outermost first.
    var path: [BodyReference] = []
    /// Where the code runs.
    var place: ExecutorModel = .cooperativePool
    /// Where asynchronous code runs that belongs to no actor.
    var home: ExecutorModel = .cooperativePool
    /// Tasks that were started and kept in a name, and tasks by the call that starts them.
    var handles: [NamedObject: TaskHandle] = [:]
    var tasks: [CallReference: TaskHandle] = [:]
    /// Handles of the children of each open task group, innermost last.
    var groups: [[TaskHandle]] = []
    /// Children of `async let` that nobody has awaited yet.
    var openLets: [TaskHandle] = []
    /// Continuations whose closures are being lowered, by the name of the closure's parameter.
    var continuations: [NamedObject: ResourceID] = [:]
    /// Calls that resume one of them, as far as lowering has come by.
    var resumed: Set<CallReference> = []
    private var nextHandle = 0
    /// True below the flagged place. Other blocking calls take no time: each has a finding, and a verdict, of its own.
    var isInsideFlagged = false
    /// The lock that the flagged place has taken. What blocks while it is held takes its time, since that is what
    /// makes others wait.
    var heldLock: ResourceID? {
        didSet { if let heldLock { flaggedLocks.insert(heldLock) } }
    }
    /// Every lock that was held because of the flagged place.
    private var flaggedLocks: Set<ResourceID> = []

    /// Whether the flagged place takes the time that the call graph knows, instead of being entered.
    var summarizesFlagged = false
    /// Beyond so many statements lowering stops.
    private(set) var limit = mostStatements

    static let deepestPath = 12
    private static let mostStatements = 4_000
    private static let enoughStatements = 1_000

    /// What a parameter was given.
    struct Argument {
        var value: ExpressionID
        var scope: Scope
    }

    /// What becomes of the flagged place.
    enum Remedy: Hashable {
        /// As written.
        case none
        /// Moved to an executor with threads of its own, and awaited.
        case offload
        /// The wait suspends: an async lock, semaphore or event instead of the blocking one.
        case suspend
    }

    /// Whose threads code runs on.
    enum Context: Hashable {
        case pool, main, eventLoop
        case actor(name: String)
    }

    /// - Parameters:
    ///   - region: the code that callers enter.
    ///   - context: whose threads it runs on.
    ///   - dependsOnOthers: whether what others do may decide how long the flagged place waits.
    static func lower(
        _ region: BodyReference, in context: Context, of tables: SourceTables, flagging site: Site?,
        dependsOnOthers: Bool, _ remedy: Remedy = .none
    ) -> Result<Blueprint, NotModelled> {
        var lowering = ScenarioLowering(tables, remedy, context, site, dependsOnOthers)
        // What nobody else has a say in need not be entered: the call graph says what it comes to.
        if !dependsOnOthers { lowering.limit = enoughStatements }
        var blueprint = lowering.blueprint(of: region)
        if blueprint == nil, !dependsOnOthers {
            lowering = ScenarioLowering(tables, remedy, context, site, dependsOnOthers)
            lowering.summarizesFlagged = true
            blueprint = lowering.blueprint(of: region)
        }
        guard let blueprint else { return .failure(.tooLarge) }
        return site != nil && lowering.visits == 0 ? .failure(.notReached) : .success(blueprint)
    }

    private init(
        _ tables: SourceTables, _ remedy: Remedy, _ context: Context, _ site: Site?, _ dependsOnOthers: Bool
    ) {
        program = tables.program
        self.tables = tables
        self.remedy = remedy
        self.context = context
        self.site = site
        self.dependsOnOthers = dependsOnOthers
        flaggedRegion = site.map { tables.program.contexts.region(of: tables.program.resolver.body(of: $0)) }
    }

    /// `nil` when there is too much of it.
    private mutating func blueprint(of region: BodyReference) -> Blueprint? {
        let executor = executor(of: context)
        place = executor
        path = [region]
        let lowered = body(region)
        guard size <= limit else { return nil }
        let blueprint = Blueprint(
            name: program.resolver.symbol(around: region).name, executor: executor,
            steps: lowered.settled(declared.resources, flagged: flaggedLocks), resources: declared.resources,
            sharing: sharing, threadPools: declared.threadPools)
        return remedy == .suspend ? blueprint.withAsyncLocks(flaggedLocks) : blueprint
    }

    private mutating func executor(of context: Context) -> ExecutorModel {
        switch context {
        case .pool: .cooperativePool
        case .main: .main
        case .eventLoop: .eventLoop(0)
        case .actor(let name): .serial(resource(selfObject, .actor(on: .cooperativePool), named: name))
        }
    }

    // MARK: Resources

    mutating func resource(_ object: NamedObject, _ kind: Resource.Kind, named name: String? = nil) -> ResourceID {
        if let id = known[object] { return id }
        let id = declared.add(kind, named: name ?? object.name(in: program))
        sharing.append(sharing(of: object))
        known[object] = id
        return id
    }

    private func sharing(of object: NamedObject) -> Blueprint.Sharing {
        switch object.root {
        case .local(let local): isFromOutside(local) ? .everybody : .nobody
        case .made: .nobody
        case .global: .everybody
        case .context: if case .actor = context { .pairs } else { .everybody }
        }
    }

    /// Whether callers get a local from outside: as a parameter, or from the code around the region.
    private func isFromOutside(_ reference: LocalReference) -> Bool {
        guard let region = path.first else { return false }
        let local = program.index.local(reference)
        let owner = BodyReference(reference.file, local.body)
        switch local.origin {
        case .parameter, .closureParameter: if owner == region { return true }
        default: break
        }
        var outer = program.index.body(region).parent
        for _ in 0..<300 {
            guard let body = outer else { break }
            if owner == BodyReference(region.file, body) { return true }
            outer = program.index.body(BodyReference(region.file, body)).parent
        }
        return false
    }

    /// The executor that the remedy moves calls to.
    mutating func remedyPool() -> ExecutorModel {
        threadPool(NamedObject(root: .global("executor")), threads: nil)
    }

    /// - Parameter threads: as the source says; by default so many that nothing waits for one.
    mutating func threadPool(_ object: NamedObject, threads: Int?) -> ExecutorModel {
        if let id = knownPools[object] { return .threadPool(id) }
        let id = declared.add(ThreadPoolModel(name: object.name(in: program), threads: max(threads ?? 64, 1)))
        knownPools[object] = id
        return .threadPool(id)
    }

    mutating func newHandle() -> TaskHandle {
        nextHandle += 1
        return TaskHandle(nextHandle - 1)
    }
}
