import Foundation
import Testing

/// What editors and their documentation say of the language server is what it has.
@Suite struct EditorTests {
    /// Names that a source file has between quotes behind a marker.
    private func names(in path: String, after marker: String) throws -> Set<String> {
        let parts = try SourceTree.file(path).text.components(separatedBy: marker).dropFirst()
        return Set(parts.map { String($0.prefix { $0 != "\"" }) })
    }

    @Test func settingsAreTheSameEverywhere() throws {
        let settings = try names(in: "Sources/LanguageServer/Session/ClientSettings.swift", after: "settings?[\"")
        let page = try SourceTree.file("editors/README.md").text
        #expect(settings.count > 3)
        for name in settings { #expect(page.contains("| `unblock.\(name)` |"), "editors/README.md lacks \(name)") }
        // The path of the program is the extension's own affair.
        let offered = try names(in: "editors/vscode/package.json", after: "        \"unblock.")
        #expect(offered.subtracting(["path"]) == settings)
    }

    @Test func commandsAreDocumented() throws {
        let page = try SourceTree.file("editors/README.md").text
        let commands = try names(in: "Sources/LanguageServer/Features/EditorCommand.swift", after: " = \"")
        #expect(commands.count > 3)
        for name in commands { #expect(page.contains("`\(name)`"), "editors/README.md lacks \(name)") }
    }

    /// The table of features and the tests that drive them.
    @Test func featuresAndTheirTestsMatch() throws {
        let folder = "Tests/Editors/pytest-lsp"
        let tests = SourceTree.files(below: [folder], suffix: ".py").flatMap { file in
            file.lines.filter { $0.hasPrefix("async def test_") }
                .map { String($0.dropFirst("async def ".count).prefix { $0 != "(" }) }
        }
        let page = try SourceTree.file("\(folder)/README.md").text
        let named = page.components(separatedBy: "`").filter { $0.hasPrefix("test_") }
        #expect(Set(tests) == Set(named))
        #expect(tests.count > 20)
    }
}
