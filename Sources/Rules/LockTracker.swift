import ProgramModel
import RuleCatalogue
import SourceModel

/// A lock that is taken before and given up after something that happens in between.
struct HeldLock: Hashable {
    /// The call that takes it.
    var call: CallReference
    /// Where the suspension or the blocking call stands.
    var during: Int
}

/// Follows which locks are held along every path through a body.
///
/// A branch that leaves is forgotten, the others are joined; a loop's body is gone through twice; what a `defer` gives
/// up is held to the end of its scope.
struct LockTracker {
    private let program: Program
    private let file: Int
    private let roles: LockRoles
    /// What is looked for while a lock is held.
    private let event: (Step) -> Int?
    private var found: [HeldLock] = []
    private var deferred: [[[Step]]] = []

    private typealias Held = [ReceiverKey: CallReference]

    // MARK: Questions

    /// Locks that some path of an asynchronous body holds while it suspends, and gives up later.
    static func acquisitionsHeldAcrossAwait(in program: Program, roles: LockRoles) -> [HeldLock] {
        var result: [HeldLock] = []
        for file in program.files.indices {
            let summary = program.files[file].summary
            guard roles.mayLock(file: file) else { continue }
            for position in summary.bodies.indices where summary.bodies[position].isAsync {
                var tracker = LockTracker(program: program, file: file, roles: roles) { step in
                    suspension(step, summary, program, file)
                }
                result += tracker.track(BodyReference(file, BodyID(position)))
            }
        }
        return result
    }

    /// Locks that a body holds at one of some offsets.
    static func acquisitionsHeld(
        at offsets: Set<Int>, in body: BodyReference, of program: Program, roles: LockRoles
    ) -> [HeldLock] {
        let summary = program.files[body.file].summary
        var tracker = LockTracker(program: program, file: body.file, roles: roles) { step in
            switch step {
            case .call(let call):
                let offset = summary.calls[call.index].nameRange.start
                return offsets.contains(offset) ? offset : nil
            case .read(let read):
                let offset = summary.reads[read.index].nameRange.start
                return offsets.contains(offset) ? offset : nil
            default: return nil
            }
        }
        return tracker.track(body)
    }

    private static func suspension(_ step: Step, _ summary: FileSummary, _ program: Program, _ file: Int) -> Int? {
        switch step {
        case .suspension(let range): return range.start
        case .read(let read):
            let read = summary.reads[read.index]
            return read.awaits == .none ? nil : read.nameRange.start
        case .call(let call):
            let site = summary.calls[call.index]
            guard site.awaits != .none else { return nil }
            if site.awaits == .shared,
                case .functions(let functions) = program.resolver.resolve(CallReference(file, call)).target,
                functions.allSatisfy({ !program.index.function($0).isAsync })
            {
                return nil
            }
            return site.nameRange.start
        case .loop(let loop): return loop.kind == .forAwait ? loop.keywordRange.start : nil
        case .assignment, .branch, .deferred, .scope, .exit: return nil
        }
    }

    // MARK: The walk

    private init(program: Program, file: Int, roles: LockRoles, event: @escaping (Step) -> Int?) {
        self.program = program
        self.file = file
        self.roles = roles
        self.event = event
    }

    private mutating func track(_ body: BodyReference) -> [HeldLock] {
        let steps = program.index.body(body).steps
        var released: Set<ReceiverKey> = []
        collectReleases(steps, into: &released)
        guard !released.isEmpty else { return [] }
        _ = scope(steps, [:], released)
        var seen: Set<CallReference> = []
        return found.filter { seen.insert($0.call).inserted }
    }

    /// - Returns: what is held at the end; `nil` when every path leaves.
    private mutating func scope(_ steps: [Step], _ held: Held, _ released: Set<ReceiverKey>) -> Held? {
        deferred.append([])
        var result = run(steps, held, released)
        for inner in (deferred.popLast() ?? []).reversed() {
            if let current = result { result = run(inner, current, released) ?? current }
        }
        return result
    }

    private mutating func run(_ steps: [Step], _ start: Held, _ released: Set<ReceiverKey>) -> Held? {
        var held = start
        for step in steps {
            if !held.isEmpty, let offset = event(step) {
                // A continuation's body gives up the lock before the task suspends.
                let given = givenUp(by: step)
                for (key, call) in held where !given.contains(key) {
                    found.append(HeldLock(call: call, during: offset))
                }
                for key in given { held[key] = nil }
            }
            switch step {
            case .call(let id): apply(CallReference(file, id), &held, released)
            case .read, .suspension, .assignment: continue
            case .deferred(let inner):
                if deferred.isEmpty { deferred.append([]) }
                deferred[deferred.count - 1].append(inner)
            case .scope(let inner):
                guard let after = scope(inner, held, released) else { return nil }
                held = after
            case .branch(let arms):
                var joined: Held?
                for arm in arms {
                    guard let after = scope(arm, held, released) else { continue }
                    joined = (joined ?? [:]).merging(after) { first, _ in first }
                }
                guard let joined else { return nil }
                held = joined
            case .loop(let loop):
                var after = run(loop.condition, held, released) ?? held
                for _ in 0..<2 {
                    if let next = scope(loop.body, after, released) { after.merge(next) { first, _ in first } }
                }
                held = after
            case .exit: return nil
            }
        }
        return held
    }

    private func apply(_ call: CallReference, _ held: inout Held, _ released: Set<ReceiverKey>) {
        switch roles.role(of: call) {
        case .acquires:
            guard let key = ReceiverKey(of: call, in: program), released.contains(key), held[key] == nil else {
                return
            }
            held[key] = call
        case .releases: if let key = ReceiverKey(of: call, in: program) { held[key] = nil }
        // A function that gives up more than it takes gives up what its caller took.
        case .none: if !held.isEmpty, roles.givesUp(call) { held = [:] }
        }
    }

    /// Locks that are given up in closures which a suspending call is handed, at any depth: `withCheckedContinuation`
    /// runs them before the task suspends.
    private func givenUp(by step: Step, depth: Int = 0) -> Set<ReceiverKey> {
        guard case .call(let id) = step, depth < 6 else { return [] }
        let summary = program.files[file].summary
        var keys: Set<ReceiverKey> = []
        for argument in summary.calls[id.index].arguments {
            guard case .closure(let body) = summary[argument.value] else { continue }
            let steps = summary.bodies[body.index].steps
            collectReleases(steps, into: &keys)
            for inner in steps { keys.formUnion(givenUp(by: inner, depth: depth + 1)) }
        }
        return keys
    }

    private func collectReleases(_ steps: [Step], into keys: inout Set<ReceiverKey>) {
        for step in steps {
            switch step {
            case .call(let id):
                let call = CallReference(file, id)
                if roles.role(of: call) == .releases, let key = ReceiverKey(of: call, in: program) {
                    keys.insert(key)
                }
            case .scope(let inner), .deferred(let inner): collectReleases(inner, into: &keys)
            case .branch(let arms): for arm in arms { collectReleases(arm, into: &keys) }
            case .loop(let loop):
                collectReleases(loop.condition, into: &keys)
                collectReleases(loop.body, into: &keys)
            case .read, .suspension, .assignment, .exit: continue
            }
        }
    }
}
