import ProgramModel
import RuleCatalogue
import SimulatedExecution
import SourceModel

/// Turns the code around one finding into a scenario: the async context that the finding is in, what it calls, and the
/// tasks and closures that it starts.
///
/// Over-approximates on purpose: each branch may be taken, calls that nothing is known about take no time, awaits on
/// unknown code suspend for a moment. Loops run a few times and recursion is cut, so that a scenario is always small.
struct ScenarioLowering {
    let program: Program
    /// How the flagged place is lowered.
    let variant: Variant
    let context: Context
    /// The place that the finding flags.
    let site: Site
    var scenario: Scenario
    /// Which of the callers that run at the same time is being lowered.
    var caller = 0
    var resources: [SharedObject: ResourceID] = [:]
    /// What parameters and the like stand for on the way down.
    var bindings: [LocalReference: SharedObject] = [:]
    /// Functions on the way from the context, outermost first.
    var path: [BodyReference] = []
    /// Tasks that were started and kept in a name.
    var handles: [SharedObject: TaskHandle] = [:]
    /// Tasks by the call that starts them.
    var tasks: [CallReference: TaskHandle] = [:]
    /// Handles of the children of each open task group, innermost last.
    var groups: [[TaskHandle]] = []
    /// Continuations whose closures are being lowered, by the name of the closure's parameter.
    var continuations: [SharedObject: ResourceID] = [:]
    var nextHandle = 0
    /// Statements so far; beyond a bound the scenario is given up.
    var size = 0
    var problem: NotModelled?
    /// How often the flagged place has been lowered: tells which ways lead to it.
    var visits = 0
    /// True below the flagged place. Other blocking calls take no time: each has a finding, and a verdict, of its own.
    var isInsideFlagged = false
    let pool: ThreadPoolID

    /// What becomes of the flagged place.
    enum Variant: Hashable {
        /// As written.
        case before
        /// Moved to an executor with threads of its own, and awaited.
        case offloaded
        /// The wait suspends: an async lock, semaphore or event instead of the blocking one.
        case suspending
    }

    static let deepestPath = 12
    static let mostStatements = 4_000
    /// What an await on unknown code takes, and the unit in which blocking times are scaled.
    static let moment = Duration.milliseconds(1)

    private init(program: Program, site: Site, variant: Variant, context: Context, name: String) {
        self.program = program
        self.site = site
        self.variant = variant
        self.context = context
        scenario = Scenario(name)
        pool = scenario.add(ThreadPoolModel(name: "executor", threads: 64))
    }

    /// The scenario of a context that several callers enter at the same time.
    ///
    /// - Parameters:
    ///   - region: the code that is entered.
    ///   - context: whose threads it runs on.
    ///   - callers: how many enter it at the start.
    static func lower(
        _ program: Program, site: Site, region: BodyReference, in context: Context, callers: Int, _ variant: Variant
    ) -> Result<Scenario, NotModelled> {
        let symbol = program.resolver.symbol(around: region).name
        var lowering = ScenarioLowering(
            program: program, site: site, variant: variant, context: context, name: symbol)
        for caller in 0..<callers {
            lowering.caller = caller
            lowering.bindings = [:]
            lowering.handles = [:]
            lowering.path = [region]
            let place = lowering.executor
            let steps = lowering.body(region)
            lowering.scenario.start("\(symbol) #\(caller + 1)", on: place) { steps }
        }
        if let problem = lowering.problem { return .failure(problem) }
        guard lowering.visits > 0 else { return .failure(.notReached) }
        return .success(lowering.scenario.settled())
    }

    /// Where the code of a context runs.
    enum Context: Hashable {
        case pool, main, eventLoop
        /// An actor; two callers share an instance, so that its turns matter and the pool fills all the same.
        case actor(name: String)
    }

    /// The executor that the current caller enters.
    private var executor: ExecutorModel {
        mutating get {
            switch context {
            case .pool: .cooperativePool
            case .main: .main
            case .eventLoop: .eventLoop(0)
            case .actor(let name): .serial(resource(instance("self"), .actor(on: .cooperativePool), named: name))
            }
        }
    }

    /// A property of the actor instance that the current caller uses.
    func instance(_ name: String) -> SharedObject { .named(["\(caller / 2)", name]) }

    mutating func resource(_ object: SharedObject, _ kind: Resource.Kind, named name: String? = nil) -> ResourceID {
        if let known = resources[object] { return known }
        let id = scenario.add(kind, named: name ?? object.name(in: program))
        resources[object] = id
        return id
    }

    mutating func newHandle() -> TaskHandle {
        nextHandle += 1
        return TaskHandle(nextHandle - 1)
    }

    /// The statements of a body, as often as it is entered.
    mutating func body(_ reference: BodyReference) -> [Statement] {
        let body = program.index.body(reference)
        var children: [TaskHandle] = []
        var statements: [Statement] = []
        // Children of `async let` start where they are declared; nothing before that matters to them.
        for child in asyncLets(of: reference) {
            let handle = newHandle()
            children.append(handle)
            let steps = program.index.body(child).steps
            statements.append(
                .start(handle, on: .cooperativePool, lower(steps, in: child).statements, label: "async let"))
        }
        statements += lower(body.steps, in: reference).statements
        return statements + children.map { .awaitTask($0) }
    }

    private func asyncLets(of body: BodyReference) -> [BodyReference] {
        let bodies = program.files[body.file].summary.bodies
        return bodies.indices.filter { position in
            guard case .asyncLet = bodies[position].kind else { return false }
            return bodies[position].parent == body.id
        }.map { BodyReference(body.file, BodyID($0)) }
    }
}

/// Why a finding has no scenario.
package enum NotModelled: Error, Hashable {
    /// The finding is not about code that runs in an async context.
    case noContext
    /// The place was not found in the program.
    case noSite
    /// The lowering of the context does not come by the place.
    case notReached
    /// More statements than a scenario may have.
    case tooLarge

    package var reason: String {
        switch self {
        case .noContext: "no async context reaches it"
        case .noSite: "what it does is not a call that a scenario can tell"
        case .notReached: "the place was not reached from the start of its context"
        case .tooLarge: "the code around it is too large"
        }
    }
}
