import SourceModel
import SwiftParsing

/// One `unblock:allow` comment, the lines it speaks of, and which of its ids have hidden something.
struct AllowComment {
    enum Scope {
        /// 1-based lines.
        case lines(Set<Int>)
        case file
        /// The comment cannot be read; the text says why.
        case nothing(String)
    }

    let scope: Scope
    let rules: [RuleID]
    let range: SourceRange
    let start: SourcePosition
    let end: SourcePosition
    private(set) var used: Set<RuleID> = []

    /// `nil` for comments that allow nothing, such as `unblock:blocking`.
    init?(_ directive: Directive, file: Int, _ places: inout Places) {
        range = directive.range
        start = places.position(directive.range.start, in: file)
        end = places.position(directive.range.end, in: file)
        switch directive.kind {
        case .allow(let ids, _):
            rules = ids
            var lines: Set<Int> = Set(start.line...max(start.line, end.line))
            if directive.standsAlone { lines.insert(Self.nextLine(after: end.line, in: file, &places)) }
            scope = .lines(lines)
        case .allowFile(let ids, _):
            rules = ids
            scope = .file
        case .malformed(let problem):
            rules = []
            scope = .nothing(problem)
        case .blocking, .nonblocking:
            return nil
        }
    }

    /// Whether the finding is hidden; notes that the id was of use.
    ///
    /// A call over several lines may carry the comment at its start, at its name or at its end.
    mutating func hides(_ finding: Finding) -> Bool {
        guard rules.contains(finding.rule) else { return false }
        switch scope {
        case .nothing: return false
        case .file: break
        case .lines(let lines):
            guard lines.contains(finding.start.line) || lines.contains(finding.end.line) else { return false }
        }
        used.insert(finding.rule)
        return true
    }

    /// The first line below that is not itself a comment, so that comments can be stacked.
    private static func nextLine(after line: Int, in file: Int, _ places: inout Places) -> Int {
        var next = line + 1
        while places.line(next, in: file).starts(with: "//".utf8) { next += 1 }
        return next
    }
}
