/// One of the equal parts that several machines divide a large tree into: `--shard I/N`.
///
/// Every part summarises all files, because a finding may depend on any of them, and reports only its own.
package struct Shard: Sendable, Hashable {
    /// 1-based.
    package let index: Int
    package let count: Int

    /// The whole of a run that is not divided.
    package static let whole = Shard(checkedIndex: 1, count: 1)

    private init(checkedIndex index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Reads `I/N` with 1 ≤ I ≤ N.
    ///
    /// - Throws: `UsageProblem` with a sentence for the user.
    package init(parsing text: String) throws(UsageProblem) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count >= 1,
            (1...count).contains(index)
        else {
            throw UsageProblem("'\(text)' is no part of a run: write --shard I/N with I from 1 to N, such as 2/8")
        }
        self.init(checkedIndex: index, count: count)
    }

    /// Whether findings of the file belong to this part; each path belongs to exactly one.
    ///
    /// - Parameter path: must not depend on where the run was started from.
    package func contains(_ path: String) -> Bool {
        guard count > 1 else { return true }
        var hash = StableHash()
        hash.add(path.utf8)
        // The low bits of FNV-1a mix least; fold the high half in before the remainder is taken.
        let mixed = hash.value ^ (hash.value >> 32)
        return Int(mixed % UInt64(count)) + 1 == index
    }
}
