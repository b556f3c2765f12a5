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

    /// The scenarios of a detection, with the fix that its kind of call usually has, or why there are none.
    package func subject(of detection: Detection) -> Result<Subject, NotModelled> {
        Result { () throws(NotModelled) in
            let place = try place(of: detection)
            let remedy = remedy(for: place.site, detection)
            let after = try lowered(place.region, place.context, flagging: place.site, remedy)
            return try subject(place, after, fix: remedy.words)
        }
    }

    /// The scenarios of a detection and of the same code in an edited program.
    ///
    /// - Parameters:
    ///   - fixed: the program with the edits of one fix.
    ///   - title: of the fix, for people.
    package func subject(
        of detection: Detection, fixedIn fixed: FixedProgram, title: String
    ) -> Result<Subject, NotModelled> {
        Result { () throws(NotModelled) in
            let place = try place(of: detection)
            guard let region = fixed.region(of: place.region, in: program) else { throw .noSite }
            let site = fixed.site(of: place.site, in: program)
            let after = try ScenarioLowering.lower(
                region, in: place.context, of: fixed.tables, flagging: site
            ).get()
            return try subject(place, after, fix: title)
        }
    }

    // MARK: Places

    private struct Place {
        var site: Site
        var region: BodyReference
        var context: ScenarioLowering.Context
        /// The threads whose stalls count.
        var group: ThreadID.Group
    }

    private func place(of detection: Detection) throws(NotModelled) -> Place {
        guard let site = tables.site(at: detection.anchor, in: detection.file) else { throw .noSite }
        let region = program.contexts.region(of: program.resolver.body(of: site))
        guard let context = context(of: region, detection) else { throw .noContext }
        // Work that was moved harms the supply that it was moved to.
        let group = detection.rule == "ineffective-offload" ? .cooperativePool : context.group
        return Place(site: site, region: region, context: context, group: group)
    }

    private func context(of region: BodyReference, _ detection: Detection) -> ScenarioLowering.Context? {
        guard let execution = program.contexts.context(of: region) else {
            // Rules about synchronous code speak of whoever calls it: tasks, as far as they matter here.
            return detection.context.kind == .synchronous ? .pool : nil
        }
        return ScenarioLowering.Context(execution, name: program.resolver.symbol(around: region).name)
    }

    // MARK: Scenarios

    private func subject(_ place: Place, _ after: Blueprint, fix: String) throws(NotModelled) -> Subject {
        Subject(
            before: try lowered(place.region, place.context, flagging: place.site, .none), after: after,
            widths: widths, group: place.group, fix: fix)
    }

    private func lowered(
        _ region: BodyReference, _ context: ScenarioLowering.Context, flagging site: Site,
        _ remedy: ScenarioLowering.Remedy
    ) throws(NotModelled) -> Blueprint {
        try ScenarioLowering.lower(region, in: context, of: tables, flagging: site, remedy).get()
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
        case .offload: "an executor with threads of its own"
        case .suspend: "a wait that suspends"
        }
    }
}
