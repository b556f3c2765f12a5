import Analysis
import Testing

struct DeclaredNamesTests {
    @Test(arguments: [
        ("func load() {}", ["load"]), ("var a = 1, b: Int = 2\n, c = 3", ["a", "b", "c"]),
        ("let (left, right) = pair", ["left", "right"]), ("class Outer { struct Inner {} }", ["Outer", "Inner"]),
        ("enum E { case a, b(Int), c = 3 }", ["E", "a", "b", "c"]),
        ("indirect enum T { indirect case leaf }", ["T", "leaf"]),
        ("extension Outer.Inner: P {}", ["Outer", "Inner"]),
        ("actor A {}\nprotocol P { associatedtype Element }", ["A", "P", "Element"]),
        ("typealias Handler = () -> Void", ["Handler"]), ("class func make() {}", ["make"]),
        ("func `default`() {}", ["default"]),
        ("func `reads a file`() {}", ["reads a file"]), ("func /* a note */ named() {}", ["named"]),
        ("func // let x\n  named() {}", ["named"]), ("func /* outer /* inner */ still */ named() {}", ["named"]),
        ("case first, // the first\n second", ["first", "second"]), ("\"func /*\"\nfunc after() {}", ["after"]),
        ("let größe = 1", ["größe"]), ("macro stringify()", ["stringify"]), ("func\n\tsplit\n()", ["split"]),
    ])
    func noDeclaredNameIsLost(text: String, names: [String]) {
        let declared = DeclaredNames(in: Array(text.utf8))
        for name in names { #expect(declared.mayContain(name), "\(name)") }
    }

    @Test func whatIsOnlyUsedIsNotDeclared() {
        let declared = DeclaredNames(in: Array("func f() { Thread.sleep(forTimeInterval: 1); wait() }".utf8))
        #expect(!declared.mayContain("sleep"))
        #expect(!declared.mayContain("wait"))
        #expect(!declared.mayContain("Thread"))
        #expect(declared.count == 1)
    }

    @Test func unfinishedTextEnds() {
        for text in ["func", "func /*", "func `", "let (", "case a,", "extension A.", "func /"] {
            _ = DeclaredNames(in: Array(text.utf8))
        }
    }
}
