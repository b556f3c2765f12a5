import RuleCatalogue
import Testing

/// The laws of path patterns.
struct GlobTests {
    @Test(arguments: [
        ("*.swift", "a.swift", true), ("*.swift", "a/b.swift", false), ("*.swift", ".swift", true),
        ("a*c", "abbc", true), ("a*c", "ac", true), ("a*c", "ab/c", false), ("?.swift", "é.swift", true),
        ("?.swift", "/.swift", false), ("a?", "a", false),
        ("**", "a/b/c", true), ("**", "", true), ("**/x", "x", true), ("**/x", "a/x", true), ("**/x", "a/b/x", true),
        ("**/x", "ax", false), ("a/**", "a/b", true), ("a/**", "a/b/c", true), ("a/**", "ab", false),
        ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false), ("a**b", "axxb", true),
        ("a**b", "a/b", false), ("**/*.swift", "a/b.swift", true), ("**/*.swift", "b.swift", true),
        ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true), ("[!a-c]x", "/x", false),
        ("[^a]", "b", true), ("[]]", "]", true), ("[a-]", "-", true), ("[-a]", "-", true),
        ("{a,b}.swift", "b.swift", true), ("{a,b}.swift", "c.swift", false), ("{a,}x", "x", true),
        ("{a,{b,c}d}", "cd", true), ("{a,{b,c}d}", "ad", false), ("{Sources,Tests}/**", "Tests/A/b.swift", true),
        ("{**/a,b}", "x/y/a", true), ("a,b", "a,b", true), ("a}", "a}", true), ("\\*", "*", true),
        ("\\*", "a", false), ("\\{a\\}", "{a}", true), ("a\\", "a\\", true), ("", "", false),
    ])
    func patternsMeanWhatTheyShow(_ pattern: String, _ path: String, _ expected: Bool) {
        let glob = try? Glob(pattern)
        #expect((glob?.matches(path) ?? false) == expected)
    }

    @Test(arguments: ["", "[a", "[", "{a,b", "{{a}", "[z-a]"])
    func whatIsNoPatternIsRefused(_ pattern: String) {
        #expect(throws: GlobProblem.self) { try Glob(pattern) }
    }

    @Test func aNameWithoutSpecialCharactersMatchesOnlyItself() throws {
        for name in ["a", "a/b.swift", "Übung.swift", "a b", "-", "!"] {
            #expect(try Glob(name).matches(name))
            #expect(try !Glob(name).matches(name + "x"))
            #expect(try !Glob(name).matches("x" + name))
        }
    }

    @Test func alternativesMatchWhatOneOfThemMatches() throws {
        let parts = ["a*", "?b", "[x-z]", "**/q"]
        let both = try Glob("{" + parts.joined(separator: ",") + "}")
        let globs = try parts.map { try Glob($0) }
        for path in ["a", "ab", "bb", "x", "w", "q", "u/v/q", "u/v", "", "a/b"] {
            #expect(both.matches(path) == globs.contains { $0.matches(path) }, "\(path)")
        }
    }

    /// With backtracking each of these would take longer than anyone waits.
    @Test(arguments: [
        String(repeating: "a*", count: 40) + "b", String(repeating: "{a,aa}", count: 40) + "b",
        String(repeating: "**/", count: 40) + "b", String(repeating: "{a*,{a?,*}}", count: 20) + "b",
    ])
    func hardPatternsTakeNoLongerThanEasyOnes(_ pattern: String) throws {
        let path = String(repeating: "a", count: 60) + "/" + String(repeating: "a/", count: 60) + "c"
        #expect(try !Glob(pattern).matches(path))
    }

    @Test func aPatternWithoutSlashIsMeantAtAnyDepth() throws {
        let pattern = try PathPattern("*.pb.swift")
        #expect(pattern.matches("a.pb.swift"))
        #expect(pattern.matches("Sources/A/a.pb.swift"))
        #expect(!pattern.matches("Sources/A/a.swift"))
        #expect(try PathPattern(".build").matches("x/.build/y/z.swift"))
    }

    @Test func aPatternWithASlashStartsAtItsFolder() throws {
        let pattern = try PathPattern("Sources/Generated")
        #expect(pattern.matches("Sources/Generated"))
        #expect(pattern.matches("Sources/Generated/a/b.swift"))
        #expect(!pattern.matches("Other/Sources/Generated/b.swift"))
        #expect(!pattern.matches("Sources/GeneratedToo/b.swift"))
        #expect(try !PathPattern("/a").matches("x/a"))
        #expect(try PathPattern("/a").matches("a/x"))
        #expect(try PathPattern("./a/").matches("a/x"))
    }

    @Test func aPatternOfANestedFolderIsMeantBelowItOnly() throws {
        let pattern = try PathPattern("*.swift", base: "Sub/Deep")
        #expect(pattern.matches("Sub/Deep/x/a.swift"))
        #expect(!pattern.matches("Sub/a.swift"))
        #expect(!pattern.matches("Sub/Deeper/a.swift"))
        #expect(!pattern.matches("Sub/Deep"))
    }
}
