import Analysis
import RuleCatalogue
import SourceModel
import TestSupport
import Testing

/// What is wrong with one file never hides what is wrong with another.
struct BadInputTests {
    /// The report of a folder that holds the bad file and a good one with one finding.
    private func report(_ fileSystem: any FileSystem = LocalFileSystem(), in folder: String) async throws -> Report {
        var request = WorkspaceRequest(workingDirectory: folder)
        request.arguments = ["."]
        let contents = try await Workspace(fileSystem: fileSystem)
            .load(request, catalogue: .builtIn, on: TestThreads.two)
        let report = try await Analyzer(catalogue: contents.catalogue).analyze(contents.snapshot, on: TestThreads.two)
            .report
        #expect(report.findings.filter { $0.file == "good.swift" }.count == 1)
        return report
    }

    private func problem(of bytes: [UInt8]) async throws -> String? {
        let folder = try TemporaryFolder(["good.swift": Example.sleeping()])
        try folder.write("bad.swift", bytes)
        let report = try await report(in: folder.path)
        let file = try #require(report.files.first { $0.path == "bad.swift" })
        return file.problem
    }

    @Test func binaryFilesAreNamed() async throws {
        #expect(try await problem(of: [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1])?.contains("binary") == true)
    }

    /// The compiler takes few of these, and an editor shows all of them while they are typed.
    @Test(arguments: [
        "class Node<Child: Node<Child>> { func use(_ child: Child) { child.rest() } }",
        "struct Pair<A: Box<B>, B: Box<A>> { let a: A; func use() { a.rest() } }",
        "extension Box { func use<T: Box<T>>(_ item: T) { item.rest() } }",
        "struct Box<T> where T: Box<Box<T>> { let item: T; func use() { item.rest() } }",
        "protocol Chain<Link> { associatedtype Link: Chain<Link>; func use(_ link: Link) }",
    ])
    func aGenericParameterThatItsOwnConstraintMentionsEnds(_ text: String) async throws {
        #expect(try await problem(of: Array(text.utf8)) == nil)
    }

    @Test func otherEncodingsAreNamed() async throws {
        #expect(try await problem(of: [0xFF, 0xFE, 0x61, 0])?.contains("UTF-16") == true)
        #expect(try await problem(of: Array("let a = 1 // gr".utf8) + [0xFC, 0x6E])?.contains("UTF-8") == true)
    }

    @Test func hugeFilesAreNotRead() async throws {
        let folder = try TemporaryFolder(["good.swift": Example.sleeping(), "bad.swift": ""])
        try folder.grow("bad.swift", to: 100 << 20)
        let report = try await report(in: folder.path)
        #expect(report.files.first?.problem?.contains("100 MiB, more than the limit of 16 MiB") == true)
    }

    @Test func unreadableFilesAreNamed() async throws {
        var fileSystem = MemoryFileSystem(["/w/good.swift": Example.sleeping(), "/w/bad.swift": ""])
        fileSystem.forbidden = ["/w/bad.swift"]
        #expect(try await report(fileSystem, in: "/w").files.first?.problem == "the file cannot be read: forbidden")
    }

    @Test func filesThatVanishAreNamed() async throws {
        var fileSystem = MemoryFileSystem(["/w/good.swift": Example.sleeping(), "/w/bad.swift": ""])
        fileSystem.vanished = ["/w/bad.swift"]
        #expect(try await report(fileSystem, in: "/w").files.first?.problem?.contains("is not there") == true)
    }

    @Test func aFolderNamedLikeAFileIsWalked() async throws {
        let folder = try TemporaryFolder(["good.swift": Example.sleeping(), "bad.swift/x.swift": "let a = 1"])
        #expect(try await report(in: folder.path).files.map(\.path) == ["bad.swift/x.swift", "good.swift"])
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}let a = 1", "let a = 1\r\nlet b = 2\r\n", "/*", "\"\"\"", "#\"", "func f(", "#if X", "`",
        "\"\\(",
        "class {", "// unblock:", "// unblock:allow", "@", "}}}}}", "let a = [1, 2", "#\"\"\"\\#(", "case .a where",
    ])
    func brokenCodeIsNormalInput(text: String) async throws {
        #expect(try await problem(of: Array(text.utf8)) == nil)
    }

    @Test(arguments: ["(", "[", "{", "f { ", "!", "a ? b : ", "-", "await ", "x."])
    func deepNestingDoesNoHarm(part: String) async throws {
        _ = try await problem(of: Array(("let a = " + String(repeating: part, count: 5000)).utf8))
    }

    /// The parser's time grows with the square of these: a depth that no person writes, and not the deepest one.
    @Test(arguments: ["if x { ", "Array<", "#if A\n"])
    func nestingThatTheParserLooksAheadInDoesNoHarm(part: String) async throws {
        _ = try await problem(of: Array(("let a = " + String(repeating: part, count: 100)).utf8))
    }

    @Test func carriageReturnsMoveNoLine() async throws {
        let fixture = Fixture(
            name: "cr", files: [.init(path: "a.swift", text: Example.sleeping().replacing("\n", with: "\r\n"))])
        let report = try await analyze(fixture).report
        #expect(report.findings.map(\.start) == [SourcePosition(line: 3, column: 12)])
    }

    @Test func aByteOrderMarkMovesNoLine() async throws {
        let fixture = Fixture(
            name: "bom", files: [.init(path: "a.swift", text: "\u{FEFF}" + Example.sleeping())])
        let report = try await analyze(fixture).report
        #expect(report.findings.map(\.start) == [SourcePosition(line: 3, column: 12)])
    }

    @Test func anArgumentThatIsNotThereEndsTheRun() async throws {
        var request = WorkspaceRequest(workingDirectory: "/w")
        request.arguments = ["nowhere.swift"]
        await #expect(throws: UsageProblem.self) {
            try await Workspace(fileSystem: MemoryFileSystem()).load(
                request, catalogue: .builtIn, on: TestThreads.two)
        }
    }
}
