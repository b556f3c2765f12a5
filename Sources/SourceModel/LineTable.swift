/// Where each line of a text starts, so that a UTF-8 offset becomes a line and a column.
///
/// Built only for files that have something to report: it costs one pass over the bytes.
package struct LineTable: Sendable {
    /// Offset of the first byte of every line; never empty, strictly increasing.
    package let lineStarts: [Int]
    /// Length of the text in bytes.
    package let length: Int

    /// Lines end at LF, CR LF or CR. O(n).
    package init(_ text: [UInt8]) {
        var starts = [0]
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x0A {
                    starts.append(index)
                } else if byte == 0x0D {
                    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                    starts.append(index)
                }
            }
        }
        lineStarts = starts
        length = text.count
    }

    package var lineCount: Int { lineStarts.count }

    /// The 1-based line and column of an offset; an offset outside the text is moved to its nearest end. O(log lines).
    package func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), length)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The bytes of a 1-based line with its line ending; empty when there is no such line.
    package func range(ofLine line: Int) -> SourceRange {
        guard line >= 1, line <= lineStarts.count else { return SourceRange(length, length) }
        let end = line < lineStarts.count ? lineStarts[line] : length
        return SourceRange(lineStarts[line - 1], end)
    }
}

/// A place as people and reports name it: both numbers are 1-based, the column counts UTF-8 bytes.
package struct SourcePosition: Hashable, Sendable, Comparable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
