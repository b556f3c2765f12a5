/// Finds the name that a misspelt one was probably meant to be.
package enum NearestName {
    /// The candidate with the fewest edits from `name`, the first of several; `nil` when none is near.
    ///
    /// Letter case and the choice of `-` or `_` count for nothing. O(candidates × length²).
    package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = editDistance(wanted, folded(candidate))
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
        return best.name
    }

    /// "did you mean `x`?" when a name is near, otherwise the list of all candidates.
    package static func advice(for name: String, among candidates: some Sequence<String>) -> String {
        if let nearest = of(name, among: candidates) { return "did you mean `\(nearest)`?" }
        return "use one of " + candidates.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    }

    /// Insertions, removals, replacements and swaps of neighbours each count one.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (i, leftByte) in left.enumerated() {
            var current = [i + 1]
            for (j, rightByte) in right.enumerated() {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (leftByte == rightByte ? 0 : 1))
                if i > 0, j > 0, leftByte == right[j - 1], left[i - 1] == rightByte {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
