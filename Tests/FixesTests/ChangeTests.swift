import Analysis
import Fixes
import SourceModel
import TestSupport
import Testing

/// Which changes go together, and when a file is left alone.
struct ChangeTests {
    private func rewrite(_ start: Int, _ end: Int, _ text: String) -> Rewrite {
        Rewrite(path: "a.swift", range: SourceRange(start, end), newText: text)
    }

    private let digits = Array("0123456789".utf8)

    @Test func overlappingChangesAreRefusedWhole() {
        var changes = ChangeSet()
        let added = changes.add([rewrite(2, 5, "x")])
        #expect(added)
        let second = changes.add([rewrite(8, 9, "z"), rewrite(4, 6, "y")])
        #expect(!second)
        #expect(changes.apply(to: digits, of: "a.swift") == Array("01x56789".utf8))
    }

    @Test func theSameImportIsInsertedOnce() {
        var changes = ChangeSet()
        for start in [3, 6] {
            let added = changes.add([rewrite(0, 0, "import A\n"), rewrite(start, start + 1, "x")])
            #expect(added)
        }
        #expect(changes.apply(to: digits, of: "a.swift") == Array("import A\n012x45x789".utf8))
    }

    @Test func theSameWordIsNotInsertedTwice() {
        var changes = ChangeSet()
        let added = changes.add([rewrite(3, 3, "await ")])
        #expect(added)
        let again = changes.add([rewrite(3, 3, "await ")])
        #expect(!again)
    }

    @Test func aChangeOutsideTheTextIsRefused() {
        var changes = ChangeSet()
        let added = changes.add([rewrite(5, 20, "x")])
        #expect(added)
        #expect(changes.apply(to: Array("0123".utf8), of: "a.swift") == nil)
    }

    @Test func aFileThatChangedMeanwhileIsLeftAlone() throws {
        let folder = try TemporaryFolder(["a.swift": "edited"])
        let change = FixRun.Change(
            path: "a.swift", location: folder.path + "/a.swift", before: Array("read".utf8), after: Array("fixed".utf8))
        let failure = try #require(FixWriter().write([change], links: []).first)
        #expect(failure.reason.contains("changed after it was read"))
        #expect(try LocalFileSystem().read(change.location, limit: 100) == Array("edited".utf8))
    }

    @Test func aNewFileReplacesNone() throws {
        let folder = try TemporaryFolder(["BlockingExecutor.swift": "mine"])
        let change = FixRun.Change(
            path: "BlockingExecutor.swift", location: folder.path + "/BlockingExecutor.swift", before: nil,
            after: Array("new".utf8))
        #expect(FixWriter().write([change], links: []).count == 1)
        #expect(try LocalFileSystem().read(change.location, limit: 100) == Array("mine".utf8))
    }

    @Test func filesThatNeedEachOtherAreChangedTogetherOrNotAtAll() throws {
        let folder = try TemporaryFolder(["a.swift": "a", "b.swift": "edited", "c.swift": "c"])
        let changes = ["a", "b", "c"].map { name in
            FixRun.Change(
                path: name + ".swift", location: folder.path + "/\(name).swift", before: Array(name.utf8),
                after: Array("fixed".utf8))
        }
        let failures = FixWriter().write(changes, links: [["a.swift", "b.swift"]])
        #expect(failures.map(\.path).sorted() == ["a.swift", "b.swift"])
        let texts = try changes.map { try LocalFileSystem().read($0.location, limit: 100) }
        #expect(texts == ["a", "edited", "fixed"].map { Array($0.utf8) })
        #expect(try LocalFileSystem().entries(of: folder.path).count == 3)
    }
}
