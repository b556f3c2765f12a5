import Analysis
import Testing

struct FilePathTests {
    @Test(arguments: [
        ("a/./b//c/", "a/b/c"), ("a/../b", "b"), ("../a/../../b", "../../b"), ("/../a", "/a"), ("", "."), ("/", "/"),
        ("./", "."), ("a/..", "."),
    ])
    func normalizingRemovesWhatSaysNothing(path: String, expected: String) {
        #expect(FilePath.normalized(path) == expected)
    }

    @Test(arguments: [
        ("/a/b/c.swift", "/a/b", "c.swift"), ("/a/c.swift", "/a/b", "../c.swift"), ("/a/b", "/a/b", "."),
        ("/x", "/", "x"), ("/ab/c", "/a", "../ab/c"),
    ])
    func relativePathsLeadFromTheDirectory(path: String, directory: String, expected: String) {
        #expect(FilePath.relative(path, to: directory) == expected)
    }

    @Test func aDirectoryDoesNotContainItsNamesake() {
        #expect(FilePath.isPath("/a/b", within: "/a"))
        #expect(FilePath.isPath("/a", within: "/a"))
        #expect(!FilePath.isPath("/ab", within: "/a"))
        #expect(FilePath.isPath("/ab", within: "/"))
    }

    @Test func parentsEndAtTheRoot() {
        #expect(FilePath.parent("/a/b") == "/a")
        #expect(FilePath.parent("/a") == "/")
        #expect(FilePath.parent("/") == nil)
    }
}
