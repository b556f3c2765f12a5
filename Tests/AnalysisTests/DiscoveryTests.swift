import Analysis
import TestSupport
import Testing

struct DiscoveryTests {
    private func names(_ folder: TemporaryFolder, below directory: String = ".") throws -> [String] {
        let start = FilePath.absolute(directory, in: folder.path)
        let result = try Discovery(fileSystem: LocalFileSystem()).files(below: start)
        #expect(result.failures.isEmpty)
        return result.files.map { FilePath.relative($0, to: folder.path) }
    }

    @Test func swiftFilesComeSortedAndOthersNot() throws {
        let folder = try TemporaryFolder([
            "b.swift": "", "a/z.swift": "", "a/README.md": "", "a.swift": "", "swift": "",
        ])
        #expect(try names(folder) == ["a.swift", "a/z.swift", "b.swift"])
    }

    @Test func buildProductsDependenciesAndGeneratedCodeAreLeftOut() throws {
        let folder = try TemporaryFolder([
            ".build/checkouts/x/A.swift": "", "DerivedData/A.swift": "", "Pods/A.swift": "", "Carthage/A.swift": "",
            "GeneratedSources/A.swift": "", "a.pb.swift": "", "a.grpc.swift": "", "a.generated.swift": "",
            "._a.swift": "", "kept.swift": "",
        ])
        #expect(try names(folder) == ["kept.swift"])
    }

    @Test func aDirectoryThatIsNamedIsWalkedWhateverItsName() throws {
        let folder = try TemporaryFolder([".build/checkouts/x/A.swift": ""])
        #expect(try names(folder, below: ".build/checkouts/x") == [".build/checkouts/x/A.swift"])
    }

    @Test func loopsOfLinksEnd() throws {
        let folder = try TemporaryFolder(["a/b/x.swift": "", "c/y.swift": ""])
        try folder.link("a/b/up", to: "..")
        try folder.link("a/self", to: "self")
        try folder.link("c/a", to: "../a")
        try folder.link("a/c", to: "../c")
        #expect(try names(folder) == ["a/b/x.swift", "c/y.swift"])
    }

    @Test func linksToOtherPlacesAreFollowedOnce() throws {
        let elsewhere = try TemporaryFolder(["lib/l.swift": "", "one.swift": ""])
        let folder = try TemporaryFolder(["x.swift": ""])
        try folder.link("second", to: elsewhere.path + "/lib")
        try folder.link("first", to: elsewhere.path + "/lib")
        try folder.link("y.swift", to: elsewhere.path + "/one.swift")
        try folder.link("z.swift", to: "x.swift")
        try folder.link("broken.swift", to: "nowhere")
        try folder.link("bazel-out", to: elsewhere.path)
        #expect(try names(folder) == ["first/l.swift", "x.swift", "y.swift"])
    }

    @Test func aFilterSeesFoldersBeforeTheyAreEntered() throws {
        let folder = try TemporaryFolder(["a/x.swift": "", "b/x.swift": "", "c.swift": ""])
        let discovery = Discovery(fileSystem: LocalFileSystem()) { path, isDirectory in
            isDirectory ? path.hasSuffix("/a") : path.hasSuffix("/c.swift")
        }
        #expect(try discovery.files(below: folder.path).files == [folder.path + "/b/x.swift"])
    }

    @Test func aFolderThatCannotBeListedIsToldAndTheRestIsFound() throws {
        var fileSystem = MemoryFileSystem(["/w/a/x.swift": "", "/w/b/y.swift": ""])
        fileSystem.forbidden = ["/w/a"]
        let result = try Discovery(fileSystem: fileSystem).files(below: "/w")
        #expect(result.files == ["/w/b/y.swift"])
        #expect(result.failures.map(\.path) == ["/w/a"])
    }
}
