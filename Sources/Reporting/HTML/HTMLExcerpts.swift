import SourceModel

/// Cuts the lines around findings out of their sources, with the flagged range marked.
///
/// A class for its memory: each file is split into lines once.
final class HTMLExcerpts {
    private let sources: (String) -> [UInt8]?
    private var files: [String: (text: [UInt8], lines: LineTable)?] = [:]

    /// Lines before and after the flagged ones.
    private static let context = 2
    private static let mostLines = 12
    /// Bytes of a line that are shown of what is flagged, and on each side of it: generated code has lines without end.
    private static let mostBytes = 240

    init(_ options: ReportOptions) { sources = options.sources }

    /// Nothing when the source is not at hand or has changed since.
    func write(_ finding: Finding, to html: HTMLWriter) {
        guard let (text, lines) = file(finding.file), finding.start.line <= lines.lineCount else { return }
        let first = max(finding.start.line - Self.context, 1)
        let last = min(finding.end.line + Self.context, lines.lineCount, first + Self.mostLines - 1)
        html.element(
            "pre", ["class": "excerpt", "tabindex": "0", "aria-label": "Source, line \(finding.start.line)"]
        ) {
            html.element("code") {
                for line in first...max(first, last) {
                    let content = Self.content(text, lines.range(ofLine: line))
                    let start = line == finding.start.line ? finding.start.column - 1 : 0
                    let end = line == finding.end.line ? finding.end.column - 1 : content.count
                    let isMarked = finding.start.line <= line && line <= finding.end.line
                    write(content, number: line, marked: isMarked ? start..<max(end, start) : nil, to: html)
                }
            }
        }
    }

    /// One line without context.
    func writeLine(_ path: String, _ position: SourcePosition, to html: HTMLWriter) {
        guard let (text, lines) = file(path), position.line <= lines.lineCount else { return }
        let content = Self.content(text, lines.range(ofLine: position.line))
        html.element("pre", ["class": "excerpt", "tabindex": "0"]) {
            html.element("code") { write(content, number: position.line, marked: nil, to: html) }
        }
    }

    private func file(_ path: String) -> (text: [UInt8], lines: LineTable)? {
        if let known = files[path] { return known }
        let file = sources(path).map { (text: $0, lines: LineTable($0)) }
        files[path] = .some(file)
        return file
    }

    private func write(_ line: ArraySlice<UInt8>, number: Int, marked: Range<Int>?, to html: HTMLWriter) {
        let count = line.count
        var mark = (marked ?? 0..<0).clamped(to: 0..<count)
        mark = mark.lowerBound..<min(mark.upperBound, mark.lowerBound + Self.mostBytes)
        let kept = max(mark.lowerBound - Self.mostBytes, 0)..<min(mark.upperBound + Self.mostBytes, count)
        func piece(_ range: Range<Int>) -> String {
            String(
                decoding: line[line.startIndex + range.lowerBound..<line.startIndex + range.upperBound], as: UTF8.self)
        }
        html.element("span", ["class": marked == nil ? "line" : "line flagged", "data-line": String(number)]) {
            if kept.lowerBound > 0 { html.text("…") }
            html.text(piece(kept.lowerBound..<mark.lowerBound))
            if !mark.isEmpty { html.element("mark", text: piece(mark)) }
            html.text(piece(mark.upperBound..<kept.upperBound))
            if kept.upperBound < count { html.text("…") }
            html.newLine()
        }
    }

    /// A line without its ending.
    private static func content(_ text: [UInt8], _ range: SourceRange) -> ArraySlice<UInt8> {
        var line = text[range.start..<range.end]
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        return line
    }
}
