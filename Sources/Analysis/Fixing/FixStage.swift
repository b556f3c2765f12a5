import Fixes
import ProgramModel
import Rules
import SourceModel

/// The last stage of an analysis: what could be written instead of each finding, as far as it proves itself.
///
/// Only files with findings, and those that a fix changes beside them, are parsed again. A fix is offered when the
/// changed program, analysed again, has lost the finding and gained none.
struct FixStage {
    private let analyzer: Analyzer
    private let snapshot: Snapshot
    private let digests: [FileDigest]
    private let program: Program
    private let detections: [Detection]

    init(
        _ analyzer: Analyzer, _ snapshot: Snapshot, _ digests: [FileDigest], _ program: Program,
        _ detections: [Detection]
    ) {
        self.analyzer = analyzer
        self.snapshot = snapshot
        self.digests = digests
        self.program = program
        self.detections = detections
    }

    /// - Parameter trials: gets what the code looks like after each accepted fix.
    func attachFixes(to candidates: inout [Candidate], _ places: inout Places, _ trials: inout TrialCollection?) {
        var drafts = draft(candidates)
        let check = FixCheck(analyzer, snapshot, digests, program, detections)
        // The first fixes of all findings together, then the second ones: each round costs one linking.
        let most = drafts.map(\.waiting.count).max() ?? 0
        for round in 0..<most {
            let batch = drafts.indices.compactMap { index -> FixCheck.Proposal? in
                guard drafts[index].waiting.indices.contains(round), let detection = candidates[index].detection else {
                    return nil
                }
                return FixCheck.Proposal(
                    number: index, detection: detection, draft: drafts[index].waiting[round])
            }
            let outcome = check.outcome(of: batch)
            var accepted: [TrialCollection.AcceptedFix] = []
            for proposal in batch {
                if let failure = outcome.failures[proposal.number] {
                    drafts[proposal.number].refusals.append(failure)
                } else {
                    let position = drafts[proposal.number].accepted.count
                    accepted.append(TrialCollection.AcceptedFix(proposal: proposal, position: position))
                    drafts[proposal.number].accepted.append(proposal.draft)
                }
            }
            trials?.add(accepted, in: outcome.programs)
        }
        for index in candidates.indices {
            candidates[index].finding.fixes = drafts[index].accepted.enumerated().map { position, draft in
                fix(draft, isPreferred: position == 0, &places)
            }
            if drafts[index].accepted.isEmpty {
                candidates[index].finding.unfixable = drafts[index].refusals.joined(separator: "; ")
            }
        }
    }

    /// The fixes of one finding.
    private struct Drafts {
        var waiting: [FixDraft] = []
        var accepted: [FixDraft] = []
        var refusals: [String] = []
    }

    private func draft(_ candidates: [Candidate]) -> [Drafts] {
        let files = snapshot.files
        let facts = ModuleFactsTable(files, program, style: analyzer.options.fixStyle)
        let trees = FixTargetTrees(files, facts)
        let finder = FixFinder(
            program,
            targets: FixTargets { files.indices.contains($0) && files[$0].isReported ? trees.target($0) : nil },
            detections: candidates.compactMap(\.detection))
        return candidates.map { candidate in
            guard let detection = candidate.detection else {
                return Drafts(refusals: ["delete what the comment has too much"])
            }
            trees.giveBack(but: candidate.file)
            let outcome = finder.outcome(for: detection, in: trees.target(candidate.file))
            return Drafts(waiting: outcome.drafts, refusals: outcome.refusals)
        }
    }

    private func fix(_ draft: FixDraft, isPreferred: Bool, _ places: inout Places) -> Fix {
        let edits = draft.rewrites.map { rewrite in
            let file = snapshot.index(of: rewrite.path)
            let position = { (offset: Int, places: inout Places) in
                file.map { places.position(offset, in: $0) } ?? SourcePosition(line: 1, column: 1)
            }
            return TextEdit(
                file: rewrite.path, range: rewrite.range, start: position(rewrite.range.start, &places),
                end: position(rewrite.range.end, &places), newText: rewrite.newText)
        }
        return Fix(
            title: draft.title, style: draft.style, safety: draft.reasons.isEmpty ? .safe : .review,
            reason: draft.reasons.joined(separator: "; "), isPreferred: isPreferred,
            edits: edits.sorted { ($0.file, $0.range) < ($1.file, $1.range) })
    }
}
