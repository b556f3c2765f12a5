/// A half-open range of UTF-8 offsets in one file's text.
///
/// Offsets take four bytes each, because summaries hold a range for nearly everything; a text of 4 GiB is not read.
package struct SourceRange: Hashable, Sendable, Comparable {
    @usableFromInline let first: UInt32
    @usableFromInline let limit: UInt32

    /// Offset of the first byte, counted from the start of the file.
    @inlinable package var start: Int { Int(first) }
    /// Offset just past the last byte; never less than `start`.
    @inlinable package var end: Int { Int(limit) }

    /// - Parameters:
    ///   - start: offset of the first byte.
    ///   - end: offset past the last byte; a smaller value than `start` gives an empty range at `start`.
    package init(_ start: Int, _ end: Int) {
        first = UInt32(clamping: start)
        limit = UInt32(clamping: max(start, end))
    }

    package var isEmpty: Bool { start == end }

    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

    /// By start, then by end.
    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
