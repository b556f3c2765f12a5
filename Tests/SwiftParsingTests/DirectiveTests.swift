import SourceModel
import SwiftParsing
import Testing

/// `unblock:` comments: their forms, their places, and what is not one.
struct DirectiveTests {
    private func kinds(_ text: String) -> [Directive.Kind] {
        ParsedFile.parse(Array(text.utf8)).directives.map(\.kind)
    }

    @Test(arguments: [
        ("// unblock:allow sleep-in-async - waits for hardware", "waits for hardware"),
        ("// unblock:allow sleep-in-async - a - b", "a - b"),
        ("/* unblock:allow sleep-in-async - in a block */", "in a block"),
        ("/// unblock:allow sleep-in-async - in a doc comment", "in a doc comment"),
        ("//unblock:allow sleep-in-async - no space", "no space"),
    ])
    func anAllowHasARuleAndAReason(comment: String, reason: String) {
        #expect(kinds("f() \(comment)\n") == [.allow(["sleep-in-async"], reason: reason)])
    }

    @Test(arguments: [
        "// unblock:allow sleep-in-async", "// unblock:allow sleep-in-async -", "// unblock:allow sleep-in-async - ",
    ])
    func aReasonMayBeMissing(comment: String) {
        #expect(kinds(comment) == [.allow(["sleep-in-async"], reason: nil)])
    }

    @Test func anAllowMayNameSeveralRules() {
        #expect(kinds("// unblock:allow a-b,c , d2 - why") == [.allow(["a-b", "c", "d2"], reason: "why")])
    }

    @Test func theOtherFormsAreRead() {
        let text = """
            // unblock:allow-file file-io-in-async - a script
            // unblock:blocking
            func a() {}
            // unblock:nonblocking - it only asks the cache
            func b() {}
            """
        #expect(
            kinds(text) == [.allowFile(["file-io-in-async"], reason: "a script"), .blocking, .nonblocking])
    }

    @Test(arguments: [
        ("// unblock:allow", "names no rule"),
        ("// unblock:allow - why", "names no rule"),
        ("// unblock:allow sleep-in-async — why", "put ` - `"),
        ("// unblock:allow sleep-in-async: why", "put ` - `"),
        ("// unblock:allow sleep-in-async file-io-in-async", "commas"),
        ("// unblock:allow a,,b", "beside a comma"),
        ("// unblock:allow Sleep", "no rule id"),
        ("// unblock:alow sleep-in-async", "is unknown"),
        ("// unblock: allow sleep-in-async", "remove the space"),
        ("// unblock:blocking always", "takes no arguments"),
    ])
    func whatIsWrongIsSaid(comment: String, part: String) throws {
        let kind = try #require(kinds(comment).first)
        guard case .malformed(let text) = kind else {
            Issue.record("\(comment) was read as \(kind)")
            return
        }
        #expect(text.contains(part), "\(text)")
    }

    @Test(arguments: [
        #"let text = "// unblock:allow a - b""#, "let text = \"\"\"\n// unblock:blocking\n\"\"\"",
        "// see unblock:allow in the manual", "// unblock: the main thread is free again", "let unblock:Int = 1",
        ##"let text = #"unblock:allow"#"##,
    ])
    func whatOnlyMentionsTheWordIsNoDirective(text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test func rangesAreThoseOfTheComment() {
        let text = "f() // unblock:allow a\n\t/* unblock:allow b */ g()\n"
        let directives = ParsedFile.parse(Array(text.utf8)).directives
        #expect(directives.map(\.range) == [SourceRange(4, 22), SourceRange(24, 45)])
        #expect(directives.map(\.standsAlone) == [false, true])
    }

    @Test func theFirstLineStandsAloneAfterAByteOrderMark() {
        let text = "\u{FEFF}// unblock:allow-file a - b\nf()"
        #expect(ParsedFile.parse(Array(text.utf8)).directives.map(\.standsAlone) == [true])
    }

    @Test func commentsInTheMiddleOfChainsAreFound() {
        let text = "x" + String(repeating: "\n  // unblock:allow a - b\n  .f()", count: 300)
        #expect(kinds(text).count == 300)
    }
}
