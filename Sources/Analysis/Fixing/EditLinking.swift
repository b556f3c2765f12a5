import ProgramModel
import SourceModel

/// Makes the programs in which fixes are judged: as few files as can tell are linked anew.
struct EditLinking {
    private let analyzer: Analyzer
    private let snapshot: Snapshot
    private let digests: [FileDigest]
    /// The linked snapshot.
    private let program: Program
    private let partial: PartialLinking
    private let texts: EditedTexts

    /// - Parameter program: the linked snapshot.
    init(_ analyzer: Analyzer, _ snapshot: Snapshot, _ digests: [FileDigest], _ program: Program) {
        self.analyzer = analyzer
        self.snapshot = snapshot
        self.digests = digests
        self.program = program
        partial = PartialLinking(snapshot, program)
        texts = EditedTexts(snapshot)
    }

    /// Whether files that parsed do so with all changes made.
    func parses(_ proposals: [FixCheck.Proposal]) -> Bool {
        let changes = Self.changes(of: proposals)
        return changes.paths.allSatisfy { texts.parses($0, with: changes) }
    }

    /// Makes programs that have the changes of all proposals among them, each with those whose changes it has, one after
    /// the other: none is kept here.
    ///
    /// Fixes that change the same file share a program. Those that all files have to be asked about share one too.
    func forEachProgram(
        with proposals: [FixCheck.Proposal], _ judge: (EditedProgram, [FixCheck.Proposal]) -> Void
    ) {
        var rest: [FixCheck.Proposal] = []
        for group in Self.groups(proposals) {
            let changes = Self.changes(of: group)
            if let edited = partial.edited(changes, asking: Set(group.map(\.detection.file)), texts) {
                judge(edited, group)
            } else {
                rest += group
            }
        }
        guard !rest.isEmpty else { return }
        rest.sort { $0.number < $1.number }
        judge(whole(Self.changes(of: rest)), rest)
    }

    private func whole(_ changes: ChangeSet) -> EditedProgram {
        let changed = changes.applied(to: snapshot, digests, texts)
        // For a while there are two whole programs. Verdicts ask the first one again.
        self.program.forget(keepsAnswers: analyzer.options.simulation != nil)
        let program = analyzer.link(changed.snapshot.files, changed.digests)
        return EditedProgram(program: program, changes: changes)
    }

    /// Those that change the same files together, in the order of their numbers.
    private static func groups(_ proposals: [FixCheck.Proposal]) -> [[FixCheck.Proposal]] {
        var groups: [(paths: Set<String>, proposals: [FixCheck.Proposal])] = []
        for proposal in proposals {
            var paths = Set(proposal.draft.rewrites.map(\.path))
            var joined = [proposal]
            groups.removeAll { group in
                guard !group.paths.isDisjoint(with: paths) else { return false }
                paths.formUnion(group.paths)
                joined += group.proposals
                return true
            }
            groups.append((paths, joined))
        }
        return groups.map { group in group.proposals.sorted { $0.number < $1.number } }
    }

    private static func changes(of proposals: [FixCheck.Proposal]) -> ChangeSet {
        var changes = ChangeSet()
        for proposal in proposals { _ = changes.add(proposal.draft.rewrites) }
        return changes
    }
}
