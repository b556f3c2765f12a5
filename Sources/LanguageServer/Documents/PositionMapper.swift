import LanguageServerProtocol
import SourceModel

/// Turns the client's positions into UTF-8 offsets of one text, and back.
///
/// The only place that knows UTF-16. A character past the end of a line means its end, a line past the end of the text
/// the end of the text, and a place inside a character its start.
struct PositionMapper {
    private let text: [UInt8]
    private let lines: LineTable
    private let encoding: PositionEncoding

    /// O(n).
    init(_ text: [UInt8], _ encoding: PositionEncoding) {
        self.text = text
        self.encoding = encoding
        lines = LineTable(text)
    }

    /// O(length of the line).
    func offset(of position: Position) -> Int {
        guard position.line < lines.lineCount else { return text.count }
        let line = lines.range(ofLine: position.line + 1)
        var offset = line.start
        var units = 0
        while offset < line.end, units < position.character, !isLineEnd(text[offset]) {
            let length = min(scalarLength(at: offset), line.end - offset)
            units += self.units(length)
            if units > position.character { break }
            offset += length
        }
        return offset
    }

    /// O(length of the line).
    func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), text.count)
        let place = lines.position(of: offset)
        let start = offset - (place.column - 1)
        guard encoding != .utf8 else { return Position(line: place.line - 1, character: place.column - 1) }
        var units = 0
        var index = start
        while index < offset {
            let length = scalarLength(at: index)
            // A place inside a character is its start.
            if index + length > offset { break }
            units += self.units(length)
            index += length
        }
        return Position(line: place.line - 1, character: units)
    }

    func range(of range: SourceRange) -> PositionRange {
        PositionRange(position(of: range.start), position(of: range.end))
    }

    func range(of range: PositionRange) -> SourceRange {
        SourceRange(offset(of: range.start), offset(of: range.end))
    }

    /// The place of a line and a column of bytes, both counted from 1.
    func position(of place: SourcePosition) -> Position {
        let line = lines.range(ofLine: place.line)
        return position(of: min(line.start + place.column - 1, line.end))
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// How many units a scalar of so many bytes has.
    private func units(_ length: Int) -> Int {
        switch encoding {
        case .utf8: length
        case .utf16: length == 4 ? 2 : 1
        case .utf32: 1
        }
    }

    /// Bytes of the scalar that begins here; 1 for a byte that begins none.
    private func scalarLength(at offset: Int) -> Int {
        switch text[offset] {
        case 0xC2...0xDF: continuations(after: offset, 1)
        case 0xE0...0xEF: continuations(after: offset, 2)
        case 0xF0...0xF4: continuations(after: offset, 3)
        default: 1
        }
    }

    private func continuations(after offset: Int, _ count: Int) -> Int {
        let end = offset + count
        guard end < text.count, text[(offset + 1)...end].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 1 }
        return count + 1
    }
}
