/// The difference of two texts as `diff -u` and `git diff` write it, ready for `patch`.
package struct UnifiedDiff {
    private let old: [Substring]
    private let new: [Substring]
    private let oldPath: String
    private let newPath: String
    private let isColoured: Bool

    private static let context = 3

    /// - Parameters:
    ///   - before: `nil` when the file is new.
    package init(path: String, before: [UInt8]?, after: [UInt8], colour: Bool) {
        old = Self.lines(before ?? [])
        new = Self.lines(after)
        oldPath = before == nil ? "/dev/null" : "a/" + path
        newPath = "b/" + path
        isColoured = colour
    }

    /// Empty when the texts are equal. O(lines × changes).
    package var text: String {
        let steps = self.steps()
        let hunks = Self.hunks(steps)
        guard !hunks.isEmpty else { return "" }
        var text = paint("--- \(oldPath)\n", "1") + paint("+++ \(newPath)\n", "1")
        for hunk in hunks { text += self.text(of: steps[hunk]) }
        return text
    }

    fileprivate enum Step {
        case keep(old: Int, new: Int)
        case delete(old: Int, new: Int)
        case insert(old: Int, new: Int)

        var isChange: Bool {
            if case .keep = self { return false }
            return true
        }
    }

    /// Every line once, deletions before insertions.
    private func steps() -> [Step] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.compactMap(\.offsetOfRemoval))
        let inserted = Set(difference.insertions.compactMap(\.offsetOfInsertion))
        var steps: [Step] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                steps.append(.delete(old: left, new: right))
                left += 1
            } else if inserted.contains(right) {
                steps.append(.insert(old: left, new: right))
                right += 1
            } else {
                steps.append(.keep(old: left, new: right))
                left += 1
                right += 1
            }
        }
        return steps
    }

    /// Ranges of steps: the changes with the lines around them, joined where those meet.
    private static func hunks(_ steps: [Step]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, step) in steps.enumerated() where step.isChange {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private func text(of steps: ArraySlice<Step>) -> String {
        var (oldCount, newCount) = (0, 0)
        var body = ""
        for step in steps {
            switch step {
            case .keep(let line, _):
                (oldCount, newCount) = (oldCount + 1, newCount + 1)
                body += self.line(" ", old[line])
            case .delete(let line, _):
                oldCount += 1
                body += paint(self.line("-", old[line]), "31")
            case .insert(_, let line):
                newCount += 1
                body += paint(self.line("+", new[line]), "32")
            }
        }
        let (oldStart, newStart) = steps.first?.places ?? (0, 0)
        let head =
            "@@ -\(Self.range(oldStart, oldCount)) +\(Self.range(newStart, newCount)) @@\n"
        return paint(head, "36") + body
    }

    /// Lines are counted from 1; an empty range names the line before it.
    private static func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }

    private func line(_ mark: String, _ line: Substring) -> String {
        line.hasSuffix("\n") ? mark + line : "\(mark)\(line)\n\\ No newline at end of file\n"
    }

    private func paint(_ text: String, _ code: String) -> String {
        guard isColoured, text.hasSuffix("\n") else { return text }
        return "\u{1B}[\(code)m\(text.dropLast())\u{1B}[0m\n"
    }

    /// With their endings; CR LF is two scalars of one line's end.
    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        let text = String(decoding: bytes, as: UTF8.self)
        var lines: [Substring] = []
        var start = text.utf8.startIndex
        for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: "\n") {
            let end = text.utf8.index(after: index)
            lines.append(text[start..<end])
            start = end
        }
        if start < text.utf8.endIndex { lines.append(text[start...]) }
        return lines
    }
}

extension CollectionDifference.Change {
    fileprivate var offsetOfRemoval: Int? {
        if case .remove(let offset, _, _) = self { return offset }
        return nil
    }

    fileprivate var offsetOfInsertion: Int? {
        if case .insert(let offset, _, _) = self { return offset }
        return nil
    }
}

extension UnifiedDiff.Step {
    fileprivate var places: (old: Int, new: Int) {
        switch self {
        case .keep(let old, let new), .delete(let old, let new), .insert(let old, let new): (old, new)
        }
    }
}
