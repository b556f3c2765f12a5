import Foundation
import Testing

/// The scripts behind `make` and CI.
@Suite struct ScriptTests {
    static let scripts = SourceTree.files(below: ["scripts"], suffix: ".sh").map(\.path) + [".ci/run"]

    @Test(arguments: scripts)
    func aScriptStopsAtTheFirstFailure(_ path: String) throws {
        let file = try SourceTree.file(path)
        #expect(file.lines.first == "#!/usr/bin/env bash")
        #expect(file.text.contains("\nset -euo pipefail\n"), "\(path) goes on after a failure")
        #expect(FileManager.default.isExecutableFile(atPath: SourceTree.root.appending(path: path).path))
    }

    @Test func makeNamesOnlyScriptsThatExist() throws {
        let text = try SourceTree.file("Makefile").text
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "@" }) where word.hasPrefix("scripts/") {
            let path = word.prefix { $0.isLetter || "/-_.".contains($0) }
            if path != "scripts/" { #expect(SourceTree.exists(String(path)), "Makefile names \(path)") }
        }
    }

    @Test func proseIsOneSentencePerLine() throws {
        for path in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
            var inCode = false
            for (index, line) in try SourceTree.file(path).lines.enumerated() {
                if line.hasPrefix("```") { inCode.toggle() }
                let isProse = !inCode && !line.hasPrefix("|") && !line.hasPrefix("#") && !line.hasPrefix("<")
                guard isProse else { continue }
                let ends = line.matches(of: /[a-z`)]\. [A-Z`]/).count
                #expect(ends == 0, "\(path):\(index + 1): one sentence per line")
            }
        }
    }
}
