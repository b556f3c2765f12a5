import SourceModel

/// Reads the text of one comment that mentions `unblock:`.
enum DirectiveGrammar {
    /// - Parameter comment: the comment with its slashes, as it stands in the file.
    /// - Returns: `nil` when the comment only mentions the word, in the middle of a sentence.
    static func kind(ofComment comment: String) -> Directive.Kind? {
        guard let body = text(ofComment: comment), body.hasPrefix(DirectiveScanner.keyword) else { return nil }
        let rest = body.dropFirst(DirectiveScanner.keyword.count)
        let verb = rest.prefix { $0.isLetter || $0 == "-" }
        let tail = rest.dropFirst(verb.count)
        switch verb {
        case "allow", "allow-file": return allow(String(verb), tail)
        case "blocking": return marker(.blocking, verb, tail)
        case "nonblocking": return marker(.nonblocking, verb, tail)
        case "": return startingWithSpace(tail)
        default:
            return .malformed(
                "`unblock:\(verb)` is unknown: write `unblock:allow`, `unblock:allow-file`, `unblock:blocking` or "
                    + "`unblock:nonblocking`")
        }
    }

    /// The first line of what stands between the comment's marks, without white space around it.
    private static func text(ofComment comment: String) -> Substring? {
        var body = comment[...]
        let isBlock = body.hasPrefix("/*")
        body = body.drop { $0 == "/" || (isBlock && $0 == "*") }
        if isBlock, body.hasSuffix("*/") { body = body.dropLast(2) }
        body = body.prefix { !$0.isNewline }
        return trimmed(body)
    }

    private static func allow(_ verb: String, _ tail: Substring) -> Directive.Kind {
        let example = "`// unblock:\(verb) sleep-in-async - why`"
        var list = tail
        var reason: String?
        if let dash = firstDash(in: tail) {
            list = tail[..<dash]
            let words = trimmed(tail[tail.index(dash, offsetBy: 2)...])
            reason = words.isEmpty ? nil : String(words)
        }
        guard !trimmed(list).isEmpty else {
            return .malformed("`unblock:\(verb)` names no rule: write \(example)")
        }
        guard list.first?.isWhitespace == true else {
            return .malformed("put a space after `unblock:\(verb)`: write \(example)")
        }
        var ids: [RuleID] = []
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            let id = trimmed(part)
            guard !id.isEmpty else { return .malformed("a rule id is missing beside a comma: write \(example)") }
            guard id.utf8.allSatisfy(isIDByte) else { return .malformed(misreading(of: id, example)) }
            ids.append(RuleID(String(id)))
        }
        return verb == "allow" ? .allow(ids, reason: reason) : .allowFile(ids, reason: reason)
    }

    private static func marker(_ kind: Directive.Kind, _ verb: Substring, _ tail: Substring) -> Directive.Kind {
        if trimmed(tail).isEmpty || firstDash(in: tail).map({ trimmed(tail[..<$0]).isEmpty }) == true { return kind }
        return .malformed("`unblock:\(verb)` takes no arguments: write a reason after ` - `")
    }

    private static func startingWithSpace(_ tail: Substring) -> Directive.Kind? {
        let word = trimmed(tail).prefix { $0.isLetter || $0 == "-" }
        guard ["allow", "allow-file", "blocking", "nonblocking"].contains(word) else { return nil }
        return .malformed("remove the space: write `unblock:\(word)`")
    }

    private static func misreading(of id: Substring, _ example: String) -> String {
        if id.contains(where: { "—–:(".contains($0) }) {
            return "put ` - ` (space, hyphen, space) between the rules and the reason: write \(example)"
        }
        if id.contains(where: \.isWhitespace) {
            return "separate rule ids with commas, and the reason with ` - `: write \(example)"
        }
        return "`\(id)` is no rule id, which has lower-case letters, digits and hyphens only: write \(example)"
    }

    /// Where ` - ` stands, or ` -` at the end.
    private static func firstDash(in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index].isWhitespace, next < text.endIndex, text[next] == "-" {
                let after = text.index(after: next)
                if after == text.endIndex || text[after].isWhitespace { return index }
            }
            index = next
        }
        return nil
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
