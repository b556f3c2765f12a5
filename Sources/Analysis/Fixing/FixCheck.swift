import Fixes
import ProgramModel
import Rules
import SourceModel
import SwiftParsing
import Verdicts

/// Analyses changed text and says which changes keep their promise.
struct FixCheck {
    private let analyzer: Analyzer
    private let snapshot: Snapshot
    private let digests: [FileDigest]
    /// Of the snapshot as it is.
    private let before: [Detection]

    /// One fix of one finding.
    struct Proposal {
        /// Names the finding.
        var number: Int
        var detection: Detection
        var draft: FixDraft
    }

    init(_ analyzer: Analyzer, _ snapshot: Snapshot, _ digests: [FileDigest], _ before: [Detection]) {
        self.analyzer = analyzer
        self.snapshot = snapshot
        self.digests = digests
        self.before = before
    }

    /// What became of proposals, by their numbers.
    struct Outcome {
        /// Why those that fail do.
        var failures: [Int: String] = [:]
        /// The program that each was analysed in, with the changes of others beside its own.
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
            let allParse = parses(together)
            let parsing = together.filter { proposal in
                if allParse || parses([proposal]) { return true }
                outcome.failures[proposal.number] = "it would not parse"
                return false
            }
            outcome.merge(analysed(parsing))
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

    private func parses(_ proposals: [Proposal]) -> Bool {
        var changes = ChangeSet()
        for proposal in proposals { _ = changes.add(proposal.draft.rewrites) }
        return changes.paths.allSatisfy { path in
            let old = snapshot.text(of: path) ?? []
            guard let new = changes.apply(to: old, of: path) else { return false }
            return !ParsedFile.parse(new).tree.hasError || ParsedFile.parse(old).tree.hasError
        }
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

    /// Analyses all of them in one program.
    ///
    /// A new finding in unchanged text is laid to the changes of its file; which one it was is found by halving.
    private func analysed(_ proposals: [Proposal]) -> Outcome {
        guard !proposals.isEmpty else { return Outcome() }
        let edited = edit(proposals)
        let after = RuleEngine.detections(in: edited.program, catalogue: analyzer.catalogue)
        let comparison = Comparison(before, snapshot, after, edited.snapshot, edited.changes)
        var outcome = Outcome()
        let fixed = edited.fixed(from: snapshot)
        for proposal in proposals {
            outcome.programs[proposal.number] = fixed
            let path = snapshot.files[proposal.detection.file].path
            outcome.failures[proposal.number] = comparison.failure(of: proposal, in: path)
        }
        guard !comparison.filesWithNew.isEmpty else { return outcome }
        if proposals.count == 1, let only = proposals.first {
            let failure = outcome.failures[only.number] ?? "it would bring a new finding of `\(comparison.newRule)`"
            outcome.failures = [only.number: failure]
            return outcome
        }
        let suspects = proposals.filter { proposal in
            proposal.draft.rewrites.contains { comparison.filesWithNew.contains($0.path) }
        }
        guard !suspects.isEmpty, suspects.count < proposals.count else {
            let half = proposals.count / 2
            var halves = analysed(Array(proposals[..<half]))
            halves.merge(analysed(Array(proposals[half...])))
            return halves
        }
        for suspect in suspects { outcome.failures[suspect.number] = nil }
        outcome.merge(analysed(suspects))
        return outcome
    }

    // MARK: Programs

    /// The program with the changes of some proposals, none of which overlaps another.
    func edited(_ proposals: [Proposal]) -> FixedProgram { edit(proposals).fixed(from: snapshot) }

    private func edit(_ proposals: [Proposal]) -> EditedProgram {
        var changes = ChangeSet()
        for proposal in proposals { _ = changes.add(proposal.draft.rewrites) }
        let changed = changes.applied(to: snapshot, digests)
        return EditedProgram(
            program: analyzer.link(changed.snapshot.files, changed.digests), snapshot: changed.snapshot,
            changes: changes)
    }
}

/// A linked program, and the changes that it has.
private struct EditedProgram {
    var program: Program
    var snapshot: Snapshot
    var changes: ChangeSet

    func fixed(from old: Snapshot) -> FixedProgram {
        var edits: [Int: [FixedProgram.Edit]] = [:]
        for path in changes.paths {
            if let file = old.index(of: path) { edits[file] = changes.edits(of: path) }
        }
        // Every file of before is still there.
        let files = old.files.map { snapshot.index(of: $0.path) ?? snapshot.files.endIndex }
        return FixedProgram(program, files: files, edits: edits)
    }
}

/// The findings before and after some changes.
private struct Comparison {
    private let changes: ChangeSet
    /// How often each rule is reported in each changed place, before and after.
    private var inside: [Place: (before: Int, after: Int)] = [:]
    /// What is reported in unchanged text afterwards, by the places of before.
    private var outside: Set<Key> = []
    /// Files in whose unchanged text something is reported that was not.
    private(set) var filesWithNew: Set<String> = []
    private(set) var newRule: RuleID = ""

    private struct Place: Hashable {
        var path: String
        /// Start of the change, before it is made.
        var change: Int
        var rule: RuleID
    }

    private struct Key: Hashable {
        var path: String
        var anchor: Int
        var rule: RuleID
    }

    init(
        _ before: [Detection], _ old: Snapshot, _ after: [Detection], _ new: Snapshot, _ changes: ChangeSet
    ) {
        self.changes = changes
        var known: Set<Key> = []
        for detection in before where detection.confidence >= .likely {
            let path = old.files[detection.file].path
            known.insert(Key(path: path, anchor: detection.anchor, rule: detection.rule))
            if let change = changes.change(of: path, at: detection.anchor) {
                inside[Place(path: path, change: change, rule: detection.rule), default: (0, 0)].before += 1
            }
        }
        for detection in after where detection.confidence >= .likely {
            let path = new.files[detection.file].path
            switch changes.origin(of: path, at: detection.anchor) {
            case .unchanged(let anchor):
                let key = Key(path: path, anchor: anchor, rule: detection.rule)
                outside.insert(key)
                if !known.contains(key) {
                    filesWithNew.insert(path)
                    newRule = detection.rule
                }
            case .changed(let change):
                inside[Place(path: path, change: change, rule: detection.rule), default: (0, 0)].after += 1
            }
        }
    }

    /// - Parameter path: of the proposal's finding.
    func failure(of proposal: FixCheck.Proposal, in path: String) -> String? {
        let (anchor, rule) = (proposal.detection.anchor, proposal.detection.rule)
        var isGone =
            changes.change(of: path, at: anchor) == nil
            && !outside.contains(Key(path: path, anchor: anchor, rule: rule))
        for rewrite in proposal.draft.rewrites {
            for (place, counts) in inside where place.path == rewrite.path && place.change == rewrite.range.start {
                if counts.after > counts.before { return "it would bring a new finding of `\(place.rule)`" }
                if place.rule == proposal.detection.rule, counts.after < counts.before { isGone = true }
            }
        }
        return isGone ? nil : "the finding would still be there"
    }
}
