import Fixes
import SourceModel

/// Parts fixes into turns in which no two change the same function.
///
/// What one change of a function brings about, another one can hide: a lock that waits elsewhere is not held across the
/// `await` that the next fix adds. Fixes are applied one at a time as well, so none may lean on another.
struct FixTurns {
    private let snapshot: Snapshot
    private let digests: [FileDigest]

    private struct Function: Hashable {
        var path: String
        /// `nil` outside functions.
        var start: Int?
    }

    init(_ snapshot: Snapshot, _ digests: [FileDigest]) {
        self.snapshot = snapshot
        self.digests = digests
    }

    /// - Parameters:
    ///   - proposals: change different places.
    ///   - isOpen: whether one is to have a turn; the others only stand beside it.
    /// - Returns: those with a turn that share a function with any other.
    func turns(of proposals: [FixCheck.Proposal], where isOpen: (FixCheck.Proposal) -> Bool) -> [[FixCheck.Proposal]] {
        let functions = proposals.map(functions)
        var changes: [Function: Int] = [:]
        for function in functions.joined() { changes[function, default: 0] += 1 }
        var turns: [(taken: Set<Function>, proposals: [FixCheck.Proposal])] = []
        for (proposal, own) in zip(proposals, functions)
        where isOpen(proposal) && own.contains(where: { changes[$0, default: 0] > 1 }) {
            if let turn = turns.firstIndex(where: { $0.taken.isDisjoint(with: own) }) {
                turns[turn].taken.formUnion(own)
                turns[turn].proposals.append(proposal)
            } else {
                turns.append((own, [proposal]))
            }
        }
        return turns.map(\.proposals)
    }

    private func functions(_ proposal: FixCheck.Proposal) -> Set<Function> {
        var found: Set<Function> = []
        for rewrite in proposal.draft.rewrites {
            let start = snapshot.index(of: rewrite.path).flatMap { file in
                digests[file].summary.innermostFunction(around: rewrite.range)?.start
            }
            // Whole lines outside functions serve every fix of a file: an import, the declaration of an executor.
            if start == nil, rewrite.range.isEmpty, rewrite.newText.hasSuffix("\n") { continue }
            found.insert(Function(path: rewrite.path, start: start))
        }
        return found
    }
}
