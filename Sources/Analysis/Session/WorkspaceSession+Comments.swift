import SourceModel

/// Comments that an editor may delete.
extension WorkspaceSession {
    /// Deletes the comment that a finding is about, with its line when nothing else stands there.
    ///
    /// - Returns: `nil` for a finding about something else, and for a comment that names other rules as well or cannot
    ///   be read: what it should have said is not known.
    package func deletion(of finding: Finding) -> TextEdit? {
        guard finding.isAboutComment, let file = contents.snapshot.index(of: finding.file) else { return nil }
        let directive = digests[file].directives.first { $0.range == finding.range }
        switch directive?.kind {
        case .allow(let rules, _), .allowFile(let rules, _): guard rules.count == 1 else { return nil }
        case .blocking, .nonblocking, .malformed, nil: return nil
        }
        let text = contents.snapshot.files[file].text
        let lines = LineTable(text)
        let line = lines.range(ofLine: finding.start.line)
        var start = finding.range.start
        while start > line.start, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
        var end = finding.range.end
        if start == line.start, finding.end.line < lines.lineCount {
            // What follows on its last line moves up only when it is the end of that line.
            let next = lines.range(ofLine: finding.end.line + 1).start
            if text[end..<next].allSatisfy({ $0 <= 0x20 }) { end = next } else { start = finding.range.start }
        }
        return TextEdit(
            file: finding.file, range: SourceRange(start, end), start: lines.position(of: start),
            end: lines.position(of: end), newText: "")
    }
}

extension Finding {
    /// Whether a comment is too much, and not a call.
    package var isAboutComment: Bool { rule == StaleAllow.rule }
}
