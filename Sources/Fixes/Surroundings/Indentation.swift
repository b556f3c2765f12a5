import SourceModel
import SwiftSyntax

/// How the file indents at a place.
struct Indentation {
    /// The white space in front of the line that the place is on.
    let line: String
    /// What one level more adds: a tab or some spaces.
    let step: String

    init(at offset: Int, in text: [UInt8]) {
        let start = Self.lineStart(of: offset, in: text)
        line = Self.blanks(from: start, in: text)
        step = Self.step(of: text, around: start)
    }

    private init(line: String, step: String) {
        self.line = line
        self.step = step
    }

    /// One level more.
    var deeper: Indentation { Indentation(line: line + step, step: step) }

    /// Adds one level to every line of a text but the first.
    func indented(_ text: String, by levels: Int = 1) -> String {
        let addition = String(repeating: step, count: levels)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            index == 0 || line.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\r" }) ? String(line) : addition + line
        }.joined(separator: "\n")
    }

    static func lineStart(of offset: Int, in text: [UInt8]) -> Int {
        var start = min(offset, text.count)
        while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// How many bytes stand on the place's line after it.
    static func restOfLine(after offset: Int, in text: [UInt8]) -> Int {
        var end = min(offset, text.count)
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        return end - min(offset, text.count)
    }

    private static func blanks(from start: Int, in text: [UInt8]) -> String {
        let bytes = text[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The difference to the nearest line above that is indented less; four spaces at the top level.
    private static func step(of text: [UInt8], around start: Int) -> String {
        let own = blanks(from: start, in: text)
        var current = start
        while current > 0, !own.isEmpty {
            current = lineStart(of: current - 1, in: text)
            let first = blanks(from: current, in: text)
            let next = current + first.utf8.count
            guard next < text.count, text[next] != UInt8(ascii: "\n"), first.utf8.count < own.utf8.count else {
                continue
            }
            return own.hasPrefix(first) ? String(own.dropFirst(first.count)) : own
        }
        return text.contains(UInt8(ascii: "\t")) && !text.contains(32) ? "\t" : "    "
    }
}
