import SourceModel

/// Takes statements out of a text.
struct Lines {
    private let target: FixTarget

    init(_ target: FixTarget) { self.target = target }

    /// The whole line when the statement stands on it alone; otherwise what stands beside it stays.
    func removal(of range: SourceRange) -> Rewrite {
        let start = Indentation.lineStart(of: range.start, in: target.text)
        let rest = Indentation.restOfLine(after: range.end, in: target.text)
        let isAlone =
            target.text(SourceRange(start, range.start)).allSatisfy(\.isWhitespace)
            && target.text(SourceRange(range.end, range.end + rest)).allSatisfy(\.isWhitespace)
        guard isAlone, range.end + rest < target.text.count else {
            // A comment behind the statement moves to its place.
            let after = target.text[range.end...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            return target.replacing(SourceRange(range.start, range.end + after.count), with: "")
        }
        return target.replacing(SourceRange(start, range.end + rest + 1), with: "")
    }
}
