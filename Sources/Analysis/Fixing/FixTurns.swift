import Fixes
import ProgramModel
import RuleCatalogue
import Rules
import SourceModel

/// Parts fixes into turns in which no two change the same function.
///
/// What one change of a function brings about, another one can hide: a lock that waits elsewhere is not held across the
/// `await` that the next fix adds. Fixes are applied one at a time as well, so none may lean on another. Nor must be laid
/// to one what another does to the variables of their actor.
struct FixTurns {
    private let snapshot: Snapshot
    private let digests: [FileDigest]
    private let locks: LockNames

    private struct Function: Hashable {
        var path: String
        /// `nil` outside functions.
        var start: Int?
    }

    init(_ snapshot: Snapshot, _ digests: [FileDigest], _ catalogue: Catalogue) {
        self.snapshot = snapshot
        self.digests = digests
        locks = LockNames(catalogue)
    }

    /// - Parameters:
    ///   - proposals: change different places.
    ///   - isOpen: whether one is to have a turn; the others only stand beside it.
    /// - Returns: those with a turn that share a function with one that may matter to others.
    func turns(of proposals: [FixCheck.Proposal], where isOpen: (FixCheck.Proposal) -> Bool) -> [[FixCheck.Proposal]] {
        let functions = proposals.map(functions)
        var influences: [Function: [Int]] = [:]
        for (index, proposal) in proposals.enumerated() where mattersToOthers(proposal) {
            for function in functions[index] { influences[function, default: []].append(index) }
        }
        var turns: [(taken: Set<Function>, proposals: [FixCheck.Proposal])] = []
        for (index, proposal) in proposals.enumerated() where isOpen(proposal) {
            let own = functions[index]
            let isInfluenced = own.contains { influences[$0]?.contains { $0 != index } ?? false }
            guard isInfluenced else { continue }
            if let turn = turns.firstIndex(where: { $0.taken.isDisjoint(with: own) }) {
                turns[turn].taken.formUnion(own)
                turns[turn].proposals.append(proposal)
            } else {
                turns.append((own, [proposal]))
            }
        }
        return turns.map(\.proposals)
    }

    /// Whether a fix moves a lock, or code of an actor.
    private func mattersToOthers(_ proposal: FixCheck.Proposal) -> Bool {
        if proposal.detection.context.kind == .actorMethod { return true }
        return proposal.draft.rewrites.contains { rewrite in
            guard let file = snapshot.index(of: rewrite.path) else { return false }
            let summary = digests[file].summary
            return summary.calls.contains { call in
                rewrite.range.contains(call.nameRange.start) && locks.contains(call.baseName(in: summary))
            }
        }
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
