import Testing

/// Names are resolved to locals as Swift resolves them.
struct ScopeTests {
    @Test func parametersAndVariablesAreLocals() {
        expectSteps("let x = p.a\nx.b()", "read %p.a\ncall %x.b()")
    }

    @Test func whatIsNotDeclaredIsAName() {
        expectSteps("q.b()", "read q\ncall q.b()")
    }

    @Test func aVariableIsNotVisibleInItsOwnInitialValue() {
        expectSteps("let x = x()\nx.a()", "call x()\ncall %x.a()")
    }

    @Test func aVariableIsNotVisibleBeforeItsDeclaration() {
        expectSteps("x.a()\nlet x = 1", "read x\ncall x.a()")
    }

    @Test func aLocalFunctionIsVisibleBeforeItsDeclaration() {
        expectSteps("g()\nfunc g() {}", "call %g()")
    }

    @Test func aScopeEndsAtItsBrace() {
        expectSteps("do { let x = 1; x.a() }\nx.b()", "call %x.a()\nread x\ncall x.b()")
    }

    @Test func optionalBindingsShadowInTheBlockOnly() {
        expectSteps(
            "if let q { q.a() } else { q.b() }\nq.c()",
            "read q\nbranch\nway:\ncall %q.a()\nway:\nread q\ncall q.b()\nread q\ncall q.c()")
    }

    @Test func guardBindingsAreVisibleBelowAndNotInElse() {
        expectSteps(
            "guard let q = r() else { q.a(); return }\nq.b()",
            "call r()\nbranch\nway:\nread q\ncall q.a()\nreturn\nway: nothing\ncall %q.b()")
    }

    @Test func guardSelfStaysSelf() {
        expectSteps("{ [weak self] in guard let self else { return }; self.a() }()", "call self.a()")
    }

    @Test func whileBindings() {
        expectSteps("while let n = it.next() { n.a() }\nn.b()", "do\ncall %n.a()\nread n\ncall n.b()")
    }

    @Test func loopVariables() {
        expectSteps("for (i, x) in xs { x.a(i) }", "do\ncall %x.a(%i)")
        expectSteps("for case let .some(x) in xs where x.ok { x.a() }", "do\nread %x.ok\ncall %x.a()")
    }

    @Test func caughtErrors() {
        expectSteps(
            "do { try a() } catch let e as E { e.b() } catch .some(let n) { n.c() } catch { error.d() }",
            "way:\ncall a() try\nway:\ncall %e.b()\nway:\ncall %n.c()\nway:\ncall %error.d()")
    }

    @Test func payloadsOfCases() {
        expectSteps(
            "switch p { case .a(let x, n: let y?): x.a(y)\ncase let .b((u, v)): u.a(v)\ncase let z: z.a() }",
            "branch\nway:\ncall %x.a(%y)\nway:\ncall %u.a(%v)\nway:\ncall %z.a()")
    }

    @Test func closureParameters() {
        expect("func f() { g { x, _ in x.a() } }", gives: "parameter x\nparameter _\ncall %x.a()")
        expect("func f() { g { (x: X) -> Int in x.a() } }", gives: "parameter x : X\ncall %x.a()")
        expect("func f() { g { $1.a() } }", gives: "parameter $0\nparameter $1\ncall %$1.a()")
        expect("func f() { g { h { $0.a() }; $0.b() } }", gives: "parameter $0\ncall h({3})\ncall %$0.b()")
    }

    @Test func capturesAreEvaluatedOutside() {
        expect(
            "func f(p: P) { g { [x = p.a, weak q] in x.b(q) } }",
            gives: "parameter p : P\nread %p.a\nread q\ncall g({2})")
        expect("func f(p: P) { g { [x = p.a, weak q] in x.b(q) } }", gives: "call %x.b(%q)")
    }

    @Test func accessorValues() {
        expect("var x: Int { get { 1 } set { a(newValue) } }", gives: "parameter newValue : Int\ncall a(%newValue)")
        expect("var x: Int { get { 1 } set(v) { a(v) } }", gives: "parameter v : Int\ncall a(%v)")
        expect("var x = 1 { didSet { a(oldValue) } }", gives: "call a(%oldValue)")
    }

    @Test func membersOfLocalTypesDoNotSeeVariablesAroundThem() {
        expectSteps("let x = 1\nstruct S { func g() { x.a(); h() } }\nfunc h() {}", "read x\ncall x.a()\ncall %h()")
    }

    @Test func namesFromConditionalCompilationStayVisible() {
        expectSteps("#if A\nlet x = 1\n#else\nlet x = 2\n#endif\nx.a()", "call %x.a()")
    }

    @Test func globalVariablesAreNotLocals() {
        expect("let x = 1\nx.a()", gives: "read x\ncall x.a()")
    }

    @Test func backticksAreNoPartOfANames() {
        expectSteps("let `default` = 1\n`default`.a()", "call %default.a()")
    }
}
