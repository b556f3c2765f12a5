import ProgramModel
import RuleCatalogue
import SimulatedExecution
import SourceModel

/// Library calls that the catalogue knows: locks, semaphores and groups as what they are, the rest as time.
extension ScenarioLowering {
    mutating func library(_ reference: CallReference, _ call: Call, _ entry: EffectEntry) -> [Statement] {
        if let object = receiver(of: reference, call) {
            if let statements = synchronization(entry, on: object, reference, call) { return statements }
        }
        let statements = closures(of: reference, call)
        guard entry.blocks, !entry.isMomentaryLock, isInsideFlagged || heldLock != nil else { return statements }
        let time = entry.latency.map { Latency(median: $0.median, p99: $0.p99) } ?? Unknown.wait
        let blocking = entry.waits == .cpu ? Statement.compute(time) : .block(time, what: entry.declaration.text)
        // A critical section that is mended has nothing in it that blocks.
        guard !isInsideFlagged, remedy != .none else { return statements + [blocking] }
        return statements + [.run(on: remedyPool(), style: .suspending, [blocking], label: "offloaded")]
    }

    /// Locks, semaphores, groups: statements on a shared resource.
    private mutating func synchronization(
        _ entry: EffectEntry, on object: NamedObject, _ reference: CallReference, _ call: Call
    ) -> [Statement]? {
        switch (entry.typeName, entry.baseName) {
        case ("DispatchSemaphore", "wait"):
            return semaphore(object, reference, call).map { [wait(for: $0, entry)] }
        case ("DispatchSemaphore", "signal"):
            return semaphore(object, reference, call).map { [.signal($0)] }
        case ("DispatchGroup", "wait"): return [wait(for: resource(object, .group), entry)]
        default: break
        }
        guard entry.waits == .lock else { return nil }
        let operation = fileLockOperation(reference, call)
        if operation == .unknown { return nil }
        // Whoever takes a file lock again has it already.
        let isRecursive = operation != nil || entry.typeName?.contains("Recursive") ?? false
        let lock = resource(object, .lock(isRecursive: isRecursive))
        if entry.scope {
            let outer = heldLock
            if isInsideFlagged { heldLock = lock }
            defer { heldLock = outer }
            return [.acquire(lock)] + closures(of: reference, call) + [.release(lock)]
        }
        if operation == .release || operation == nil && entry.releases {
            if heldLock == lock { heldLock = nil }
            return [.release(lock)]
        }
        guard entry.acquires else { return nil }
        // `try()` never waits.
        guard entry.blocks else { return [] }
        if isInsideFlagged { heldLock = lock }
        return [.acquire(lock)]
    }

    private enum FileLockOperation { case acquire, release, unknown }

    /// What `flock` or `lockf` is told to do; `nil` for other calls.
    private func fileLockOperation(_ reference: CallReference, _ call: Call) -> FileLockOperation? {
        let summary = program.files[reference.file].summary
        guard ["flock", "lockf"].contains(call.baseName(in: summary)), call.arguments.count > 1 else { return nil }
        guard case .name(let name, _) = summary[call.arguments[1].value] else { return .unknown }
        switch name {
        case "LOCK_UN", "F_ULOCK": return .release
        case "LOCK_EX", "LOCK_SH", "F_LOCK": return .acquire
        default: return .unknown
        }
    }

    /// Waits that are not flagged are taken to be mended already: they have a finding, and a verdict, of their own.
    private func wait(for id: ResourceID, _ entry: EffectEntry) -> Statement {
        let timeout = entry.bounded ? SimulatedExecution.Latency.fixed(Unknown.moment * 1_000) : nil
        return isInsideFlagged ? .wait(id, timeout: timeout) : .suspend(on: id, timeout: timeout)
    }

    /// A semaphore whose first value is in sight; of any other nobody can say whether a wait for it ends.
    mutating func semaphore(_ object: NamedObject, _ reference: CallReference, _ call: Call) -> ResourceID? {
        let scope = Scope(file: reference.file, body: call.body)
        guard case .member(let base, _, _) = program.files[reference.file].summary[call.callee],
            let maker = maker(of: base, in: scope), let permits = integer(["value"], of: maker)
        else { return nil }
        return resource(object, .semaphore(permits: permits))
    }

    func receiver(of reference: CallReference, _ call: Call) -> NamedObject? {
        let scope = Scope(file: reference.file, body: call.body)
        let summary = program.files[reference.file].summary
        if case .member(let base, _, _) = summary[call.callee] { return object(base, in: scope) }
        // `pthread_mutex_lock(&mutex)`
        guard let first = call.arguments.first else { return selfObject }
        return object(first.value, in: scope)
    }
}
