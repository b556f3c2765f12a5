import ProgramModel
import RuleCatalogue
import SimulatedExecution
import SourceModel

/// Calls and reads: what Swift's own words of concurrency mean, what the catalogue says, what the workspace's functions
/// do, and nothing for the rest.
extension ScenarioLowering {
    mutating func call(_ reference: CallReference) -> [Statement] {
        guard case .call(reference)? = site else { return unflagged(reference) }
        if summarizesFlagged, let effect = tables.effect(at: .call(reference)) { return flagged([time(of: effect)]) }
        let outer = isInsideFlagged
        isInsideFlagged = true
        defer { isInsideFlagged = outer }
        var statements = unflagged(reference)
        // The call graph has found more than lowering can follow: a marked function, a way that is too long.
        if !statements.contains(where: { $0.contains(where: \.holdsThread) }),
            let effect = tables.effect(at: .call(reference))
        {
            statements.append(time(of: effect))
        }
        return flagged(statements)
    }

    private func time(of effect: Effect) -> Statement {
        let latency = effect.entry?.latency.map { Latency(median: $0.median, p99: $0.p99) } ?? Unknown.wait
        return effect.entry?.waits == .cpu ? .compute(latency) : .block(latency, what: effect.api)
    }

    private mutating func unflagged(_ reference: CallReference) -> [Statement] {
        let call = program.index.call(reference)
        if !call.isSubscript, let known = wellKnown(reference, call) { return known }
        if let function = function(reference, call) { return enter(function, reference, call) }
        if call.isSubscript { return [] }
        if call.awaits == .sole { return awaited(reference, call) }
        if let entry = program.matcher.entry(of: reference)?.entry { return library(reference, call, entry) }
        switch program.resolver.resolve(reference).target {
        case .closure(let closure): return enter(closure)
        case .implicitInitializer: return closures(of: reference, call)
        default: return call.awaits == .none ? closures(of: reference, call) : awaited(reference, call)
        }
    }

    /// The function of the workspace that a call reaches, when its code matters and is in sight.
    private func function(_ reference: CallReference, _ call: Call) -> FunctionReference? {
        guard case .functions(let functions) = program.resolver.resolve(reference).target,
            let function = functions.first,
            let body = program.index.function(function).body
        else { return nil }
        let isolation = program.contexts.isolation.isolation(of: function)
        // Under `await` a function that cannot suspend is only meant when it belongs to another actor.
        if call.awaits == .sole, !program.index.function(function).isAsync, isolation == .none { return nil }
        return matters(function, BodyReference(function.file, body), isolation) ? function : nil
    }

    /// Off the flagged way calls that only block take no time, and nothing happens in a plain synchronous function that
    /// does no more.
    private func matters(_ function: FunctionReference, _ body: BodyReference, _ isolation: Isolation) -> Bool {
        // Methods of the actor read and write its variables.
        if case .actor = context, case .actor = isolation { return true }
        let effects = program.effects[body]
        if isInsideFlagged || heldLock != nil, !effects.isEmpty { return true }
        guard dependsOnOthers else { return body == flaggedRegion || effects.contains(where: \.isAboutLocks) }
        let isPlain = isolation == .none && !program.index.function(function).isAsync
        if isPlain ? effects.contains(where: \.waitsForOthers) : !effects.isEmpty { return true }
        return tables.tells(body)
    }

    // MARK: The flagged place

    /// What the remedy makes of the flagged place.
    mutating func flagged(_ statements: [Statement]) -> [Statement] {
        visits += 1
        switch remedy {
        case .none: return statements
        case .offload: return offloaded(statements)
        case .suspend:
            let isWait = statements.allSatisfy { $0.suspending != nil || !$0.contains(where: \.holdsThread) }
            return isWait ? statements.map { $0.suspending ?? $0 } : offloaded(statements)
        }
    }

    private mutating func offloaded(_ statements: [Statement]) -> [Statement] {
        let pool = remedyPool()
        // A task or queue that was meant to take the call away is replaced, not wrapped.
        if !statements.contains(where: { !$0.isStart }) {
            return statements.map { statement in
                guard case .start(let handle, _, let steps, let label) = statement else { return statement }
                return .start(handle, on: pool, steps, label: label)
            }
        }
        return [.run(on: pool, style: .suspending, statements, label: "offloaded")]
    }

    // MARK: Reads

    mutating func read(_ reference: ReadReference) -> [Statement] {
        let read = program.index.read(reference)
        if read.awaits != .none { return awaited(reference) }
        guard case .read(reference)? = site else { return state(read, in: reference.file) }
        return flagged([
            tables.effect(at: .read(reference)).map { time(of: $0) } ?? .block(Unknown.wait, what: "a property")
        ])
    }

    /// Reads and writes of an actor's own variables: what a new suspension point may tear apart.
    private mutating func state(_ read: MemberRead, in file: Int) -> [Statement] {
        guard case .actor = context,
            let object = object(read.expression, in: Scope(file: file, body: read.body)), object.root == .context,
            object.path.count == 1, let name = object.path.first,
            isVariableOfActor(name, around: BodyReference(file, read.body))
        else { return [] }
        let cell = resource(object, .cell(0))
        return read.isWrite ? [.write(cell, .add(1))] : [.read(cell)]
    }

    private func isVariableOfActor(_ name: String, around body: BodyReference) -> Bool {
        guard let owner = program.index.nominal(of: program.index.body(body).enclosingType, in: body.file),
            program.index[owner].kind == .actor
        else { return false }
        return program.index.members(named: name, of: owner).contains { member in
            guard case .property(let property) = member else { return false }
            let declaration = program.index.property(property)
            return declaration.isMutable && declaration.getter == nil
        }
    }
}

extension Effect {
    /// Whether what it waits for is done by other tasks of the program.
    fileprivate var waitsForOthers: Bool {
        guard let entry else { return true }
        return entry.waits == .lock || entry.waits == .futureWork
    }

    /// Whether lowering makes a resource of what it waits for, rather than a time: locks, and what Dispatch has.
    var isModelledWithOthers: Bool {
        guard let entry else {
            if case .loop = site { return false }
            return true
        }
        return entry.waits == .lock || entry.typeName?.hasPrefix("Dispatch") ?? false
    }

    /// Whether it takes a lock or gives one up.
    fileprivate var isAboutLocks: Bool { entry.map { $0.waits == .lock || $0.acquires || $0.releases } ?? false }
}

extension Statement {
    /// The same wait without holding the thread, as an async lock, semaphore or event does it; `nil` for what is no wait.
    fileprivate var suspending: Statement? {
        switch self {
        case .wait(let id, let timeout): .suspend(on: id, timeout: timeout)
        case .block(let time, _): .sleep(time)
        case .waitForTask(let handle): .awaitTask(handle)
        case .run(let place, .blocking, let list, let label): .run(on: place, style: .suspending, list, label: label)
        // Made a semaphore when all is lowered.
        case .acquire: self
        default: nil
        }
    }

    var holdsThread: Bool {
        switch self {
        case .block, .compute, .wait, .acquire, .waitForTask, .run(_, .blocking, _, _): true
        default: false
        }
    }

    fileprivate var isStart: Bool {
        switch self {
        case .start, .enter: true
        default: false
        }
    }
}

extension SimulatedExecution.Latency {
    /// - Parameters: milliseconds, as in the catalogue.
    init(median: Double, p99: Double) {
        self = .distributed(
            median: .microseconds(Int64(median * 1_000)), p99: .microseconds(Int64(max(median, p99) * 1_000)))
    }
}
