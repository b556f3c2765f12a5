import Foundation
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theSampleIsWhatLintPrints() async throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let sample = try #require(readme.firstMatch(of: /<!-- sample:text -->\n```\n([\s\S]*?)\n```/)).output.1
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let project = Self.root.appending(path: "fixtures/projects/thumbnailer").path
        try FileManager.default.copyItem(atPath: project, toPath: folder.path(of: "project"))
        let outcome = try await Program(folder: folder).shell(
            "cd project && \"$UNBLOCK\" lint . --no-cache --color never --no-simulate")
        // The marks of the fixture are no part of what a reader should see.
        let printed = outcome.output.replacing(#/ // expect: .*/#, with: "")
        // How many schedules there are depends on the machine's cores.
        let verdict = /\n      = (  |simulated).*/
        for finding in String(sample).replacing(verdict, with: "").components(separatedBy: "\n\n") {
            #expect(printed.contains(finding))
        }
    }
}
