import Analysis
import Testing

struct DiffReaderTests {
    private func lines(_ diff: String) -> [String: ChangedLines.Lines] {
        DiffReader.changedLines(in: Array(diff.utf8))
    }

    @Test func addedAndModifiedLinesCountAndRemovedOnesDoNot() {
        let diff = """
            diff --git a/Sources/A.swift b/Sources/A.swift
            index 111..222 100644
            --- a/Sources/A.swift
            +++ b/Sources/A.swift
            @@ -3 +3 @@ func f() {
            -old
            +new
            @@ -10,0 +11,2 @@
            +one
            +two
            @@ -20,2 +22,0 @@
            -gone
            -gone
            """
        #expect(lines(diff) == ["Sources/A.swift": .ranges([3...3, 11...12])])
    }

    @Test func contentThatLooksLikeAHeaderIsContent() {
        let diff = """
            diff --git a/A.swift b/A.swift
            --- a/A.swift
            +++ b/A.swift
            @@ -1 +1,2 @@
            --- a/B.swift
            +++ b/B.swift
            +@@ -1 +100 @@
            \\ No newline at end of file
            @@ -7 +9 @@
            -x
            +y
            """
        #expect(lines(diff) == ["A.swift": .ranges([1...2, 9...9])])
    }

    @Test func newFilesCountWholeAndRemovedOnesNot() {
        let diff = """
            diff --git a/New.swift b/New.swift
            new file mode 100644
            --- /dev/null
            +++ b/New.swift
            @@ -0,0 +1 @@
            +x
            diff --git a/Old.swift b/Old.swift
            deleted file mode 100644
            --- a/Old.swift
            +++ /dev/null
            @@ -1 +0,0 @@
            -x
            """
        #expect(lines(diff) == ["New.swift": .all])
    }

    @Test func unusualNamesAreRead() {
        let diff =
            "diff --git a/x b/x\n--- a/x\n+++ b/My File.swift\t\n@@ -1 +1 @@\n-a\n+b\n"
            + "diff --git a/x b/x\n--- a/x\n+++ \"b/t\\tab\\303\\244\\\".swift\"\n@@ -1 +2 @@\n-a\n+b\n"
        #expect(lines(diff) == ["My File.swift": .ranges([1...1]), "t\tabä\".swift": .ranges([2...2])])
    }

    @Test(arguments: ["", "@@ -1 +1 @@", "+++ b/", "@@ -a +b @@\n", "Binary files a/x and b/x differ\n", "+++ \"b/\\"])
    func brokenTextGivesNothing(text: String) {
        #expect(lines(text).allSatisfy { $0.value == .ranges([]) })
    }
}
