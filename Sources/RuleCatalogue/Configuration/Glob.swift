/// A pattern for paths: `*` and `?` stay within one component, `**` as a whole component crosses them, `[a-z]` and
/// `[!a-z]` stand for one character, `{a,b}` for one of several texts, `\` takes the next character as it is.
///
/// Matching takes time in proportion to pattern × path, whatever the pattern: all places that the pattern can be at
/// are followed together.
package struct Glob: Sendable, Hashable, CustomStringConvertible {
    package let pattern: String
    private let form: Form

    /// - Throws: `GlobProblem` for a bracket or brace that is not closed, or a pattern that is empty or too long.
    package init(_ pattern: String) throws(GlobProblem) {
        self.pattern = pattern
        form = try Form(pattern)
    }

    package var description: String { pattern }

    /// Whether the whole text fits. The text has `/` between components.
    package func matches(_ text: some StringProtocol) -> Bool {
        var text = String(text)
        return text.withUTF8 { matches($0) }
    }

    /// As `matches(_:)`, for the bytes of a UTF-8 text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch form {
        case .literal(let literal): text.elementsEqual(literal)
        case .suffix(let suffix): text.ends(with: suffix) && !text.contains(UInt8(ascii: "/"))
        case .program(let program, let ending):
            text.ends(with: ending) && program.matches(String(decoding: text, as: UTF8.self))
        }
    }

    /// Most patterns are plain names or `*.suffix`; these need no program.
    private enum Form: Sendable, Hashable {
        case literal([UInt8])
        case suffix([UInt8])
        /// With what every text that fits ends with, which rules out most texts at once.
        case program(GlobProgram, ending: [UInt8])

        init(_ pattern: String) throws(GlobProblem) {
            let special = Array("*?[]{},\\".utf8)
            let bytes = Array(pattern.utf8)
            let plainEnd = (bytes.lastIndex { special.contains($0) } ?? -1) + 1
            let ending = Array(bytes[plainEnd...])
            if pattern.isEmpty {
                throw GlobProblem(problem: "the pattern is empty", advice: "name a path")
            } else if plainEnd == 0 {
                self = .literal(bytes)
            } else if plainEnd == 1, bytes.first == UInt8(ascii: "*"), !ending.contains(UInt8(ascii: "/")) {
                self = .suffix(ending)
            } else if bytes.contains(UInt8(ascii: "\\")) {
                self = .program(try GlobProgram(pattern), ending: [])
            } else if bytes[plainEnd - 1] == UInt8(ascii: "*") {
                // `**/` stands for nothing too, so the slash behind it need not be in the text.
                self = .program(try GlobProgram(pattern), ending: Array(ending.drop { $0 == UInt8(ascii: "/") }))
            } else {
                self = .program(try GlobProgram(pattern), ending: ending)
            }
        }
    }
}

/// Why a pattern cannot be used.
package struct GlobProblem: Error, Sendable, Hashable {
    package let problem: String
    package let advice: String
}

extension UnsafeBufferPointer<UInt8> {
    func ends(with suffix: [UInt8]) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
