import ProgramModel
import RuleCatalogue
import Rules
import SimulatedExecution
import SourceModel

/// What is simulated for one finding: scenarios of the code as it is and as the fix leaves it, for pools of several
/// widths.
///
/// Equal subjects have equal verdicts, so a run judges each of them once, however many findings share it.
package struct Subject: Sendable, Hashable {
    /// One width of the cooperative pool.
    struct Pair: Sendable, Hashable {
        var poolWidth: Int
        var before: Scenario
        var after: Scenario
    }

    var pairs: [Pair]
    /// The threads whose stalls count.
    var group: ThreadID.Group
    /// The name of the fix that was simulated, for people.
    var fix: String
}

/// Finds the scenarios of findings.
package struct SubjectFinder {
    private let program: Program
    private let widths: [Int]
    private var sites: [Int: [Int: Site]] = [:]

    /// - Parameter poolWidth: threads of the cooperative pool of the machine that the code runs on.
    package init(program: Program, poolWidth: Int) {
        self.program = program
        widths = Array(Set([1, 2, max(poolWidth, 1)])).sorted()
    }

    /// The scenarios of a detection, or why there are none.
    package mutating func subject(of detection: Detection) -> Result<Subject, NotModelled> {
        guard let site = site(at: detection.anchor, in: detection.file) else { return .failure(.noSite) }
        let region = program.contexts.region(of: program.resolver.body(of: site))
        guard let context = context(of: region, detection) else { return .failure(.noContext) }
        let variant = variant(for: site, detection)
        var pairs: [Subject.Pair] = []
        for width in widths {
            let scenarios = [ScenarioLowering.Variant.before, variant].map { variant in
                ScenarioLowering.lower(
                    program, site: site, region: region, in: context, callers: width * 2, variant)
            }
            do {
                var after = try scenarios[1].get()
                if variant == .suspending { after = after.withAsyncLocks(where: lockName(at: site)) }
                pairs.append(Subject.Pair(poolWidth: width, before: try scenarios[0].get(), after: after))
            } catch {
                return .failure(error)
            }
        }
        return .success(
            Subject(
                pairs: pairs, group: context.group,
                fix: variant == .offloaded ? "an executor with threads of its own" : "a wait that suspends"))
    }

    // MARK: Places

    /// The call, read or loop whose name starts at an offset. O(file) the first time.
    private mutating func site(at offset: Int, in file: Int) -> Site? {
        if sites[file] == nil { sites[file] = allSites(in: file) }
        return sites[file]?[offset]
    }

    private func allSites(in file: Int) -> [Int: Site] {
        let summary = program.files[file].summary
        var found: [Int: Site] = [:]
        for (position, read) in summary.reads.enumerated() {
            found[read.nameRange.start] = .read(ReadReference(file, ReadID(position)))
        }
        for (position, call) in summary.calls.enumerated() where !call.isSubscript {
            found[call.nameRange.start] = .call(CallReference(file, CallID(position)))
        }
        for effects in program.effects.values {
            for case .loop(let loop) in effects.map(\.site) where loop.body.file == file {
                found[loop.keywordRange.start] = .loop(loop)
            }
        }
        return found
    }

    private func context(of region: BodyReference, _ detection: Detection) -> ScenarioLowering.Context? {
        guard let execution = program.contexts.context(of: region) else {
            // Rules about synchronous code speak of whoever calls it: tasks, as far as they matter here.
            return detection.context.kind == .synchronous ? .pool : nil
        }
        switch execution.executor {
        case .mainThread: return .main
        case .eventLoop: return .eventLoop
        case .unknown: return .pool
        case .cooperativePool:
            guard execution.kind == .actorMethod else { return .pool }
            return .actor(name: program.resolver.symbol(around: region).name)
        }
    }

    /// What the fix does: an async form of the same wait where there is one, else an offload.
    private func variant(for site: Site, _ detection: Detection) -> ScenarioLowering.Variant {
        if case .loop = site { return .suspending }
        guard case .call(let call) = site, let entry = program.matcher.entry(of: call)?.entry else {
            return detection.rule == "async-sibling-exists" ? .suspending : .offloaded
        }
        if entry.waits == .lock { return entry.scope ? .offloaded : .suspending }
        return entry.waits == .futureWork || entry.asyncForm != nil ? .suspending : .offloaded
    }

    /// The lock that a flagged call takes, as the scenario names it.
    private func lockName(at site: Site) -> String? {
        guard case .call(let call) = site,
            case .member(let base, _, _) =
                program.files[call.file].summary[program.index.call(call).callee]
        else { return nil }
        let scope = Scope(file: call.file, body: program.index.call(call).body)
        return program.sharedObject(base, in: scope, [:], caller: 0)?.name(in: program)
    }
}

extension ScenarioLowering.Context {
    fileprivate var group: ThreadID.Group {
        switch self {
        case .pool, .actor: .cooperativePool
        case .main: .main
        case .eventLoop: .eventLoop(0)
        }
    }
}
