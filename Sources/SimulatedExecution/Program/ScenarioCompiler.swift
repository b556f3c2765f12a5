/// Turns a scenario into a ``Program``.
struct ScenarioCompiler {
    var program: Program
    var access: AccessTable
    /// Bodies of tasks that are still to be compiled.
    private var pending: [Body] = []

    /// The statements of a task and what is known where it is started.
    private struct Body {
        var entry: Int
        var steps: [Statement]
        /// Tasks that were started so far, for each start on the way to this one; the innermost is last.
        var handles: [[TaskHandle: Int]]
        /// Whether more than one task may run it.
        var isRepeated: Bool
    }

    /// What has been entered and not left where a statement stands.
    enum Scope {
        /// The jumps that leave the loop, to be given their target.
        case loop(exits: [Int])
        case hop(back: Int)
        case queue(Int)
        case timeout(slot: Int)
    }

    /// Where the statement stands that is compiled.
    var entry = 0
    var place = 0
    var scopes: [Scope] = []
    var handles: [[TaskHandle: Int]] = []
    var isRepeated = false
    /// The first slot of what the task keeps of each cell.
    var memories: [ResourceID: Int] = [:]

    static func compile(_ scenario: Scenario, on machine: MachineModel) throws(ScenarioError) -> Program {
        var compiler = ScenarioCompiler(scenario, machine)
        try compiler.checkResources()
        for root in scenario.roots {
            let place = try compiler.place(for: root.executor)
            let entry = compiler.addEntry(root.name, place: place)
            compiler.program.rootEntries.append(entry)
            compiler.compileLater(root.steps, entry: entry, isRepeated: root.copies > 1)
        }
        while let body = compiler.pending.popLast() { try compiler.compile(body) }
        compiler.finishTables()
        return compiler.program
    }

    private init(_ scenario: Scenario, _ machine: MachineModel) {
        program = Program(scenario: scenario, machine: machine)
        access = AccessTable(resources: scenario.resources.count)
    }

    private mutating func compile(_ body: Body) throws(ScenarioError) {
        entry = body.entry
        place = program.entries[entry].place
        scopes = []
        handles = body.handles + [[:]]
        isRepeated = body.isRepeated
        memories = [:]
        let start = program.code.count
        for statement in body.steps { try compile(statement) }
        emit(.finish)
        program.entries[entry].code = start..<program.code.count
    }

    private mutating func finishTables() {
        program.isSchedulingPoint = program.code.map { access.needsSchedulingPoint($0) }
        program.sharedSupply = program.supply(.dispatchShared)
        program.poolSupply = program.supply(.cooperativePool)
        program.poolBorrowsFromDispatch =
            program.machine.dispatch == .linux && program.sharedSupply != nil && program.poolSupply != nil
        program.starts = zip(program.scenario.roots, program.rootEntries).map { root, entry in
            Program.Start(entry: entry, copies: root.copies, time: root.time.nanosecondsInRange)
        }
        program.kinds = program.scenario.resources.map(\.kind)
        program.firstCounts = program.kinds.map(\.firstCount)
        program.supplyOfSerial = program.kinds.map { _ in 0 }
        for place in program.places where place.serial >= 0 { program.supplyOfSerial[place.serial] = place.supply }
        for index in program.supplies.indices {
            program.supplies[index].isContended = access.taskCount > program.supplies[index].width
        }
        program.fingerprint = Fingerprint.of(program)
    }

    // MARK: Pieces

    mutating func emit(_ instruction: Instruction) {
        program.code.append(instruction)
        let supply = program.supplies[program.places[place].supply].kind
        var turn = AccessTable.Turn.anybody
        switch supply {
        case .main: turn = .main
        case .eventLoop(let number): turn = .eventLoop(number)
        default: break
        }
        if program.places[place].serial >= 0 { turn = .serial(program.places[place].serial) }
        for scope in scopes { if case .queue(let queue) = scope { turn = .serial(queue) } }
        access.note(instruction, entry: entry, isRepeated: isRepeated, turn: turn)
    }

    mutating func addEntry(_ name: String, place: Int) -> Int {
        program.entries.append(Program.Entry(name: name, place: place, code: 0..<0))
        return program.entries.count - 1
    }

    mutating func compileLater(_ steps: [Statement], entry: Int, isRepeated: Bool) {
        access.countTask(isRepeated: isRepeated, copies: copies(of: entry))
        pending.append(Body(entry: entry, steps: steps, handles: handles, isRepeated: isRepeated))
    }

    private func copies(of entry: Int) -> Int {
        guard let root = program.rootEntries.firstIndex(of: entry) else { return 1 }
        return program.scenario.roots[root].copies
    }

    /// Whether the task of the statement that is compiled starts others more than once there.
    var startsRepeatedly: Bool {
        isRepeated || scopes.contains { if case .loop = $0 { true } else { false } }
    }

    mutating func newSlots(_ count: Int = 1) -> Int {
        program.entries[entry].slots += count
        return program.entries[entry].slots - count
    }

    mutating func index(of latency: Latency) -> Int {
        program.latencies.append(CompiledLatency(latency))
        return program.latencies.count - 1
    }

    mutating func index(of text: String) -> Int {
        program.texts.append(text)
        return program.texts.count - 1
    }

    func task(_ handle: TaskHandle) throws(ScenarioError) -> TaskReference {
        for (level, known) in handles.reversed().enumerated() {
            if let slot = known[handle] { return TaskReference(levels: level, slot: slot) }
        }
        throw .unknownTask(handle)
    }

    // MARK: Places

    mutating func place(for model: ExecutorModel) throws(ScenarioError) -> Int {
        let (kind, serial) = try supplyKind(for: model)
        if let known = program.places.firstIndex(where: { $0.model == model }) { return known }
        let supply = program.supply(kind) ?? addSupply(kind)
        program.places.append(Program.Place(model: model, supply: supply, serial: serial))
        return program.places.count - 1
    }

    private func supplyKind(for model: ExecutorModel) throws(ScenarioError) -> (SupplyModel.Kind, serial: Int) {
        switch model {
        case .cooperativePool: return (.cooperativePool, -1)
        case .main: return (.main, -1)
        case .eventLoop(let number): return (.eventLoop(number), -1)
        case .dispatchGlobal: return (.dispatchShared, -1)
        case .threadPool(let id): return (try threadPool(id), -1)
        case .ownThread: return (.ownThreads, -1)
        case .serial(let id):
            switch try kind(of: id) {
            case .dispatchQueue(isConcurrent: true): return (.dispatchShared, -1)
            case .dispatchQueue(isConcurrent: false): return (.dispatchSerial, id.index)
            case .actor(on: .cooperativePool): return (.cooperativePool, id.index)
            case .actor(on: .main): return (.main, id.index)
            case .actor(on: .eventLoop(let number)): return (.eventLoop(number), id.index)
            case .actor(on: .threadPool(let pool)): return (try threadPool(pool), id.index)
            default: throw .wrongKind(statement: "run(on:)", resource: name(of: id))
            }
        }
    }

    private func threadPool(_ id: ThreadPoolID) throws(ScenarioError) -> SupplyModel.Kind {
        guard program.scenario.threadPools.indices.contains(id.index) else { throw .unknownThreadPool(id) }
        return .threadPool(id.index)
    }

    private mutating func addSupply(_ kind: SupplyModel.Kind) -> Int {
        let machine = program.machine
        let width =
            switch kind {
            case .cooperativePool: max(machine.poolWidth, 1)
            case .main, .eventLoop: 1
            // Dispatch's documented limit of threads that block.
            case .dispatchShared: machine.dispatch == .apple ? 64 : max(machine.poolWidth, 1)
            case .dispatchSerial, .ownThreads: Int.max
            case .threadPool(let index): max(program.scenario.threadPools[index].threads, 1)
            }
        program.supplies.append(SupplyModel(kind: kind, width: width))
        return program.supplies.count - 1
    }

    // MARK: Resources

    private func checkResources() throws(ScenarioError) {
        for resource in program.scenario.resources {
            guard case .condition(let lock) = resource.kind else { continue }
            guard case .lock = try kind(of: lock) else {
                throw .wrongKind(statement: "condition(lock:)", resource: name(of: lock))
            }
        }
    }

    func kind(of id: ResourceID) throws(ScenarioError) -> Resource.Kind {
        guard program.scenario.resources.indices.contains(id.index) else { throw .unknownResource(id) }
        return program.scenario.resources[id.index].kind
    }

    func name(of id: ResourceID) -> String { program.scenario.resources[id.index].name }

    /// The resource's position, if it is of a kind that the statement can use.
    func resource(
        _ id: ResourceID, for statement: String, _ isRight: (Resource.Kind) -> Bool
    ) throws(ScenarioError) -> Int {
        guard isRight(try kind(of: id)) else { throw .wrongKind(statement: statement, resource: name(of: id)) }
        return id.index
    }
}

extension Resource.Kind {
    /// Permits of a semaphore, 1 for an event that is set, the value of a cell.
    fileprivate var firstCount: Int {
        switch self {
        case .semaphore(let permits): permits
        case .event(let isSet): isSet ? 1 : 0
        case .cell(let value): value
        default: 0
        }
    }
}
