import ProgramModel
import RuleCatalogue
import SimulatedExecution
import SourceModel

/// Calls: what the catalogue says, what the workspace's own functions do, and nothing for the rest.
extension ScenarioLowering {
    mutating func call(_ reference: CallReference) -> [Statement] {
        guard case .call(reference) = site else { return innerCall(reference) }
        let outer = isInsideFlagged
        isInsideFlagged = true
        defer { isInsideFlagged = outer }
        return flagged(innerCall(reference))
    }

    mutating func read(_ reference: ReadReference) -> [Statement] {
        let read = program.index.read(reference)
        if read.awaits != .none { return awaited(reference) }
        guard case .read(reference) = site else { return state(read, in: reference.file) }
        return flagged([.block(latency(ofEffectAt: .read(reference)), what: name(of: .read(reference)))])
    }

    /// Reads and writes of an actor's own variables: what a new suspension point may tear apart.
    private mutating func state(_ read: MemberRead, in file: Int) -> [Statement] {
        guard case .actor = context,
            case .named(let names)? = program.sharedObject(
                read.expression, in: Scope(file: file, body: read.body), bindings, caller: caller), names.count == 1,
            let name = names.first, isVariableOfActor(name, around: BodyReference(file, read.body))
        else { return [] }
        let cell = resource(instance(name), .cell(0), named: name)
        return read.isWrite ? [.write(cell, .add(1))] : [.read(cell)]
    }

    private func isVariableOfActor(_ name: String, around body: BodyReference) -> Bool {
        guard let owner = program.index.nominal(of: program.index.body(body).enclosingType, in: body.file),
            program.index[owner].kind == .actor
        else { return false }
        return program.index[owner].members[name]?.contains { member in
            guard case .property(let property) = member else { return false }
            let declaration = program.index.property(property)
            return declaration.isMutable && declaration.getter == nil
        } ?? false
    }

    /// What the fix makes of the flagged place.
    private mutating func flagged(_ statements: [Statement]) -> [Statement] {
        visits += 1
        return switch variant {
        case .before: statements
        case .offloaded: offloaded(statements)
        case .suspending: statements.map(\.suspending)
        }
    }

    private func offloaded(_ statements: [Statement]) -> [Statement] {
        if statements.count == 1, case .start(let handle, _, let steps, let label)? = statements.first {
            return [.start(handle, on: .threadPool(pool), steps, label: label)]
        }
        return [.run(on: .threadPool(pool), style: .suspending, statements, label: "offloaded")]
    }

    private mutating func innerCall(_ reference: CallReference) -> [Statement] {
        let call = program.index.call(reference)
        guard !call.isSubscript else { return [] }
        if let known = knownCall(reference, call) { return known }
        if call.awaits == .sole { return awaitedCall(reference, call) }
        if let entry = program.matcher.entry(of: reference)?.entry { return library(reference, call, entry) }
        switch program.resolver.resolve(reference).target {
        case .functions(let functions):
            guard let function = functions.first else { return closures(of: reference, call) }
            if call.awaits != .none, program.index.function(function).isAsync {
                return awaitedCall(reference, call)
            }
            return enter(function, reference, call)
        case .closure(let closure): return enter(closure)
        default:
            return closures(of: reference, call)
        }
    }

    // MARK: The workspace's own functions

    /// The code of a synchronous function, when it is on a path that matters and the path is not too long.
    private mutating func enter(
        _ function: FunctionReference, _ reference: CallReference, _ call: Call
    ) -> [Statement] {
        guard let id = program.index.function(function).body else { return closures(of: reference, call) }
        let body = BodyReference(function.file, id)
        guard !path.contains(body), path.count < Self.deepestPath else { return [] }
        bind(program.index.body(body).parameters, to: call, in: Scope(file: reference.file, body: call.body), body)
        guard matters(body) else { return closures(of: reference, call) }
        return enter(body) + closures(of: reference, call)
    }

    mutating func enter(_ body: BodyReference) -> [Statement] {
        guard !path.contains(body), path.count < Self.deepestPath else { return [] }
        path.append(body)
        defer { path.removeLast() }
        return self.body(body)
    }

    private func matters(_ body: BodyReference) -> Bool {
        program.effects[body] != nil
            || program.index.body(body).mentions(Self.telling, in: program.files[body.file].summary)
    }

    /// Names of calls that change what others wait for.
    private static let telling: Set<String> = [
        "signal", "leave", "enter", "wait", "lock", "unlock", "resume", "sync", "async", "broadcast", "withLock",
    ]

    /// Parameters that are given a shared object stand for it.
    private mutating func bind(_ parameters: [LocalID], to call: Call, in scope: Scope, _ body: BodyReference) {
        guard case .function(let function) = program.index.body(body).kind else { return }
        let declaration = program.index.function(FunctionReference(body.file, function))
        guard let assigned = program.resolver.parameters(of: call, in: declaration) else { return }
        for (argument, parameter) in zip(call.arguments, assigned) where parameters.indices.contains(parameter) {
            guard let object = program.sharedObject(argument.value, in: scope, bindings, caller: caller) else {
                continue
            }
            bindings[LocalReference(body.file, parameters[parameter])] = object
        }
    }

    // MARK: Libraries

    private mutating func library(_ reference: CallReference, _ call: Call, _ entry: EffectEntry) -> [Statement] {
        let what = entry.declaration.text
        if let object = receiver(of: reference, call) {
            if let statements = synchronization(entry, on: object, reference, call) { return statements }
        }
        var statements = closures(of: reference, call)
        if isInsideFlagged, entry.blocks, !entry.isMomentaryLock {
            let time = entry.latency.map { Latency(median: $0.median, p99: $0.p99) } ?? Self.unboundedWait
            statements.append(entry.waits == .cpu ? .compute(time) : .block(time, what: what))
        }
        return statements
    }

    /// A wait that nothing limits and whose other side is not in sight.
    static let unboundedWait = Latency.fixed(moment * 100)

    /// Locks, semaphores, groups: statements on a shared resource.
    private mutating func synchronization(
        _ entry: EffectEntry, on object: SharedObject, _ reference: CallReference, _ call: Call
    ) -> [Statement]? {
        switch (entry.typeName, entry.baseName) {
        case ("DispatchSemaphore", "wait"): return [.wait(semaphore(object), timeout: timeout(of: entry))]
        case ("DispatchSemaphore", "signal"): return [.signal(semaphore(object))]
        case ("DispatchGroup", "wait"): return [.wait(resource(object, .group), timeout: timeout(of: entry))]
        default: break
        }
        guard entry.waits == .lock else { return nil }
        let lock = resource(object, .lock(isRecursive: entry.typeName?.contains("Recursive") ?? false))
        if entry.scope { return [.acquire(lock)] + closures(of: reference, call) + [.release(lock)] }
        if entry.releases { return [.release(lock)] }
        return entry.acquires ? [.acquire(lock)] : nil
    }

    private func timeout(of entry: EffectEntry) -> SimulatedExecution.Latency? {
        entry.bounded ? .fixed(Self.moment * 1_000) : nil
    }

    mutating func semaphore(_ object: SharedObject) -> ResourceID {
        resource(object, .semaphore(permits: permits(of: object)))
    }

    /// The value that a semaphore is made with, when that is a number in sight.
    private func permits(of object: SharedObject) -> Int {
        guard case .local(let local, _) = object, case .binding(let value?) = program.index.local(local).origin else {
            return 0
        }
        let summary = program.files[local.file].summary
        guard case .call(let id) = summary[value], let first = summary.calls[id.index].arguments.first,
            case .integer(let digits) = summary[first.value]
        else { return 0 }
        return Int(digits) ?? 0
    }

    func receiver(of reference: CallReference, _ call: Call) -> SharedObject? {
        let scope = Scope(file: reference.file, body: call.body)
        let summary = program.files[reference.file].summary
        if case .member(let base, _, _) = summary[call.callee] {
            return program.sharedObject(base, in: scope, bindings, caller: caller)
        }
        // `pthread_mutex_lock(&mutex)`
        guard let first = call.arguments.first else { return .named(["self"]) }
        return program.sharedObject(first.value, in: scope, bindings, caller: caller)
    }

    // MARK: Effects of the flagged place

    func latency(ofEffectAt site: Site) -> SimulatedExecution.Latency {
        for effects in program.effects.values {
            if let effect = effects.first(where: { $0.site == site }), let latency = effect.entry?.latency {
                return Latency(median: latency.median, p99: latency.p99)
            }
        }
        return Self.unboundedWait
    }

    func name(of site: Site) -> String {
        switch site {
        case .call(let call): program.index.call(call).baseName(in: program.files[call.file].summary)
        case .read(let read):
            switch program.files[read.file].summary[program.index.read(read).expression] {
            case .name(let name, _), .member(_, let name, _), .implicitMember(let name): name
            default: "property"
            }
        case .loop: "the loop"
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
