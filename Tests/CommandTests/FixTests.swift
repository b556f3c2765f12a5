import Foundation
import Testing

/// `lint --fix`: which files it changes, which it leaves alone, and what it says.
struct FixTests {
    static let blocking = "func nap() async throws {\n    usleep(250_000)\n}\n"
    static let fixed = "func nap() async throws {\n    try await Task.sleep(for: .milliseconds(250))\n}\n"

    private func lint(_ folder: TemporaryFolder, _ arguments: String...) async throws -> Program.Outcome {
        try await Program(folder: folder).run(["lint", "--color", "never"] + arguments)
    }

    @Test func aSafeFixIsAppliedAndNothingIsLeft() async throws {
        let folder = try TemporaryFolder(["a.swift": "import Foundation\n" + Self.blocking])
        defer { folder.remove() }
        let result = try await lint(folder, "--fix", "a.swift")
        #expect(result.status == 0)
        #expect(try folder.read("a.swift") == "import Foundation\n" + Self.fixed)
        #expect(result.errors.contains("1 fix applied in 1 file"))
        let again = try await lint(folder, "--fix", "a.swift")
        #expect(again.status == 0)
        #expect(try folder.read("a.swift") == "import Foundation\n" + Self.fixed)
    }

    @Test func aFixThatNeedsAReviewIsAppliedOnlyWhenAskedFor() async throws {
        let text = "import Foundation\nfunc nap() async {\n    usleep(250_000)\n}\n"
        let folder = try TemporaryFolder(["a.swift": text])
        defer { folder.remove() }
        let careful = try await lint(folder, "--fix", "a.swift")
        #expect(careful.status == 1)
        #expect(careful.output.contains("--unsafe-fixes"))
        #expect(try folder.read("a.swift") == text)
        #expect(try await lint(folder, "--fix", "--unsafe-fixes", "a.swift").status == 0)
        #expect(try folder.read("a.swift").contains("try? await Task.sleep"))
    }

    @Test func aDiffChangesNothing() async throws {
        let text = "import Foundation\n" + Self.blocking
        let folder = try TemporaryFolder(["a.swift": text])
        defer { folder.remove() }
        let result = try await lint(folder, "--fix", "--diff", "a.swift")
        #expect(result.status == 1)
        #expect(
            result.output == """
                --- a/a.swift
                +++ b/a.swift
                @@ -1,4 +1,4 @@
                 import Foundation
                 func nap() async throws {
                -    usleep(250_000)
                +    try await Task.sleep(for: .milliseconds(250))
                 }

                """)
        #expect(try folder.read("a.swift") == text)
    }

    @Test func theModeAndTheLinkOfAFileStay() async throws {
        let folder = try TemporaryFolder(["real/a.swift": "import Foundation\n" + Self.blocking])
        defer { folder.remove() }
        let files = FileManager.default
        let (real, link) = (folder.path + "/real/a.swift", folder.path + "/a.swift")
        try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try files.createSymbolicLink(atPath: link, withDestinationPath: "real/a.swift")
        #expect(try await lint(folder, "--fix", "a.swift").status == 0)
        #expect(try files.destinationOfSymbolicLink(atPath: link) == "real/a.swift")
        #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
        #expect(try folder.read("real/a.swift") == "import Foundation\n" + Self.fixed)
        #expect(try files.contentsOfDirectory(atPath: folder.path + "/real") == ["a.swift"])
    }

    @Test func aReadOnlyFileIsLeftAloneAndReported() async throws {
        let text = "import Foundation\n" + Self.blocking
        let folder = try TemporaryFolder([
            "a.swift": text, "b.swift": text.replacingOccurrences(of: "nap", with: "doze"),
        ])
        defer { folder.remove() }
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/a.swift")
        let result = try await lint(folder, "--fix", "a.swift", "b.swift")
        #expect(result.status == 2)
        #expect(result.errors.contains("unblock: error: 'a.swift' is read-only"))
        #expect(result.output.contains("a.swift:3:5: error"))
        #expect(!result.output.contains("b.swift:3:5: error"))
        #expect(try folder.read("a.swift") == text)
    }

    @Test func onlyFindingsOfTheNamedRuleAreFixed() async throws {
        let text =
            "import Foundation\n" + Self.blocking
            + "func read(_ url: URL) async throws -> Data {\n    try Data(contentsOf: url)\n}\n"
        let folder = try TemporaryFolder(["a.swift": text])
        defer { folder.remove() }
        #expect(try await lint(folder, "--fix", "--rule", "sleep-in-async", "a.swift").status == 0)
        #expect(try folder.read("a.swift").contains("    try Data(contentsOf: url)\n"))
        #expect(try folder.read("a.swift").contains("Task.sleep"))
    }

    @Test(arguments: [["--diff"], ["--unsafe-fixes"], ["--fix", "--write-baseline", "b.json"]])
    func optionsThatMakeNoSenseAloneAreRefused(arguments: [String]) async throws {
        let folder = try TemporaryFolder(["a.swift": ""])
        defer { folder.remove() }
        #expect(try await Program(folder: folder).run(["lint"] + arguments + ["a.swift"]).status == 2)
    }
}
