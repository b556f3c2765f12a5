import SourceModel
import SwiftSyntax

/// Finds `unblock:` comments: a search over the bytes first, so that files without any cost nothing more, then a look
/// at the tree, so that string literals never count.
enum DirectiveScanner {
    static let keyword = "unblock:"

    /// In file order. O(n) over the bytes, plus the nodes on the way to each place that was found.
    static func directives(in text: [UInt8], _ tree: SourceFileSyntax) -> [Directive] {
        let places = occurrences(in: text)
        guard !places.isEmpty else { return [] }
        var directives: [Directive] = []
        // Comments may stand at the end of chains of any length: the walk must not recurse.
        var pending: [(node: Syntax, places: ArraySlice<Int>)] = [(Syntax(tree), places[...])]
        while let (node, places) = pending.popLast() {
            if let token = node.as(TokenSyntax.self) {
                let start = token.position.utf8Offset
                read(token.leadingTrivia, at: start, places, text, into: &directives)
                let end = token.endPositionBeforeTrailingTrivia.utf8Offset
                read(token.trailingTrivia, at: end, places, text, into: &directives)
                continue
            }
            var rest = places
            for child in node.children(viewMode: .all) where !rest.isEmpty {
                let end = child.endPosition.utf8Offset
                let inside = rest.prefix { $0 < end }
                rest = rest.dropFirst(inside.count)
                if !inside.isEmpty { pending.append((child, inside)) }
            }
        }
        return directives.sorted { $0.range < $1.range }
    }

    private static func occurrences(in text: [UInt8]) -> [Int] {
        let word = Array(keyword.utf8)
        var found: [Int] = []
        text.withUnsafeBufferPointer { bytes in
            var index = word.count - 1
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: ":"), bytes[index - 1] == UInt8(ascii: "k") {
                    let start = index - word.count + 1
                    if bytes[start...index].elementsEqual(word) { found.append(start) }
                }
                index += 1
            }
        }
        return found
    }

    private static func read(
        _ trivia: Trivia, at start: Int, _ places: ArraySlice<Int>, _ text: [UInt8], into directives: inout [Directive]
    ) {
        var start = start
        for piece in trivia.pieces {
            let end = start + piece.sourceLength.utf8Length
            defer { start = end }
            let comment: String
            switch piece {
            case .lineComment(let text), .blockComment(let text), .docLineComment(let text), .docBlockComment(let text):
                comment = text
            default: continue
            }
            guard places.contains(where: { start <= $0 && $0 < end }) else { continue }
            guard let kind = DirectiveGrammar.kind(ofComment: comment) else { continue }
            directives.append(
                Directive(
                    kind: kind, range: SourceRange(start, end), standsAlone: standsAlone(text, commentStart: start)))
        }
    }

    private static func standsAlone(_ text: [UInt8], commentStart: Int) -> Bool {
        for byte in text[..<commentStart].reversed() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            // The last byte of a byte order mark at the start of the file.
            case 0xBF where commentStart < 64: continue
            case 0xBB, 0xEF: continue
            default: return false
            }
        }
        return true
    }
}
