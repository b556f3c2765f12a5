import SourceModel

/// Applies rewrites to text.
package enum Edits {
    /// A part of the file's text with the rewrites inside it.
    static func apply(_ rewrites: [Rewrite], to range: SourceRange, of target: FixTarget) -> String {
        let inside = rewrites.filter { range.contains($0.range) }.map { rewrite in
            Rewrite(
                path: rewrite.path,
                range: SourceRange(rewrite.range.start - range.start, rewrite.range.end - range.start),
                newText: rewrite.newText)
        }
        let text = Array(target.text[range.start..<min(range.end, target.text.count)])
        return String(decoding: apply(inside, to: text) ?? text, as: UTF8.self)
    }

    /// - Returns: `nil` when two rewrites overlap or one lies outside the text.
    package static func apply(_ rewrites: [Rewrite], to text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var position = 0
        for rewrite in rewrites.sorted(by: { $0.range < $1.range }) {
            guard rewrite.range.start >= position, rewrite.range.end <= text.count else { return nil }
            result += text[position..<rewrite.range.start]
            result += rewrite.newText.utf8
            position = rewrite.range.end
        }
        result += text[position...]
        return result
    }

    /// Puts text at a place; in front of what another rewrite puts there.
    static func prepend(_ text: String, at offset: Int, to rewrites: [Rewrite], _ target: FixTarget) -> [Rewrite] {
        var rewrites = rewrites
        if let index = rewrites.firstIndex(where: { $0.path == target.path && $0.range.start == offset }) {
            rewrites[index].newText = text + rewrites[index].newText
        } else {
            rewrites.append(target.inserting(text, at: offset))
        }
        return rewrites
    }
}
