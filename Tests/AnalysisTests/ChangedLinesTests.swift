import Analysis
import SourceModel
import TestSupport
import Testing

struct ChangedLinesTests {
    private struct Repository {
        let folder: TemporaryFolder

        init(_ files: [String: String]) throws {
            folder = try TemporaryFolder(files)
            for arguments in [["init", "-q"], ["add", "."], Self.commit] { try git(arguments) }
        }

        func git(_ arguments: [String]) throws {
            let output = try LocalGit().run(arguments, in: folder.path)
            try #require(output.status == 0, "git \(arguments): \(output.message)")
        }

        private static let commit = [
            "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "first",
        ]
    }

    @Test func linesChangedSinceACommitAreFoundFromAnyFolder() throws {
        let repository = try Repository(["sub/a b.swift": "one\ntwo\nthree\n", "top.swift": "x\n", "gone.swift": ""])
        try repository.folder.write("sub/a b.swift", Array("one\n2\nthree\nfour\n".utf8))
        try repository.folder.write("new ö.swift", [])
        try repository.git(["rm", "-q", "gone.swift"])
        let changes = try ChangedLines.since("HEAD", in: repository.folder.path + "/sub", git: LocalGit())
        #expect(changes.workingDirectory == "sub")
        #expect(changes.files == ["sub/a b.swift": .ranges([2...2, 4...4]), "new ö.swift": .all])
        #expect(changes.touch(Example.finding(file: "a b.swift", line: 2)))
        #expect(!changes.touch(Example.finding(file: "a b.swift", line: 3)))
        #expect(changes.touch(Example.finding(file: "../new ö.swift", line: 9)))
        #expect(!changes.touch(Example.finding(file: "../top.swift", line: 1)))
        #expect(changes.touch(Example.finding(file: "../../outside.swift", line: 1)))
    }

    @Test func aFindingIsTouchedThroughItsEvidencePath() {
        let changes = ChangedLines(files: ["helper.swift": .ranges([5...7])])
        let step = EvidenceStep(symbol: "f()", file: "helper.swift", position: SourcePosition(line: 6, column: 1))
        #expect(changes.touch(Example.finding(path: [step])))
        #expect(!changes.touch(Example.finding()))
    }

    @Test func anUnknownCommitIsExplained() throws {
        let repository = try Repository(["a.swift": ""])
        for reference in ["nowhere", "--output=x", ""] {
            let problem = #expect(throws: UsageProblem.self) {
                try ChangedLines.since(reference, in: repository.folder.path, git: LocalGit())
            }
            #expect(problem?.message.contains("names no commit") == true)
        }
    }

    @Test func aFolderOutsideOfAnyRepositoryIsExplained() throws {
        let folder = try TemporaryFolder()
        let problem = #expect(throws: UsageProblem.self) {
            try ChangedLines.since("HEAD", in: folder.path, git: LocalGit())
        }
        #expect(problem?.message.contains("needs a git work tree") == true)
    }
}
