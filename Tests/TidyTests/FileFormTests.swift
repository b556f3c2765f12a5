import Foundation
import Testing

/// What every Swift file of the repository looks like from outside.
@Suite struct FileFormTests {
    static let written = (SourceTree.sources + SourceTree.tests).filter { !$0.isGenerated }

    @Test func theTreeIsFound() {
        #expect(SourceTree.sources.count > 20)
        #expect(SourceTree.exists("Package.swift"))
    }

    @Test(arguments: written)
    func aFileHasAtMost400LinesOrSaysWhy(_ file: SourceTree.File) {
        let limit = 400
        let length = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        #expect(
            length <= limit || file.text.contains("allow-length: "),
            "\(file.path) has \(length) lines: split it, or say why not with `// allow-length: reason`")
    }

    @Test(arguments: written)
    func aNameSaysWhatIsInside(_ file: SourceTree.File) {
        // Names that fit anything say nothing; `Shared` is only banned as a whole word.
        for banned in ["Utils", "Util", "Common", "Core", "Helper", "Helpers", "Manager", "Shared", "Misc"] {
            let words = Self.words(file.path)
            #expect(!words.contains(banned), "\(file.path): name it for what a reader looks for, not `\(banned)`")
        }
    }

    @Test(arguments: SourceTree.sources.filter { !$0.isGenerated })
    func theFirstDeclarationIsDocumented(_ file: SourceTree.File) {
        for (index, line) in file.lines.enumerated() {
            let text = line.drop { $0.isWhitespace }
            if text.hasPrefix("///") { return }
            let isPreamble =
                text.isEmpty || text.hasPrefix("//") || text.hasPrefix("#if") || text.hasPrefix("#else")
                || text.hasPrefix("#endif") || Self.isImport(text)
            if isPreamble { continue }
            // An extension that only adds conformances or members speaks through what it extends.
            let describedElsewhere = ["extension ", "package extension ", "@preconcurrency extension "]
            if describedElsewhere.contains(where: { text.hasPrefix($0) }) { return }
            Issue.record("\(file.path):\(index + 1): put a `///` sentence above the first declaration")
            return
        }
    }

    @Test(arguments: SourceTree.sources + SourceTree.tests)
    func noFileNamesAFolderOfOneMachine(_ file: SourceTree.File) {
        // Spelt in parts, or this file would name them too.
        let prefixes = ["home", "Users", "root", "work", "opt/swift"].map { "/" + $0 + "/" }
        for (index, line) in file.lines.enumerated() where !line.contains("allow-path: ") {
            for prefix in prefixes where line.contains("\"" + prefix) {
                Issue.record("\(file.path):\(index + 1): names `\(prefix)…`; use a path relative to #filePath")
            }
        }
    }

    private static func isImport(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        return words.contains("import") && words.prefix(3).contains("import")
    }

    /// `BlockingCallTests.swift` has the words Blocking, Call and Tests.
    private static func words(_ path: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        for character in path {
            if character.isUppercase || !character.isLetter {
                words.insert(word)
                word = ""
            }
            if character.isLetter { word.append(character) }
        }
        return words
    }
}
