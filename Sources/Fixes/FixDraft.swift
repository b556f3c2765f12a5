import SourceModel

/// A fix before lines and columns are known.
package struct FixDraft: Sendable, Hashable {
    package var title: String
    package var style: FixStyle
    /// Why somebody should look at it first; empty when it is safe.
    package var reasons: [String]
    package var rewrites: [Rewrite]

    init(title: String, style: FixStyle, reasons: [String] = [], rewrites: [Rewrite]) {
        self.title = title
        self.style = style
        self.reasons = reasons
        self.rewrites = Self.joined(rewrites)
    }

    func adding(reason: String) -> FixDraft {
        var draft = self
        draft.reasons.append(reason)
        return draft
    }

    /// Text that is put in front of text that is replaced becomes a part of the replacement.
    private static func joined(_ rewrites: [Rewrite]) -> [Rewrite] {
        var result: [Rewrite] = []
        for rewrite in rewrites {
            if let index = result.firstIndex(where: { $0.path == rewrite.path && $0.range.start == rewrite.range.start }
            ),
                result[index].range.isEmpty || rewrite.range.isEmpty
            {
                result[index].newText += rewrite.newText
                result[index].range = SourceRange(
                    rewrite.range.start, max(result[index].range.end, rewrite.range.end))
            } else {
                result.append(rewrite)
            }
        }
        return result
    }
}

/// Text that takes the place of other text.
package struct Rewrite: Sendable, Hashable {
    /// Path as reports print it; a file that is not there is to be made.
    package var path: String
    /// UTF-8 offsets into the file.
    package var range: SourceRange
    package var newText: String

    package init(path: String, range: SourceRange, newText: String) {
        self.path = path
        self.range = range
        self.newText = newText
    }
}

/// What became of one finding.
package struct FixOutcome: Sendable {
    /// The preferred one first.
    package var drafts: [FixDraft]
    /// Why a style has no fix, one sentence for each that was tried.
    package var refusals: [String]
}

/// Why a fix is not offered, as words that follow "no fix: ".
struct FixRefusal: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
