import Testing

/// Swift cannot catch a trap, so code that meets its user's input has none.
@Suite struct TrapTests {
    static let guarded = SourceTree.sources.filter {
        ["Rules", "Fixes", "ProgramModel", "SwiftParsing"].contains($0.target)
    }
    static let everywhere = ["try!", "fatalError(", "as!"]

    @Test(arguments: SourceTree.sources.filter { !$0.isGenerated })
    func aFileHasNoTrap(_ file: SourceTree.File) {
        for (index, line) in SourceTree.code(of: file).enumerated() {
            for trap in Self.everywhere where line.contains(trap) {
                let reason = Self.hasReason(file, at: index, mark: "allow-trap: ")
                #expect(reason, "\(file.path):\(index + 1): `\(trap)` ends the process; report instead")
            }
        }
    }

    @Test(arguments: guarded)
    func aFileThatReadsUserCodeForcesNothing(_ file: SourceTree.File) {
        for (index, line) in SourceTree.code(of: file).enumerated() where Self.forcesUnwrap(line) {
            Issue.record("\(file.path):\(index + 1): a force unwrap ends the process on code nobody thought of")
        }
        for (index, line) in SourceTree.code(of: file).enumerated() {
            for trap in ["preconditionFailure(", "precondition(", "unowned("] where line.contains(trap) {
                Issue.record("\(file.path):\(index + 1): `\(trap)` ends the process on code nobody thought of")
            }
        }
    }

    @Test(arguments: SourceTree.sources)
    func anUncheckedPromiseSaysWhyItHolds(_ file: SourceTree.File) {
        for (index, line) in SourceTree.code(of: file).enumerated() {
            let isPromise = line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)")
            guard isPromise else { continue }
            let lines = file.lines
            let nearby = lines[max(0, index - 6)...min(index + 1, lines.count - 1)]
            #expect(nearby.contains { $0.contains("//") }, "\(file.path):\(index + 1): say beside it why it is safe")
        }
    }

    /// `value!`, `call()!` or `list[0]!`, but not `!=`, `!flag` or the type `String!`.
    static func forcesUnwrap(_ line: String) -> Bool {
        let characters = Array(line)
        for (index, character) in characters.enumerated() where character == "!" && index > 0 {
            let before = characters[index - 1]
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            guard before.isLetter || before.isNumber || ")]_}".contains(before),
                after != "=" || index + 2 >= characters.count
            else { continue }
            return true
        }
        return false
    }

    @Test func forceUnwrapsAreTold() {
        for code in ["let a = b!", "f()!.x", "list[0]!", "a! + b"] { #expect(Self.forcesUnwrap(code), "\(code)") }
        for code in ["a != b", "!flag", "if !a.isEmpty", "a!=b"] { #expect(!Self.forcesUnwrap(code), "\(code)") }
    }

    private static func hasReason(_ file: SourceTree.File, at index: Int, mark: String) -> Bool {
        let lines = file.lines
        return lines[max(0, index - 1)...min(index, lines.count - 1)].contains { $0.contains(mark) }
    }
}
