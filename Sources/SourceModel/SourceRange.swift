/// A half-open range of UTF-8 offsets in one file's text.
package struct SourceRange: Hashable, Sendable, Comparable {
    /// Offset of the first byte, counted from the start of the file.
    package let start: Int
    /// Offset just past the last byte; never less than `start`.
    package let end: Int

    /// - Parameters:
    ///   - start: offset of the first byte.
    ///   - end: offset past the last byte; a smaller value than `start` gives an empty range at `start`.
    package init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    package var isEmpty: Bool { start == end }

    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

    /// By start, then by end.
    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
