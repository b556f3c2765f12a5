/// What the comments of a fixture say about its findings.
package struct Mark: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `// expect: <id>[ "part of the message"]`
        case expect(part: String?)
        /// `// known-miss: <id> - why`: should be reported and is not yet.
        case knownMiss
        /// `// known-false-alarm: <id> - why`: is reported and should not be.
        case knownFalseAlarm
    }

    package var kind: Kind
    package var rule: String
    /// 1-based.
    package var line: Int

    /// All marks of a text, and for each comment that looks like a mark and is none a sentence that says so.
    package static func read(_ text: String) -> (marks: [Mark], problems: [String]) {
        var marks: [Mark] = []
        var problems: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for comment in line.split(separator: "//", omittingEmptySubsequences: false).dropFirst() {
                do throws(Malformed) {
                    if let mark = try Mark(String(comment.drop { $0 == " " }), line: index + 1) { marks.append(mark) }
                } catch {
                    problems.append("line \(index + 1): \(error.problem)")
                }
            }
        }
        return (marks, problems)
    }

    private struct Malformed: Error { var problem: String }

    /// `nil` for a comment that is no mark.
    private init?(_ comment: String, line: Int) throws(Malformed) {
        let words = comment.split(separator: ":", maxSplits: 1).map(String.init)
        guard words.count == 2, ["expect", "known-miss", "known-false-alarm"].contains(words[0]) else { return nil }
        let rest = words[1].drop { $0 == " " }
        let name = String(rest.prefix { $0 != " " })
        rule = name
        self.line = line
        guard !name.isEmpty else { throw Malformed(problem: "'\(words[0]):' names no rule") }
        let tail = String(rest.dropFirst(name.count).drop { $0 == " " })
        switch words[0] {
        case "expect":
            kind = .expect(part: try Self.part(tail))
        default:
            guard tail.hasPrefix("- "), tail.count > 2 else {
                throw Malformed(problem: "'\(words[0]): \(name)' needs ' - ' and a reason")
            }
            kind = words[0] == "known-miss" ? .knownMiss : .knownFalseAlarm
        }
    }

    private static func part(_ tail: String) throws(Malformed) -> String? {
        guard !tail.isEmpty else { return nil }
        guard tail.hasPrefix("\""), let end = tail.dropFirst().firstIndex(of: "\"") else {
            throw Malformed(
                problem: "after the rule of 'expect:' stands '\(tail)': write a part of the message in quotes")
        }
        return String(tail.dropFirst()[..<end])
    }
}
