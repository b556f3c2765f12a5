import SourceModel

/// Turns byte columns into the UTF-16 columns that SARIF viewers, GitHub and Checkstyle readers expect.
///
/// Keeps the last file it was asked about, so ask file by file.
final class SourceColumns {
    private let sources: (String) -> [UInt8]?
    private var path: String?
    private(set) var text: [UInt8]?
    private var lines = LineTable([])

    init(_ options: ReportOptions) { sources = options.sources }

    /// The text of a file, or `nil` when it is not at hand.
    func source(_ path: String) -> [UInt8]? {
        if path != self.path {
            self.path = path
            text = sources(path)
            lines = LineTable(text ?? [])
        }
        return text
    }

    /// 1-based, in UTF-16 code units; the byte column itself when the text is not at hand.
    func utf16Column(_ position: SourcePosition, in path: String) -> Int {
        guard let text = source(path), position.line >= 1, position.line <= lines.lineCount else {
            return position.column
        }
        let range = lines.range(ofLine: position.line)
        let end = min(range.start + max(position.column - 1, 0), range.end)
        return String(decoding: text[range.start..<end], as: UTF8.self).utf16.count + 1
    }
}
