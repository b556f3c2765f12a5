import Testing

@testable import Reporting

/// Diffs that `patch` and `git apply` take.
struct UnifiedDiffTests {
    private func diff(_ before: String?, _ after: String) -> String {
        UnifiedDiff(path: "a.swift", before: before.map { Array($0.utf8) }, after: Array(after.utf8), colour: false)
            .text
    }

    @Test func equalTextsHaveNone() { #expect(diff("a\nb\n", "a\nb\n") == "") }

    @Test func aChangedLineStandsBetweenThreeLinesOnEitherSide() {
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a/a.swift
                +++ b/a.swift
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func farChangesHaveHunksOfTheirOwn() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("\n2\n", with: "\ntwo\n").replacing("\n19\n", with: "\nnineteen\n")
        #expect(diff(old, new).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
    }

    @Test func aNewFileComesFromNowhere() {
        #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.swift\n@@ -0,0 +1 @@\n+a\n")
    }

    @Test func aMissingNewlineAtTheEndIsSaid() {
        #expect(diff("a", "b").hasSuffix("-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"))
    }
}
