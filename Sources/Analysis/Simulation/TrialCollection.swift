import ProgramModel
import Rules
import Verdicts

/// Collects what has to be simulated for each finding while its fixes are found: their edited programs are gone after.
struct TrialCollection {
    private let finder: SubjectFinder
    /// By the number of the finding, as are the rest.
    private var starts: [Int: Result<SubjectFinder.Start, NotModelled>] = [:]
    private var arms: [Int: [Trial.Arm]] = [:]

    /// A fix that will be offered unless simulation speaks against it.
    struct AcceptedFix {
        var proposal: FixCheck.Proposal
        /// Among the fixes of its finding.
        var position: Int
    }

    init(_ finder: SubjectFinder) { self.finder = finder }

    /// Lowers the code that fixes leave.
    ///
    /// - Parameters:
    ///   - programs: by finding: with the changes of the fix, and those of others.
    ///   - link: makes programs, by finding, with the changes of the given ones alone, or of some of them; they all
    ///     change different places.
    mutating func add(
        _ fixes: [AcceptedFix], in programs: [Int: FixedProgram], link: ([FixCheck.Proposal]) -> [Int: FixedProgram]
    ) {
        // Of the changes in one actor's method each is looked at without the others: what one of them brings about must
        // not be laid to the next.
        var turns: [Turn] = []
        for (number, group) in byActorMethod(fixes).enumerated() {
            guard group.count > 1 else {
                for fix in group { add(fix, in: programs[fix.proposal.number]) }
                continue
            }
            for fix in group {
                if turns.indices.contains(where: { turns[$0].take(fix, ofGroup: number) }) { continue }
                var turn = Turn()
                if turn.take(fix, ofGroup: number) { turns.append(turn) }
            }
        }
        for turn in turns {
            let programs = link(turn.fixes.map(\.proposal))
            for fix in turn.fixes { add(fix, in: programs[fix.proposal.number]) }
        }
    }

    /// What is simulated for a finding: its fixes, or a usual one where none is offered or can be lowered.
    mutating func trial(of number: Int, _ detection: Detection) -> Result<Trial, NotModelled> {
        start(number, detection).flatMap { start in
            if let trial = Trial(arms[number] ?? []) { return .success(trial) }
            return finder.usual(start, of: detection).flatMap { arm in
                Trial([arm]).map(Result.success) ?? .failure(.noSite)
            }
        }
    }

    // MARK: One finding

    private mutating func add(_ fix: AcceptedFix, in program: FixedProgram?) {
        guard let program, case .success(let start) = start(fix.proposal.number, fix.proposal.detection),
            case .success(let arm) = finder.fixed(
                start, in: program, number: fix.position, title: fix.proposal.draft.title)
        else { return }
        arms[fix.proposal.number, default: []].append(arm)
    }

    private mutating func start(
        _ number: Int, _ detection: Detection
    ) -> Result<SubjectFinder.Start, NotModelled> {
        if let known = starts[number] { return known }
        let start = finder.start(detection)
        starts[number] = start
        return start
    }

    /// In the order of their first one; what is in no actor's method stands alone.
    private mutating func byActorMethod(_ fixes: [AcceptedFix]) -> [[AcceptedFix]] {
        var groups: [[AcceptedFix]] = []
        var positions: [BodyReference: Int] = [:]
        for fix in fixes {
            let start = try? start(fix.proposal.number, fix.proposal.detection).get()
            guard let method = start?.actorMethod else {
                groups.append([fix])
                continue
            }
            if let position = positions[method] {
                groups[position].append(fix)
            } else {
                positions[method] = groups.count
                groups.append([fix])
            }
        }
        return groups
    }
}

/// Fixes that share a program, since each program costs a linking: of different methods, and of different places, which
/// fixes of different methods need not be when both make one caller `async`.
private struct Turn {
    private(set) var fixes: [TrialCollection.AcceptedFix] = []
    private var changes = ChangeSet()
    private var lastGroup: Int?

    /// - Parameter group: numbers rise from call to call.
    /// - Returns: `false` for one that needs another turn.
    mutating func take(_ fix: TrialCollection.AcceptedFix, ofGroup group: Int) -> Bool {
        guard lastGroup != group, changes.add(fix.proposal.draft.rewrites) else { return false }
        fixes.append(fix)
        lastGroup = group
        return true
    }
}
