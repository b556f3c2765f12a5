import ProgramModel
import RuleCatalogue
import Rules
import SimulatedExecution
import SourceModel

/// Finds the scenarios of findings.
package struct SubjectFinder {
    private let program: Program
    private let tables: SourceTables
    /// Widths of the cooperative pool that a verdict must hold for: 1, 2 and the machine's.
    private let widths: [Int]

    /// - Parameter poolWidth: threads of the cooperative pool of the machine that the code runs on.
    package init(program: Program, poolWidth: Int) {
        self.program = program
        tables = SourceTables(program)
        widths = Set([1, 2, max(poolWidth, 1)].filter { $0 <= max(poolWidth, 1) }).sorted()
    }

    /// The code of a finding as it is, and where that is.
    package struct Start {
        fileprivate var site: Site
        fileprivate var region: BodyReference
        fileprivate var context: ScenarioLowering.Context
        /// The threads whose stalls count.
        fileprivate var group: ThreadID.Group
        fileprivate var before: Blueprint
        fileprivate var dependsOnOthers: Bool
    }

    /// The scenario of the code that a detection is about, or why there is none.
    package func start(_ detection: Detection) -> Result<Start, NotModelled> {
        Result { () throws(NotModelled) in
            guard let site = tables.site(at: detection.anchor, in: detection.file) else { throw .noSite }
            let region = program.contexts.region(of: program.resolver.body(of: site))
            guard let context = context(of: region, detection) else { throw .noContext }
            // Work that was moved harms the supply that it was moved to.
            let group = detection.rule == "ineffective-offload" ? .cooperativePool : context.group
            let dependsOnOthers = tables.dependsOnOthers(site, by: detection.rule)
            let before = try ScenarioLowering.lower(
                region, in: context, of: tables, flagging: site, dependsOnOthers: dependsOnOthers
            ).get()
            return Start(
                site: site, region: region, context: context, group: group, before: before,
                dependsOnOthers: dependsOnOthers)
        }
    }

    /// With the fix that the detection's kind of call usually has.
    package func usual(_ start: Start, of detection: Detection) -> Result<Trial.Arm, NotModelled> {
        let remedy = remedy(for: start.site, detection)
        let after = ScenarioLowering.lower(
            start.region, in: start.context, of: tables, flagging: start.site,
            dependsOnOthers: start.dependsOnOthers, remedy)
        return after.map { Trial.Arm(subject: subject(start, $0), change: .usual(remedy.words)) }
    }

    /// With the same code in an edited program; there is none when an edit has replaced where the code begins.
    ///
    /// - Parameters:
    ///   - fixed: the program with the edits of the fix.
    ///   - number: of the fix among those of its finding.
    ///   - title: of the fix, for people.
    package func fixed(
        _ start: Start, in fixed: FixedProgram, number: Int, title: String
    ) -> Result<Trial.Arm, NotModelled> {
        guard let region = fixed.region(of: start.region, in: program) else { return .failure(.noSite) }
        let site = fixed.site(of: start.site, in: program)
        let after = ScenarioLowering.lower(
            region, in: start.context, of: fixed.tables, flagging: site, dependsOnOthers: start.dependsOnOthers)
        return after.map { Trial.Arm(subject: subject(start, $0), change: .edits(ofFix: number, title: title)) }
    }

    private func subject(_ start: Start, _ after: Blueprint) -> Subject {
        Subject(before: start.before, after: after, widths: widths, group: start.group)
    }

    private func context(of region: BodyReference, _ detection: Detection) -> ScenarioLowering.Context? {
        guard let execution = program.contexts.context(of: region) else {
            // Rules about synchronous code speak of whoever calls it: tasks, as far as they matter here.
            return detection.context.kind == .synchronous ? .pool : nil
        }
        return ScenarioLowering.Context(execution, name: program.resolver.symbol(around: region).name)
    }

    /// What a fix usually does: an async form of the same wait where there is one, else an offload.
    private func remedy(for site: Site, _ detection: Detection) -> ScenarioLowering.Remedy {
        if case .loop = site { return .suspend }
        guard case .call(let call) = site, let entry = program.matcher.entry(of: call)?.entry else {
            return detection.rule == "async-sibling-exists" ? .suspend : .offload
        }
        if entry.waits == .lock { return entry.scope ? .offload : .suspend }
        return entry.waits == .futureWork || entry.asyncForm != nil ? .suspend : .offload
    }
}

extension ScenarioLowering.Context {
    init(_ execution: ExecutionContext, name: String) {
        self =
            switch execution.executor {
            case .mainThread: .main
            case .eventLoop: .eventLoop
            case .unknown: .pool
            case .cooperativePool: execution.kind == .actorMethod ? .actor(name: name) : .pool
            }
    }

    fileprivate var group: ThreadID.Group {
        switch self {
        case .pool, .actor: .cooperativePool
        case .main: .main
        case .eventLoop: .eventLoop(0)
        }
    }
}

extension ScenarioLowering.Remedy {
    fileprivate var words: String {
        switch self {
        case .none: "no change"
        case .offload: "the call moved to an executor with threads of its own"
        case .suspend: "a wait that suspends"
        }
    }
}
