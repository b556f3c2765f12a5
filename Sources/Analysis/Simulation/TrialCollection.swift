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
    /// - Parameter programs: by finding: with the changes of the fix, and those of others, but in methods of actors only in
    ///   other ones: what one change there brings about must not be laid to the next.
    mutating func add(_ fixes: [AcceptedFix], in programs: [Int: FixedProgram]) {
        for fix in fixes { add(fix, in: programs[fix.proposal.number]) }
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
}
