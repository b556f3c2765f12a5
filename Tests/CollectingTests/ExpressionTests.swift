import ProgramModel
import Testing

/// Expressions keep what finding a type and a callee needs.
struct ExpressionTests {
    @Test(arguments: [
        ("g(.now() + .seconds(1))", "call g((.now() + .seconds(1)))"),
        ("g(x as? T ?? y)", "call g(((x as? T) ?? y))"),
        ("g(p + p as T)", "call g(((%p + %p) as T))"),
        ("g(p is T)", "call g((%p is <T>))"),
        ("g(p!.a?.b)", "call g(%p!.a!.b)"),
        ("g(try? h())", "call g(try? h())"),
        ("g(&p)", "call g(&%p)"),
        ("g(-1, 2.5, true, nil)", "call g(-1, 2.5, true, nil)"),
        (##"g("a", "b", #"c\n"#)"##, ##"call g("a", "b", "c\n")"##),
        ("g([1, 2], [3: 4], (a: 5, 6))", "call g([1, 2], [3: 4], (a: 5, 6))"),
        ("g(/x/)", "call g(/…/)"),
        (#"g(\.a)"#, "call g(\\)"),
        ("[Int]()", "call <[Int]>()"),
        ("[A.B<C>: D]()", "call <[A.B<C>: D]>()"),
        ("[Int].self.g()", "call <[Int]>.self.g()"),
        ("Foo<Int>.bar<X>()", "call Foo<Int>.bar<X>()"),
        ("Foo<A>(1)", "call Foo<A>(1)"),
        ("g(T.self)", "call g(T.self)"),
        ("self.init(1)", "call self.init(1)"),
        ("super.g()", "call super.g()"),
        ("Self.g()", "call Self.g()"),
        ("#expect(1)", "call #expect(1)"),
        ("g(#file)", "call g(#file)"),
        ("{ 1 }()", "call {2}()"),
        ("(g)(1)", "call g(1)"),
        ("Module::g()", "call Module.g()"),
        ("g(p ? 1 : 2)", "call g((1 | 2))"),
        ("g(load(from:))", "call g(load)"),
    ])
    func areWrittenAs(source: String, step: String) {
        expectSteps(source, step)
    }

    @Test func readsAreOfMembersAndNamesThatAreNotTypes() {
        expectSteps("_ = Foo.Bar.baz", "read Foo.Bar.baz")
        expect("func f(p: P) { _ = (p.0, Foo.self, g(_:)); h() }", gives: "parameter p : P\ncall h()")
    }

    @Test func aCallStartsAtItsReceiverAndIsNamedByItsCallee() {
        let text = "func f() { a.b( 1 ).cd { 2 } ; Foo(3); .init(4); x?(5) }"
        let summary = summary(of: text)
        let bytes = Array(text.utf8)
        func part(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
        #expect(
            summary.calls.map { part($0.range.start, $0.range.end) } == [
                "a.b( 1 )", "a.b( 1 ).cd { 2 }", "Foo(3)", ".init(4)", "x?(5)",
            ])
        #expect(
            summary.calls.map { part($0.nameRange.start, $0.nameRange.end) } == ["b", "cd", "Foo", "init", "x"])
    }

    @Test func closuresSayWhatIsDoneWithThem() {
        expect("func f() { a { 1 } b: { 2 } }", gives: "body 3 closure argument 1 of a in 1\nreturn 2")
        expect("func f() { a(x, y: { 2 }) }", gives: "body 2 closure argument 1 of a in 1\nreturn 2")
        expect("func f() { let g = { 2 } }", gives: "body 2 closure bound to g in 1\nreturn 2")
        expect("func f() { a.b = { 2 } }", gives: "body 2 closure assigned to a.b in 1\nreturn 2")
        expect("func f() { a = [{ 2 }] }", gives: "body 2 closure in 1\nreturn 2")
        expect("lazy var x: Int = { 2 }()", gives: "body 2 closure applied in 1\nreturn 2")
        expect("let x = { 2 }", gives: "body 2 closure property x in 1\nreturn 2")
        expect(
            "func f() { a { @MainActor [weak self] () async -> Int in 2 } }",
            gives: "body 2 closure @MainActor argument 0 of a -> Int [weak self] in 1 async\nreturn 2")
    }
}
