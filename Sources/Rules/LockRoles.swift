import ProgramModel
import RuleCatalogue
import SourceModel

/// Tells which calls take a lock and which give one up: the catalogue's, and wrappers of the workspace around them.
final class LockRoles {
    enum Role: Hashable { case acquires, releases, none }

    private let program: Program
    private var roles: [CallReference: Role] = [:]
    private var functions: [FunctionReference: Role] = [:]
    private var givers: [FunctionReference: Bool] = [:]
    private let filesWithLocks: Set<Int>

    private let names: LockNames
    /// Library calls that may take a lock, by their names alone.
    let libraryCalls: [CallReference]

    init(program: Program) {
        self.program = program
        names = LockNames(program.resolver.catalogue)
        libraryCalls = names.library.sorted().flatMap { program.sites.calls(named: $0) }
        filesWithLocks = Set(names.all.flatMap { program.sites.calls(named: $0).map(\.file) })
    }

    /// Whether a file has any call that could be of interest. O(1).
    func mayLock(file: Int) -> Bool { filesWithLocks.contains(file) }

    func role(of call: CallReference) -> Role {
        if let known = roles[call] { return known }
        roles[call] = Role.none
        let found = compute(call)
        roles[call] = found
        return found
    }

    private func compute(_ call: CallReference) -> Role {
        let summary = program.files[call.file].summary
        let site = program.index.call(call)
        let name = site.baseName(in: summary)
        guard names.contains(name) else { return .none }
        if name == "flock" || name == "lockf" { return fileLock(site, call) }
        if let entry = program.matcher.entry(of: call)?.entry {
            if entry.releases, !entry.acquires { return .releases }
            return entry.acquires && !isAttempt(entry) ? .acquires : .none
        }
        guard site.awaits == .none, case .functions(let targets) = program.resolver.resolve(call).target,
            let function = targets.first, targets.count == 1
        else { return .none }
        return role(of: function, named: name)
    }

    /// `flock(fd, LOCK_UN)` gives up what `flock(fd, LOCK_EX)` takes.
    private func fileLock(_ call: Call, _ reference: CallReference) -> Role {
        let summary = program.files[reference.file].summary
        guard call.arguments.count > 1 else { return .none }
        switch summary[call.arguments[1].value] {
        case .name("LOCK_UN", _), .name("F_ULOCK", _): return .releases
        default: return program.matcher.entry(of: reference)?.entry.acquires == true ? .acquires : .none
        }
    }

    private func isAttempt(_ entry: EffectEntry) -> Bool {
        let isTimed = entry.labels?.contains { $0.lowercased().contains("timeout") || $0 == "before" } ?? false
        return isTimed || entry.baseName.contains("try") || entry.baseName.hasSuffix("IfAvailable")
    }

    /// Whether a call reaches a function that gives up more locks than it takes.
    func givesUp(_ call: CallReference) -> Bool {
        guard program.index.call(call).awaits == .none,
            case .functions(let targets) = program.resolver.resolve(call).target,
            let function = targets.first, let body = program.index.function(function).body
        else { return false }
        if let known = givers[function] { return known }
        givers[function] = false
        var tally = (acquired: 0, released: 0)
        count(program.index.body(BodyReference(function.file, body)).steps, function.file, &tally)
        givers[function] = tally.released > tally.acquired
        return tally.released > tally.acquired
    }

    /// A method of the workspace takes a lock when it is named so and its code does, without giving it up.
    private func role(of function: FunctionReference, named name: String) -> Role {
        if let known = functions[function] { return known }
        functions[function] = Role.none
        var found = Role.none
        if let body = program.index.function(function).body {
            let reference = BodyReference(function.file, body)
            let waits = program.effects[reference].contains { $0.blocking.concernsLocks }
            var tally = (acquired: 0, released: 0)
            count(program.index.body(reference).steps, function.file, &tally)
            if LockNames.acquiring.contains(name), waits || tally.acquired > tally.released {
                found = .acquires
            } else if LockNames.releasing.contains(name) {
                found = .releases
            }
        }
        functions[function] = found
        return found
    }

    private func count(_ steps: [Step], _ file: Int, _ tally: inout (acquired: Int, released: Int)) {
        for step in steps {
            switch step {
            case .call(let id):
                switch role(of: CallReference(file, id)) {
                case .acquires: tally.acquired += 1
                case .releases: tally.released += 1
                case .none: continue
                }
            case .scope(let inner), .deferred(let inner): count(inner, file, &tally)
            case .branch(let arms): for arm in arms { count(arm, file, &tally) }
            case .loop(let loop): count(loop.body, file, &tally)
            case .read, .suspension, .assignment, .exit: continue
            }
        }
    }
}
