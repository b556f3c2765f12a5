import Fixes
import ProgramModel
import Rules
import SourceModel

/// A finding that is reported with some changes made, in text that they leave alone, and was not reported before.
struct NewFinding {
    private let rule: RuleID
    /// The call that waits, by the places of before; `nil` when a change has made it.
    private let wait: Wait?
    /// Whether asynchronous code was known to wait there: only the place where that is told is new.
    private let isKnown: Bool
    /// The functions that its evidence path leads through, by the places of after.
    private let functions: [Stretch]

    private struct Wait: Equatable {
        var path: String
        var offset: Int
    }

    private struct Stretch {
        var path: String
        var range: SourceRange
    }

    init(_ detection: Detection, _ old: Snapshot, _ edited: EditedProgram, _ known: KnownWaits) {
        rule = detection.rule
        functions = detection.path.compactMap { step in
            let summary = edited.program.files[step.file].summary
            return summary.innermostFunction(around: SourceRange(step.offset, step.offset)).map { range in
                Stretch(path: edited.path(of: step.file), range: range)
            }
        }
        wait = detection.path.last.flatMap { step in
            let path = edited.path(of: step.file)
            guard case .unchanged(let offset) = edited.changes.origin(of: path, at: step.offset) else { return nil }
            return Wait(path: path, offset: offset)
        }
        isKnown =
            wait.flatMap { wait in
                old.index(of: wait.path).map { known.contains(detection.rule, at: wait.offset, in: $0) }
            } ?? false
    }

    /// Why a fix that brings the finding is not offered.
    var objection: String { isKnown ? "the call would still block" : "it would bring a new finding of `\(rule)`" }

    /// The fixes that may be the reason for the finding, by their numbers: none when nothing points at any, and nobody
    /// is to blame for what was known.
    func culprits(among proposals: [FixCheck.Proposal], in old: Snapshot, _ changes: ChangeSet) -> [Int]? {
        let near = proposals.filter { touches($0, changes) }
        if isKnown {
            // Whoever was to move this very call has only moved the finding.
            let own = near.filter { proposal in
                proposal.detection.path.last.map { Wait(path: old.files[$0.file].path, offset: $0.offset) } == wait
            }
            return own.isEmpty ? nil : own.map(\.number)
        }
        if !near.isEmpty { return near.map(\.number) }
        let paths = Set(functions.map(\.path))
        return proposals.filter { $0.draft.rewrites.contains { paths.contains($0.path) } }.map(\.number)
    }

    /// Whether a fix changes one of the functions.
    private func touches(_ proposal: FixCheck.Proposal, _ changes: ChangeSet) -> Bool {
        proposal.draft.rewrites.contains { rewrite in
            let start = changes.newStart(of: rewrite)
            return functions.contains { $0.path == rewrite.path && $0.range.contains(start) }
        }
    }
}
