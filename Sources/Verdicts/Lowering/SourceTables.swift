import ProgramModel
import RuleCatalogue
import SourceModel

/// Answers about a program's files that lowering asks for again and again; made for a file when it is first asked for.
final class SourceTables {
    let program: Program
    private var files: [Int: FileTable] = [:]
    private var effects: [Site: Effect]?
    private var loops: [Int: [LoopReference]]?
    private var telling: Set<String>?
    private var tellingBodies: [BodyReference: Bool] = [:]

    /// What is done with a continuation that a closure gets.
    struct ContinuationUses {
        /// Calls of its `resume` methods.
        var resumes: [CallReference] = []
        /// Whether it is also given to others, or kept.
        var isPassedOn = false
    }

    /// O(expressions of the file) for each continuation; there are few.
    func continuationUses(of local: LocalReference) -> ContinuationUses {
        let summary = program.files[local.file].summary
        var uses = ContinuationUses()
        var mentions = 0
        for expression in summary.expressions {
            if case .local(local.id) = expression { mentions += 1 }
        }
        for (position, call) in summary.calls.enumerated() {
            guard case .member(let base, "resume", _) = summary[call.callee], case .local(local.id) = summary[base]
            else { continue }
            uses.resumes.append(CallReference(local.file, CallID(position)))
        }
        uses.isPassedOn = mentions > uses.resumes.count
        return uses
    }

    private struct FileTable {
        /// The local that a call's value is given to: `let task = Task { … }`.
        var bindings: [CallID: LocalID] = [:]
        var asyncLets: [BodyID: [BodyID]] = [:]
        /// Calls, reads and loops by the offset of their name.
        var sites: [Int: Site] = [:]
    }

    init(_ program: Program) { self.program = program }

    func binding(of call: CallReference) -> LocalReference? {
        table(of: call.file).bindings[call.id].map { LocalReference(call.file, $0) }
    }

    func asyncLets(of body: BodyReference) -> [BodyReference] {
        (table(of: body.file).asyncLets[body.id] ?? []).map { BodyReference(body.file, $0) }
    }

    /// The call, read or loop whose name starts at an offset.
    func site(at offset: Int, in file: Int) -> Site? { table(of: file).sites[offset] }

    /// The worst that a site does to its thread.
    func effect(at site: Site) -> Effect? {
        if let effects { return effects[site] }
        var all: [Site: Effect] = [:]
        for region in program.effects.regions {
            for effect in program.effects[region] where all[effect.site] == nil { all[effect.site] = effect }
        }
        effects = all
        return all[site]
    }

    /// Whether what others do may decide how long a site waits in the way that a rule speaks of: it waits for something
    /// that a scenario has others work on, or nobody knows what it waits for.
    func dependsOnOthers(_ site: Site, by rule: RuleID) -> Bool {
        let region = program.contexts.region(of: program.resolver.body(of: site))
        let effects = program.effects[region].filter { $0.site == site && $0.rule == rule }
        return effects.isEmpty || effects.contains(where: \.isModelledWithOthers)
    }

    /// The loops that poll, by the files that they stand in.
    private func pollingLoops(in file: Int) -> [LoopReference] {
        if let loops { return loops[file] ?? [] }
        var all: [Int: [LoopReference]] = [:]
        for region in program.effects.regions {
            for case .loop(let loop) in program.effects[region].map(\.site) {
                all[loop.body.file, default: []].append(loop)
            }
        }
        loops = all
        return all[file] ?? []
    }

    /// Whether a body may change what others wait for: signal, unlock, resume and the like, itself or in a function
    /// that it calls by a name of such a function.
    func tells(_ body: BodyReference) -> Bool {
        if let known = tellingBodies[body] { return known }
        let names = telling ?? namesThatTell()
        telling = names
        let found = program.index.body(body).mentions(names, in: program.files[body.file].summary)
        tellingBodies[body] = found
        return found
    }

    private func namesThatTell() -> Set<String> {
        var names = Self.words
        for file in program.files {
            for function in file.summary.functions {
                guard let body = function.body, file.summary.bodies[body.index].mentions(Self.words, in: file.summary)
                else { continue }
                names.insert(function.name)
            }
        }
        return names
    }

    private static let words: Set<String> = [
        "signal", "leave", "enter", "wait", "lock", "unlock", "resume", "sync", "async", "broadcast", "withLock",
    ]

    private func table(of file: Int) -> FileTable {
        if let known = files[file] { return known }
        let summary = program.files[file].summary
        var table = FileTable()
        for (position, local) in summary.locals.enumerated() {
            guard case .binding(let value?) = local.origin, case .call(let call) = summary[value] else { continue }
            table.bindings[call] = LocalID(position)
        }
        for (position, body) in summary.bodies.enumerated() {
            guard case .asyncLet = body.kind, let parent = body.parent else { continue }
            table.asyncLets[parent, default: []].append(BodyID(position))
        }
        for (position, read) in summary.reads.enumerated() {
            table.sites[read.nameRange.start] = .read(ReadReference(file, ReadID(position)))
        }
        for (position, call) in summary.calls.enumerated() {
            table.sites[call.nameRange.start] = .call(CallReference(file, CallID(position)))
        }
        for loop in pollingLoops(in: file) { table.sites[loop.keywordRange.start] = .loop(loop) }
        files[file] = table
        return table
    }
}
