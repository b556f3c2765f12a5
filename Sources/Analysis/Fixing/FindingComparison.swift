import Fixes
import ProgramModel
import Rules
import SourceModel

/// The findings before and after some changes.
struct FindingComparison {
    private let changes: ChangeSet
    /// How often each rule is reported in each changed place, before and after.
    private var inside: [Place: (before: Int, after: Int)] = [:]
    /// What is reported in unchanged text afterwards, by the places of before.
    private var outside: Set<OldPlace> = []
    /// What is reported in unchanged text and was not, and is not just told in another place.
    private(set) var new: [NewFinding] = []

    private struct Place: Hashable {
        var path: String
        /// Start of the change, before it is made.
        var change: Int
        var rule: RuleID
    }

    private struct OldPlace: Hashable {
        var path: String
        var anchor: Int
        var rule: RuleID
    }

    init(
        _ before: [Detection], _ old: Snapshot, _ after: [Detection], _ edited: EditedProgram, _ known: KnownWaits
    ) {
        changes = edited.changes
        var reported: Set<OldPlace> = []
        for detection in before where detection.confidence >= .likely {
            let path = old.files[detection.file].path
            reported.insert(OldPlace(path: path, anchor: detection.anchor, rule: detection.rule))
            if let change = changes.change(of: path, at: detection.anchor) {
                inside[Place(path: path, change: change, rule: detection.rule), default: (0, 0)].before += 1
            }
        }
        for detection in after where detection.confidence >= .likely {
            let path = edited.path(of: detection.file)
            switch changes.origin(of: path, at: detection.anchor) {
            case .unchanged(let anchor):
                let place = OldPlace(path: path, anchor: anchor, rule: detection.rule)
                outside.insert(place)
                if !reported.contains(place) { new.append(NewFinding(detection, old, edited, known)) }
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
            && !outside.contains(OldPlace(path: path, anchor: anchor, rule: rule))
        for rewrite in proposal.draft.rewrites {
            for (place, counts) in inside where place.path == rewrite.path && place.change == rewrite.range.start {
                if counts.after > counts.before { return "it would bring a new finding of `\(place.rule)`" }
                if place.rule == proposal.detection.rule, counts.after < counts.before { isGone = true }
            }
        }
        return isGone ? nil : "the finding would still be there"
    }
}
