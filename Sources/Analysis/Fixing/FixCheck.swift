import Fixes
import ProgramModel
import RuleCatalogue
import Rules
import SourceModel
import Verdicts

/// Analyses changed text and says which changes keep their promise.
struct FixCheck {
    private let catalogue: Catalogue
    private let snapshot: Snapshot
    /// Of the snapshot as it is.
    private let before: [Detection]
    private let known: KnownWaits
    private let linking: EditLinking
    private let turns: FixTurns
    /// Whether anybody asks for the programs: a whole one takes as much memory as all summaries.
    private let keepsPrograms: Bool

    /// One fix of one finding.
    struct Proposal {
        /// Names the finding.
        var number: Int
        var detection: Detection
        var draft: FixDraft
    }

    /// - Parameters:
    ///   - program: the linked snapshot.
    ///   - before: what was found in it.
    init(
        _ analyzer: Analyzer, _ snapshot: Snapshot, _ digests: [FileDigest], _ program: Program, _ before: [Detection]
    ) {
        catalogue = analyzer.catalogue
        self.snapshot = snapshot
        self.before = before
        known = KnownWaits(program)
        linking = EditLinking(analyzer, snapshot, digests, program)
        turns = FixTurns(snapshot, digests, catalogue)
        keepsPrograms = analyzer.options.simulation != nil
    }

    /// What became of proposals, by their numbers.
    struct Outcome {
        /// Why those that fail do.
        var failures: [Int: String] = [:]
        /// The program that each was analysed in, with the changes of others beside its own; only where verdicts are
        /// wanted.
        var programs: [Int: FixedProgram] = [:]

        fileprivate mutating func merge(_ other: Outcome) {
            failures.merge(other.failures) { first, _ in first }
            programs.merge(other.programs) { _, later in later }
        }
    }

    func outcome(of proposals: [Proposal]) -> Outcome {
        var outcome = Outcome()
        var open = proposals.filter { proposal in
            if keepsComments(proposal.draft) { return true }
            outcome.failures[proposal.number] = "a comment would be lost"
            return false
        }
        while !open.isEmpty {
            let (together, later) = Self.compatible(open)
            if together.isEmpty {
                for proposal in later { outcome.failures[proposal.number] = "its changes overlap" }
                break
            }
            // One parse of each changed file tells of all its changes; who breaks it is asked only when it breaks.
            let allParse = linking.parses(together)
            let parsing = together.filter { proposal in
                if allParse || linking.parses([proposal]) { return true }
                outcome.failures[proposal.number] = "it would not parse"
                return false
            }
            outcome.merge(analysed(parsing))
            for turn in turns.turns(of: parsing, where: { outcome.failures[$0.number] == nil }) {
                outcome.merge(analysed(turn))
            }
            open = later
        }
        return outcome
    }

    /// Those that change different places, and the rest.
    private static func compatible(_ proposals: [Proposal]) -> (together: [Proposal], later: [Proposal]) {
        var changes = ChangeSet()
        var together: [Proposal] = []
        var later: [Proposal] = []
        for proposal in proposals {
            if changes.add(proposal.draft.rewrites) { together.append(proposal) } else { later.append(proposal) }
        }
        return (together, later)
    }

    /// Counts what opens a comment in the text that goes and in the text that comes.
    private func keepsComments(_ draft: FixDraft) -> Bool {
        var balance = 0
        for rewrite in draft.rewrites {
            let old = snapshot.text(of: rewrite.path) ?? []
            guard rewrite.range.end <= old.count else { continue }
            balance -= Self.commentMarks(in: old[rewrite.range.start..<rewrite.range.end])
            balance += Self.commentMarks(in: Array(rewrite.newText.utf8)[...])
        }
        return balance >= 0
    }

    private static func commentMarks(in text: ArraySlice<UInt8>) -> Int {
        zip(text, text.dropFirst()).count { first, second in
            first == UInt8(ascii: "/") && (second == UInt8(ascii: "/") || second == UInt8(ascii: "*"))
        }
    }

    private func analysed(_ proposals: [Proposal]) -> Outcome {
        var outcome = Outcome()
        var open: [[Proposal]] = []
        linking.forEachProgram(with: proposals) { edited, group in
            let (judged, doubtful) = judged(group, edited)
            outcome.merge(judged)
            open += doubtful
        }
        // Now that the programs are gone.
        for doubtful in open { outcome.merge(analysed(doubtful)) }
        return outcome
    }

    /// - Returns: what to ask about again without the others: only when a new finding does not tell whose it is.
    private func judged(_ proposals: [Proposal], _ edited: EditedProgram) -> (Outcome, doubtful: [[Proposal]]) {
        let after = RuleEngine.detections(in: edited.program, catalogue: catalogue, atLeast: .likely)
        let comparison = FindingComparison(before, snapshot, after, edited, known)
        var outcome = Outcome()
        let fixed = keepsPrograms ? edited.fixed(from: snapshot) : nil
        for proposal in proposals {
            outcome.programs[proposal.number] = fixed
            let path = snapshot.files[proposal.detection.file].path
            outcome.failures[proposal.number] = comparison.failure(of: proposal, in: path)
        }
        var suspects: Set<Int> = []
        for finding in comparison.new {
            guard var culprits = finding.culprits(among: proposals, in: snapshot, edited.changes) else { continue }
            // The only fix is the reason, whatever points at it.
            if proposals.count == 1 { culprits = proposals.map(\.number) }
            if culprits.count == 1, let culprit = culprits.first {
                outcome.failures[culprit] = outcome.failures[culprit] ?? finding.objection
            } else {
                suspects.formUnion(culprits.isEmpty ? proposals.map(\.number) : culprits)
            }
        }
        // Who is found guilty already is left out of the search.
        let open = proposals.filter { suspects.contains($0.number) && outcome.failures[$0.number] == nil }
        if open.isEmpty { return (outcome, []) }
        if open.count < proposals.count { return (outcome, [open]) }
        let half = proposals.count / 2
        return (Outcome(), [Array(proposals[..<half]), Array(proposals[half...])])
    }
}
