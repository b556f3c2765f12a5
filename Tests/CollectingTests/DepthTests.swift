import ProgramModel
import Testing

/// What may be long without nesting is walked in loops; what nests beyond reason is given up, never trapped on.
struct DepthTests {
    private static func function(_ code: String) -> String { "func f() { \(code) }" }

    private static func many(_ text: String, _ count: Int = 10_000) -> String { String(repeating: text, count: count) }

    @Test func chainsOfMembersAreCollectedWhole() {
        #expect(summary(of: Self.function("x" + Self.many(".a", 30_000))).reads.count == 30_001)
    }

    @Test func chainsOfCallsAreCollectedWhole() {
        let summary = summary(of: Self.function("x" + Self.many(".a { $0 }")))
        #expect(summary.calls.count == 10_000)
        #expect(Invariants.violations(in: summary, length: .max).isEmpty)
    }

    @Test func elseIfChainsAreCollectedWhole() {
        let summary = summary(of: Self.function("if a() { b() }" + Self.many(" else if a() { b() }")))
        #expect(summary.calls.count == 20_002)
        #expect(Invariants.violations(in: summary, length: .max).isEmpty)
    }

    @Test func operatorSequencesAreCollectedWhole() {
        for name in ["+", "&&", "??", "?", "as T +"] {
            let code = name == "?" ? Self.many("a() ? b : ") + "c" : "a()" + Self.many(" \(name) a()", 9_999)
            let summary = summary(of: Self.function("let x = " + code))
            #expect(summary.calls.count == 10_000, "\(name)")
            #expect(Invariants.violations(in: summary, length: .max).isEmpty, "\(name)")
        }
    }

    @Test func literalsAreCollectedWhole() {
        let summary = summary(of: "let x = [" + Self.many("f(), ") + "]")
        #expect(summary.calls.count == 10_000)
    }

    @Test(arguments: [
        "try ", "await ", "-(", "(", "{ ", "[", "a = ", "a: ", "!", "-", "switch x { case ", "if a { ", "f(", "\"\\(",
        "#if A\n", "func f() { ", "struct S { ", "{ a in ", "a ? ", "& ", "@A ",
    ])
    func nestingBeyondReasonEnds(prefix: String) {
        let text = Self.function(Self.many(prefix, 600) + "x")
        let summary = summary(of: text)
        #expect(Invariants.violations(in: summary, length: text.utf8.count).isEmpty)
    }

    @Test func longTypesEnd() {
        for type in [
            "Int" + Self.many("?"), "A" + Self.many(".B"), "A" + Self.many(" & B"), Self.many("some ", 1_000) + "P",
        ] {
            #expect(summary(of: "var f: " + type).properties.count == 1)
        }
    }
}
