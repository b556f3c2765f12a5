/// One source line as a terminal shows it, and the cells that a finding covers on it.
struct SourceExcerpt: Equatable {
    /// Printable: tabs are spaces, control characters are visible, the line ending is gone.
    let text: String
    /// Cells before the first marked one.
    let indent: Int
    /// Marked cells, at least one.
    let width: Int

    private static let tabWidth = 4
    private typealias Piece = (text: String, cells: Int)

    /// - Parameters:
    ///   - line: the bytes of the line where the finding starts, with or without their ending.
    ///   - start: 1-based byte column of the first marked byte; one past the line's end marks the cell there.
    ///   - end: 1-based byte column past the last marked byte, or `nil` when the finding goes on on later lines.
    ///   - maxWidth: a wider line is cut on either side, shown by `…`.
    init(line: some RandomAccessCollection<UInt8>, start: Int, end: Int?, maxWidth: Int) {
        let line = Self.withoutEnding(Array(line))
        let from = min(max(start - 1, 0), line.count)
        let to = min(max(end.map { $0 - 1 } ?? line.count, from), line.count)
        var cells = 0
        // Cut as bytes: a place inside a broken sequence must not move what comes after it.
        let before = Self.pieces(line[..<from], &cells)
        let indent = cells
        let marked = Self.pieces(line[from..<to], &cells)
        let markedEnd = cells
        let after = Self.pieces(line[to...], &cells)
        let pieces = before + marked + after

        let maxWidth = max(maxWidth, 20)
        guard cells > maxWidth else {
            text = pieces.map(\.text).joined()
            self.indent = indent
            width = max(markedEnd - indent, 1)
            return
        }
        let window = Self.window(cells: cells, indent: indent, markedEnd: markedEnd, maxWidth: maxWidth)
        let cut = Self.cut(pieces, to: window)
        text = cut.text
        self.indent = max(indent - cut.dropped, 0)
        width = max(min(markedEnd - cut.dropped, cut.cells) - self.indent, 1)
    }

    private static func withoutEnding(_ line: [UInt8]) -> ArraySlice<UInt8> {
        var line = line[...]
        while let last = line.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
        return line
    }

    private static func pieces(_ bytes: ArraySlice<UInt8>, _ cells: inout Int) -> [Piece] {
        String(decoding: bytes, as: UTF8.self).map { character in
            let piece: Piece
            if character == "\t" {
                let count = tabWidth - cells % tabWidth
                piece = (String(repeating: " ", count: count), count)
            } else if character.unicodeScalars.contains(where: \.isTerminalControl) {
                let text = character.unicodeScalars.map { $0.isTerminalControl ? $0.visible : String($0) }.joined()
                piece = (text, CellWidth.of(text))
            } else {
                piece = (String(character), CellWidth.of(character))
            }
            cells += piece.cells
            return piece
        }
    }

    /// The cells to keep: the start of the finding in sight with some of what comes before it.
    private static func window(cells: Int, indent: Int, markedEnd: Int, maxWidth: Int) -> Range<Int> {
        if markedEnd <= maxWidth - 1 { return 0..<maxWidth - 1 }
        let left = max(0, min(indent - maxWidth / 4, cells - maxWidth + 1))
        return left..<min(left + maxWidth - 2, cells)
    }

    private static func cut(_ pieces: [Piece], to window: Range<Int>) -> (text: String, cells: Int, dropped: Int) {
        var text = ""
        var kept = 0
        var cells = 0
        var first: Int?
        for piece in pieces {
            if cells >= window.lowerBound, cells + piece.cells <= window.upperBound {
                if first == nil { first = cells }
                text += piece.text
                kept += piece.cells
            }
            cells += piece.cells
        }
        let start = first ?? 0
        let isCutLeft = start > 0
        let isCutRight = start + kept < cells
        text = (isCutLeft ? "…" : "") + text + (isCutRight ? "…" : "")
        return (text, kept + (isCutLeft ? 1 : 0), start - (isCutLeft ? 1 : 0))
    }
}
