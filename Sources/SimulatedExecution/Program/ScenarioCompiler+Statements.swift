/// One statement after the other.
extension ScenarioCompiler {
    mutating func compile(_ statement: Statement) throws(ScenarioError) {
        switch statement {
        case .compute(let latency): emit(.compute(latency: index(of: latency)))
        case .block(let latency, let what): emit(.block(latency: index(of: latency), what: index(of: what)))
        case .sleep(let latency): emit(.sleep(latency: index(of: latency)))
        case .yield: emit(.yield)

        case .acquire(let id, let mode): try compileAcquire(id, mode)
        case .release(let id): emit(.release(try resource(id, for: "release", \.isLock)))
        case .wait(let id, let timeout): try compileWait(id, timeout, "wait", holdsThread: true)
        case .suspend(let id, let timeout): try compileWait(id, timeout, "suspend", holdsThread: false)
        case .waitForTask(let handle): emit(.awaitTask(try task(handle), holdsThread: true))
        case .awaitTask(let handle): emit(.awaitTask(try task(handle), holdsThread: false))
        case .send(let id): emit(.send(try resource(id, for: "send", \.isChannel)))
        case .receive(let id): emit(.receive(try resource(id, for: "receive", \.isChannel)))

        case .signal(let id): emit(.signal(try resource(id, for: "signal", \.canBeSignalled)))
        case .broadcast(let id): emit(.broadcast(try resource(id, for: "broadcast", \.isCondition)))
        case .enter(let id): emit(.enter(try resource(id, for: "enter", \.isGroup)))
        case .reset(let id): emit(.reset(try resource(id, for: "reset", \.isEvent)))

        case .read(let id): emit(.read(try cell(id, "read"), memory: memory(of: id)))
        case .write(let id, let change): emit(.write(try cell(id, "write"), change, memory: memory(of: id)))
        case .expect(let id, let test, let message):
            emit(.expect(try cell(id, "expect"), test, message: index(of: message)))
        case .ifCell(let id, let test, let then, let otherwise): try compileIf(id, test, then, otherwise)
        case .whileCell(let id, let test, let bound, let body): try compileWhile(id, test, bound, body)

        case .run(let model, let style, let body, let label): try compileRun(model, style, body, label)
        case .start(let handle, let model, let body, let label):
            try compileStart(handle, on: try place(for: model), body, label)
        case .taskGroup(let children): try compileGroup(children)
        case .cancel(let handle): emit(.cancel(try task(handle)))
        case .withTimeout(let latency, let body): try compileTimeout(latency, body)

        case .choose(let branches): try compileChoice(branches)
        case .loop(let times, let body): try compileLoop(times, body)
        case .exitLoop: try compileExit()
        case .finish:
            for case .queue(let queue) in scopes.reversed() { emit(.leaveQueue(queue)) }
            emit(.finish)
        }
    }

    private mutating func compile(_ statements: [Statement], in scope: Scope) throws(ScenarioError) -> Scope? {
        scopes.append(scope)
        for statement in statements { try compile(statement) }
        return scopes.popLast()
    }

    private var next: Int { program.code.count }

    // MARK: Resources

    private mutating func compileAcquire(_ id: ResourceID, _ mode: Statement.LockMode) throws(ScenarioError) {
        let lock = try resource(id, for: "acquire", \.isLock)
        let isShared = try kind(of: id) == .readWriteLock && mode == .shared
        emit(.acquire(lock, isShared ? .shared : .exclusive))
    }

    private mutating func compileWait(
        _ id: ResourceID, _ timeout: Latency?, _ statement: String, holdsThread: Bool
    ) throws(ScenarioError) {
        let awaited = try resource(id, for: statement, \.canBeSignalled)
        let limit = timeout.map { index(of: $0) } ?? -1
        emit(.wait(awaited, timeout: limit, holdsThread: holdsThread))
    }

    private func cell(_ id: ResourceID, _ statement: String) throws(ScenarioError) -> Int {
        try resource(id, for: statement, \.isCell)
    }

    /// The slots in which the task keeps what it knows of a cell.
    private mutating func memory(of id: ResourceID) -> Int {
        if let known = memories[id] { return known }
        let slots = newSlots(2)
        memories[id] = slots
        return slots
    }

    // MARK: Branches and loops

    private mutating func compileIf(
        _ id: ResourceID, _ test: Statement.CellTest, _ then: [Statement], _ otherwise: [Statement]
    ) throws(ScenarioError) {
        let tested = try cell(id, "ifCell")
        let memory = memory(of: id)
        let branch = next
        emit(.branch(tested, test, memory: memory, otherwise: -1))
        for statement in then { try compile(statement) }
        let jump = next
        if !otherwise.isEmpty { emit(.jump(-1)) }
        program.code[branch] = .branch(tested, test, memory: memory, otherwise: next)
        for statement in otherwise { try compile(statement) }
        if !otherwise.isEmpty { program.code[jump] = .jump(next) }
        emit(.forget(memory: memory))
    }

    private mutating func compileWhile(
        _ id: ResourceID, _ test: Statement.CellTest, _ bound: Int, _ body: [Statement]
    ) throws(ScenarioError) {
        let tested = try cell(id, "whileCell")
        let memory = memory(of: id)
        let slot = newSlots()
        emit(.beginLoop(slot: slot, times: bound))
        let exit = next
        emit(.jump(-1))
        let top = next
        emit(.branch(tested, test, memory: memory, otherwise: -1))
        let scope = try compile(body, in: .loop(exits: []))
        emit(.repeatLoop(slot: slot, target: top, polls: true))
        program.code[top] = .branch(tested, test, memory: memory, otherwise: next)
        close(scope, exit)
        emit(.forget(memory: memory))
    }

    private mutating func compileLoop(_ times: Int, _ body: [Statement]) throws(ScenarioError) {
        let slot = newSlots()
        emit(.beginLoop(slot: slot, times: times))
        let exit = next
        emit(.jump(-1))
        let top = next
        let scope = try compile(body, in: .loop(exits: []))
        emit(.repeatLoop(slot: slot, target: top, polls: false))
        close(scope, exit)
    }

    /// Lets all that leaves a loop go on here.
    private mutating func close(_ scope: Scope?, _ exit: Int) {
        guard case .loop(let exits) = scope else { return }
        for jump in exits + [exit] { program.code[jump] = .jump(next) }
    }

    private mutating func compileExit() throws(ScenarioError) {
        for index in scopes.indices.reversed() {
            switch scopes[index] {
            case .hop(let back): emit(.hop(place: back))
            case .queue(let queue): emit(.leaveQueue(queue))
            case .timeout(let slot): emit(.endTimeout(slot: slot))
            case .loop(let exits):
                scopes[index] = .loop(exits: exits + [next])
                return emit(.jump(-1))
            }
        }
        throw .exitOutsideLoop
    }

    private mutating func compileChoice(_ branches: [[Statement]]) throws(ScenarioError) {
        guard !branches.isEmpty else { throw .emptyChoice }
        let targets = program.branchTargets.count..<program.branchTargets.count + branches.count
        program.branchTargets += branches.map { _ in -1 }
        emit(.choose(targets: targets))
        var jumps: [Int] = []
        for (index, branch) in zip(targets, branches) {
            program.branchTargets[index] = next
            for statement in branch { try compile(statement) }
            jumps.append(next)
            emit(.jump(-1))
        }
        for jump in jumps { program.code[jump] = .jump(next) }
    }

    private mutating func compileTimeout(_ latency: Latency, _ body: [Statement]) throws(ScenarioError) {
        let slot = newSlots()
        emit(.beginTimeout(latency: index(of: latency), slot: slot))
        _ = try compile(body, in: .timeout(slot: slot))
        emit(.endTimeout(slot: slot))
    }

    // MARK: Tasks and places

    private mutating func compileRun(
        _ model: ExecutorModel, _ style: Statement.HopStyle, _ body: [Statement], _ label: String
    ) throws(ScenarioError) {
        let target = try place(for: model)
        let here = place
        switch style {
        case .suspending where target == here && !queuesEveryJob(target):
            for statement in body { try compile(statement) }
        case .suspending:
            emit(.hop(place: target))
            place = target
            _ = try compile(body, in: .hop(back: here))
            emit(.hop(place: here))
            place = here
        case .blocking:
            switch program.supplies[program.places[target].supply].kind {
            // `sync` runs the job on the thread of its caller.
            case .dispatchShared: for statement in body { try compile(statement) }
            case .dispatchSerial:
                let queue = program.places[target].serial
                emit(.enterQueue(queue))
                _ = try compile(body, in: .queue(queue))
                emit(.leaveQueue(queue))
            default:
                let reference = TaskReference(levels: 0, slot: newSlots())
                let entry = addEntry(label, place: target)
                compileLater(body, entry: entry, isRepeated: startsRepeatedly)
                emit(.start(entry: entry, handle: reference.slot))
                emit(.awaitTask(reference, holdsThread: true))
            }
        }
    }

    /// Whether code that is there already is queued again when it asks to be there.
    private func queuesEveryJob(_ place: Int) -> Bool {
        switch program.supplies[program.places[place].supply].kind {
        case .cooperativePool, .main, .eventLoop: false
        case .threadPool: program.places[place].serial < 0
        case .dispatchShared, .dispatchSerial, .ownThreads: true
        }
    }

    private mutating func compileStart(
        _ handle: TaskHandle?, on place: Int, _ body: [Statement], _ label: String
    ) throws(ScenarioError) {
        var slot = -1
        if let handle {
            slot = handles[handles.count - 1][handle] ?? newSlots()
            handles[handles.count - 1][handle] = slot
        }
        let entry = addEntry(label, place: place)
        compileLater(body, entry: entry, isRepeated: startsRepeatedly)
        emit(.start(entry: entry, handle: slot))
    }

    private mutating func compileGroup(_ children: [[Statement]]) throws(ScenarioError) {
        guard !children.isEmpty else { return }
        let place = try placeOfChildren()
        let first = program.entries.count
        for number in children.indices {
            _ = addEntry("\(program.entries[entry].name) child \(number + 1)", place: place)
        }
        for (number, body) in children.enumerated() {
            compileLater(body, entry: first + number, isRepeated: startsRepeatedly)
        }
        emit(.startChildren(entries: first..<first + children.count))
        emit(.awaitChildren)
    }

    /// Child tasks are not isolated: they run where a task runs that belongs to no actor.
    private mutating func placeOfChildren() throws(ScenarioError) -> Int {
        switch program.supplies[program.places[place].supply].kind {
        case .eventLoop(let number): try place(for: .eventLoop(number))
        case .threadPool(let index): try place(for: .threadPool(ThreadPoolID(index)))
        default: try place(for: .cooperativePool)
        }
    }
}

extension Resource.Kind {
    fileprivate var isLock: Bool {
        switch self {
        case .lock, .readWriteLock: true
        default: false
        }
    }

    fileprivate var canBeSignalled: Bool {
        switch self {
        case .semaphore, .group, .event, .condition: true
        default: false
        }
    }

    fileprivate var isChannel: Bool { if case .channel = self { true } else { false } }
    fileprivate var isCondition: Bool { if case .condition = self { true } else { false } }
    fileprivate var isGroup: Bool { if case .group = self { true } else { false } }
    fileprivate var isEvent: Bool { if case .event = self { true } else { false } }
    fileprivate var isCell: Bool { if case .cell = self { true } else { false } }
}
