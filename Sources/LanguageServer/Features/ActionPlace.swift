import LanguageServerProtocol
import SourceModel

/// What a request for code actions is about: the lines of its range, or the diagnostics of ours that it names.
struct ActionPlace {
    private let lines: ClosedRange<Int>
    private let named: [ClosedRange<Int>]
    /// Whether only the fix itself is wanted, and no choice.
    ///
    /// Kate 22 asks for "Quick Fix" with the whole document as range and one diagnostic, and applies everything that it
    /// gets, one after another.
    let takesOne: Bool

    /// - Parameter diagnostics: `context.diagnostics`; those of other servers say nothing here.
    init(_ range: PositionRange, _ diagnostics: JSONValue?, _ client: ClientCapabilities) {
        lines = range.start.line...range.end.line
        let ranges = (diagnostics?.array ?? []).filter { $0["source"]?.string == "unblock" }
            .compactMap { PositionRange($0["range"]) }
        named = ranges.map { $0.start.line...$0.end.line }
        takesOne =
            !client.showsPreferred && ranges.count == 1 && range.start == Position(line: 0, character: 0)
            && ranges.contains { $0.end <= range.end && ($0.start.line > 0 || $0.end.line < range.end.line) }
    }

    /// The lines count, not the columns: `Thread` of `Thread.sleep(…)` is part of what the finding is about. A finding
    /// that the editor does not show, since the compiler tells it, is named by none, but stands on a line as well.
    func isAbout(_ finding: Finding) -> Bool {
        let place = finding.start.line - 1...finding.end.line - 1
        return place.overlaps(lines) && (named.isEmpty || named.contains { place.overlaps($0) })
    }
}
